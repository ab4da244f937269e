/**
 * A technician's first ten minutes, by keyboard alone: from an empty window to the school's own devices, recorded, with what to do
 * next. Every key is counted; nothing is clicked.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { addressOf } from '../server.ts';
import type { Window } from '../window.ts';
import { answer, choose, command, gone, patience, seen, treeRow, until } from './hands.ts';
import type { Schools } from './school.ts';
import type { Tour } from './tour.ts';

/** Counts the keys that are pressed, as a person would press them. */
function countKeys(page: Page): () => number {
  let keys = 0;
  const { keyboard } = page;
  const [press, type] = [keyboard.press.bind(keyboard), keyboard.type.bind(keyboard)];
  keyboard.press = async (key, options) => {
    keys += 1;
    await press(key, options);
  };
  keyboard.type = async (text, options) => {
    keys += text.length;
    await type(text, options);
  };
  return () => keys;
}

/** The simple file dialogue of the window: a path, typed. */
async function typePath(page: Page, file: string): Promise<void> {
  const input = page.locator('.quick-input-widget input').first();
  await until('the file dialogue', async () => /^\//.test(await input.inputValue()));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(file);
  await until('the path', async () => (await input.inputValue()).replace(/\/$/, '') === file.replace(/\/$/, ''));
  await page.keyboard.press('Enter');
}

export async function visitFirstDay(tour: Tour, window: Window, { network, firstDay }: Schools): Promise<void> {
  const first = tour.page;
  const page = await window.browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(patience);
  tour.page = page;
  const keys = countKeys(page);
  const began = Date.now();

  await tour.step('first day: an empty window', async () => {
    await page.goto(addressOf(window, {}));
    await page.locator('.monaco-workbench').waitFor();
    await seen(page.locator('.activitybar').getByRole('tab', { name: /^FITS/ }));
    await command(page, 'View: Show FITS');
    await seen(page.getByText('Five questions make a school'));
    await tour.picture('day-1-empty-window');
  });
  await tour.step('first day: five questions make the school', async () => {
    await command(page, 'FITS: New School…');
    await answer(page, 'What is the school called?', 'Hilltop Primary School');
    await choose(page, 'Which ages does it teach?', 'Primary');
    await tour.picture('day-2-ict-owner');
    await choose(page, 'Who is the ICT owner', 'Deputy head');
    await choose(page, 'Who looks after the equipment?', 'Our own technician');
    await page.locator('.quick-input-widget input[placeholder^="When are the terms?"]').waitFor();
    await tour.picture('day-3-terms');
    await choose(page, 'When are the terms?', 'The usual terms');
    await typePath(page, firstDay);
    await seen(page.locator('.monaco-dialog-box'));
    await tour.picture('day-4-trust');
    await page.keyboard.press('Enter');
    await gone(page.locator('.monaco-dialog-box'));
    await seen(treeRow(page, /^Look at your network/));
    await tour.picture('day-5-new-school');
    assert.ok(fs.existsSync(path.join(firstDay, 'school.fits.yaml')));
  });
  assert.ok(network.counters.all() >= 0);
  console.log(`first day: ${String(keys())} keys, ${((Date.now() - began) / 60_000).toFixed(1)} minutes`);
  await page.close();
  tour.page = first;
}

/** What the command line says of the folder, as a person would ask it. */
export function checkFolder(folder: string): { errors: number; warnings: number; text: string } {
  const fits = path.resolve(import.meta.dirname, '../../../dist/fits.js');
  const output = execFileSync(process.execPath, [fits, 'check', folder, '--today', '2026-11-23', '--format', 'json'], {
    encoding: 'utf8',
  });
  const { summary } = JSON.parse(output) as { summary: { errors: number; warnings: number } };
  return { ...summary, text: output };
}
