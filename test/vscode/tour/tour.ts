/** The course of the tour: steps that are counted, pictures that are kept. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const results = path.resolve(import.meta.dirname, '../../../test-results');
const images = path.resolve(import.meta.dirname, '../../../docs/images');

/** So many failures one after another mean that nothing further can be learned. */
const hopeless = 3;

export interface Counts {
  passed: number;
  failed: number;
}

interface Picture {
  /** Also among the pictures of the README, when somebody asks for new ones (FITS_PICTURES=1). */
  readonly readme?: boolean;
  /** What is seen hangs on where the mouse rests; else it is taken out of the way. */
  readonly pointing?: boolean;
}

export class Tour {
  readonly counts: Counts = { passed: 0, failed: 0 };
  /** The window that is looked at now. */
  page: Page;
  private inARow = 0;
  private taken = 0;
  private readonly started = performance.now();

  constructor(page: Page) {
    this.page = page;
    fs.rmSync(path.join(results, 'tour'), { recursive: true, force: true });
    fs.mkdirSync(path.join(results, 'tour'), { recursive: true });
    for (const file of fs.readdirSync(results))
      if (file.startsWith('tour-failed-')) fs.rmSync(path.join(results, file));
  }

  async step(name: string, run: () => Promise<void>): Promise<void> {
    const wanted = process.env.FITS_GREP;
    // Several, with a line between them: the first step answers what the window asks.
    if (wanted && !wanted.split('|').some(one => name.includes(one))) return;
    const begun = performance.now();
    if (this.inARow >= hopeless) {
      this.counts.failed += 1;
      console.log(`FAILED ${name}: not tried after the failures before it`);
      return;
    }
    try {
      await run();
      this.inARow = 0;
      this.counts.passed += 1;
      this.say('ok', name, begun);
    } catch (error) {
      this.inARow += 1;
      this.counts.failed += 1;
      this.say('FAILED', name, begun);
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.log(
        text
          .replaceAll(/\p{Cc}\[\d+m/gu, '')
          .split('\n')
          .slice(0, 12)
          .join('\n'),
      );
      await this.failed(name);
      // What lies over the window would be in the way of the next step.
      for (let presses = 0; presses < 3; presses++) await this.page.keyboard.press('Escape');
    }
  }

  /** Kept in test-results/tour. */
  async picture(name: string, { readme = false, pointing = false }: Picture = {}): Promise<void> {
    this.taken += 1;
    if (!pointing) await this.page.mouse.move(760, 4);
    const file = path.join(results, 'tour', `${String(this.taken).padStart(2, '0')}-${name}.png`);
    fs.writeFileSync(file, await still(this.page));
    if (!readme || process.env.FITS_PICTURES !== '1') return;
    fs.mkdirSync(images, { recursive: true });
    fs.copyFileSync(file, path.join(images, `${name}.png`));
  }

  private async failed(name: string): Promise<void> {
    const word = name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60);
    const file = path.join(results, `tour-failed-${word}.png`);
    // The picture is a help, not the matter: a window that is gone has none.
    await this.page.screenshot({ path: file, timeout: 5000 }).catch((error: unknown) => console.log(String(error)));
  }

  private say(how: string, name: string, begun: number): void {
    const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
    console.log(`${how} ${name} (${seconds(begun)} s, at ${seconds(this.started)} s)`);
  }
}

/** The picture once nothing moves any more: two in a row that are alike. */
async function still(page: Page): Promise<Buffer> {
  let last = await page.screenshot();
  for (let tries = 0; tries < 20; tries++) {
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
  return last;
}
