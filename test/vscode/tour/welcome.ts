/** Windows of other folders: none, one without records, the neglected school. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { addressOf } from '../server.ts';
import type { Window } from '../window.ts';
import {
  activeTab,
  closeEditors,
  command,
  goTo,
  gone,
  openFile,
  patience,
  problems,
  seen,
  treeRow,
  widen,
} from './hands.ts';
import { lineOf, type Schools } from './school.ts';
import type { Tour } from './tour.ts';

async function openWindow(window: Window, folder?: string): Promise<Page> {
  const page = await window.browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(patience);
  await page.goto(addressOf(window, { folder }));
  await page.locator('.monaco-workbench').waitFor();
  if (folder !== undefined) await page.getByRole('button', { name: /Yes, I trust/ }).click();
  await gone(page.locator('.monaco-dialog-box'));
  await seen(page.locator('.activitybar').getByRole('tab', { name: /^FITS/ }));
  return page;
}

export async function visitOthers(tour: Tour, window: Window, { empty, neglected }: Schools): Promise<void> {
  const first = tour.page;
  const step = async (name: string, folder: string | undefined, run: (page: Page) => Promise<void>): Promise<void> => {
    await tour.step(name, async () => {
      const page = await openWindow(window, folder);
      tour.page = page;
      await run(page);
      await page.close();
    });
    tour.page = first;
  };
  await step('a window without a folder says how to begin', undefined, async page => {
    await command(page, 'View: Show FITS');
    await seen(page.getByText('FITS keeps its records in a folder'));
    await seen(page.getByRole('button', { name: 'New School' }));
    await tour.picture('welcome-no-folder');
  });
  await step('a folder without records says how to begin', empty, async page => {
    await command(page, 'View: Show FITS');
    await seen(page.getByText('There are no records in this folder yet'));
    await tour.picture('welcome-no-records');
    await page.getByRole('button', { name: 'New School' }).first().click();
    await seen(page.locator('.quick-input-widget', { hasText: 'What is the school called?' }));
    await page.keyboard.press('Escape');
    await gone(page.locator('.quick-input-widget', { hasText: 'What is the school called?' }));
  });
  await step('the neglected school: everything that is wrong, in words', neglected, async page => {
    await openFile(page, 'network.fits.yaml');
    await seen(page.locator('.squiggly-error'));
    await goTo(page, lineOf(path.join(neglected, 'assets/network.fits.yaml'), 'id: SW-05', 'location: Room 7'));
    const panel = await problems(page);
    await seen(panel.getByText(/is not one of the choices/));
    // Exactly what its list of planted flaws says.
    const flaws = fs.readFileSync(path.join(neglected, 'FLAWS.md'), 'utf8');
    const [, errors, warnings, notes] = /\((\d+) errors, (\d+) warnings, (\d+) notes\)/.exec(flaws) ?? [];
    const counts = `Errors: ${String(errors)}, Warnings: ${String(warnings)}, Infos: ${String(notes)}`;
    await widen(page);
    await command(page, 'View: Show FITS');
    await seen(treeRow(page, /\d+ assets/));
    await seen(
      page.locator(`[id="status.problems"] [aria-label*="${counts}"], [id="status.problems"][aria-label*="${counts}"]`),
    );
    await tour.picture('problems', { readme: true });
    // The code of a finding leads to what its rule asks for, and why.
    const link = panel.locator('a', { hasText: /^[A-Z]{2,3}-\d{3}$/ }).first();
    const code = (await link.innerText()).trim();
    await link.click();
    await seen(activeTab(page, code));
    const preview = page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('iframe#active-frame');
    await seen(preview.getByRole('heading', { name: code }));
    await seen(preview.getByText('Wrong:'));
    await tour.picture('explanation', { readme: true });
    await closeEditors(page);
    await command(page, 'View: Hide Panel');
    await widen(page);
    await widen(page);
    await seen(treeRow(page, /^And \d+ more things/));
    await tour.picture('today', { readme: true });
  });
}
