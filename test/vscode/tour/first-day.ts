/**
 * A technician's first ten minutes, by keyboard alone: from an empty window to the school's own devices, recorded, with what to do
 * next. Every key is counted; nothing is clicked.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { messyWorkbook } from '../../fixtures/messy-list.ts';
import { demonstrationSecrets } from '../../simulators/demonstration-devices.data.ts';
import { addressOf } from '../server.ts';
import type { Window } from '../window.ts';
import { answer, choose, command, gone, patience, seen, toast, treeRow, until } from './hands.ts';
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

/** The simple file dialogue of the window: a path, typed; again where the dialogue was still filling itself. */
async function typePath(page: Page, file: string): Promise<void> {
  const input = page.locator('.quick-input-widget input').first();
  const reads = async (): Promise<string> => (await input.inputValue()).replace(/\/$/, '');
  await until('the file dialogue', async () => /^\//.test(await input.inputValue()));
  await until('the path', async () => {
    if ((await reads()) === file) return true;
    await page.keyboard.press('Control+A');
    await page.keyboard.type(file);
    await page.waitForTimeout(300);
    return (await reads()) === file;
  });
  // The dialogue looks into the folder at its own pace, and does not hear Enter meanwhile.
  await until('the end of the file dialogue', async () => {
    if ((await input.isVisible()) && (await reads()) === file) await page.keyboard.press('Enter');
    await page.waitForTimeout(500);
    return !((await input.isVisible()) && (await reads()) === file);
  });
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
  await tour.step('first day: the demonstration network is looked at, and its devices become records', async () => {
    const before = network.counters.all();
    await command(page, 'FITS: Look at My Network…');
    // The computer's own network is ticked first; here only the simulated one is wanted.
    await chooseSome(page, 'Which network?', ['192.0.2.0/24']);
    // Devices that speak SNMP tell more: the name and password for it is stored on the way.
    await choose(page, 'Which stored name', 'Store a name');
    await answer(page, 'A name for it', 'snmp-read');
    await choose(page, 'Which version of SNMP', 'SNMP v2c');
    await answer(page, 'The community', demonstrationSecrets.community);
    await page.locator('.quick-input-widget input[placeholder^="May this be done?"]').waitFor();
    await tour.picture('day-6-consent');
    await choose(page, 'May this be done?', 'Look at it now');
    await seen(page.locator('.quick-input-widget input[placeholder*="devices are new"]'));
    assert.ok(network.counters.all() > before, 'the simulated devices were asked');
    await tour.picture('found-devices', { readme: true });
    await page.keyboard.press('Enter');
    await choose(page, 'They become records', 'Record');
    await until('the records', () => assetsIn(firstDay) >= 12);
    await seen(treeRow(page, /assets?$/));
    await tour.picture('day-8-recorded');
    assert.equal(checkFolder(firstDay).errors, 0);
  });
  await tour.step(
    'first day: a messy list of sixty rows is brought, with errors for the two that are there twice only',
    async () => {
      const list = path.join(path.dirname(firstDay), 'equipment list.xlsx');
      fs.writeFileSync(list, await messyWorkbook());
      const recorded = assetsIn(firstDay);
      await command(page, 'FITS: Import Assets…');
      await choose(page, 'Where is the list?', 'From a File');
      await typePath(page, list);
      await page.locator('.quick-input-widget input[placeholder^="Is every column"]').waitFor();
      await tour.picture('import-columns', { readme: true });
      await choose(page, 'Is every column', 'See What Happens');
      await seen(page.locator('.view-line', { hasText: 'Nothing is written yet' }));
      await page.locator('.quick-input-widget input[placeholder^="Is every column"]').waitFor();
      await tour.picture('day-10-every-row');
      await choose(page, 'Is every column', 'Import 58 rows', 'Import 58 rows');
      await until('the list in the records', () => assetsIn(firstDay) > recorded + 20);
      await seen(toast(page, '2 errors'));
      await tour.picture('day-11-imported');
      assert.equal(checkFolder(firstDay).errors, 0);
      await command(page, 'Notifications: Clear All Notifications');
      await command(page, 'View: Close All Editors');
    },
  );
  await tour.step('first day: Today has at most ten lines', async () => {
    await command(page, 'FITS: Focus on Today View');
    await seen(treeRow(page, /yet/));
    const lines = await page.locator('.pane', { hasText: 'Today' }).first().getByRole('treeitem').count();
    assert.ok(lines >= 1 && lines <= 10, String(lines));
    await tour.picture('day-12-today');
  });
  await tour.step('first day: a checkpoint', async () => {
    await command(page, 'FITS: Save a Checkpoint');
    await choose(page, 'No history is kept here yet', 'Keep a history');
    const words = page.locator('.quick-input-widget', { hasText: 'What changed?' });
    await words.waitFor();
    await tour.picture('day-13-checkpoint');
    await page.keyboard.press('Enter');
    await until('the checkpoint', () => fs.existsSync(path.join(firstDay, '.git/refs/heads/main')));
    await gone(treeRow(page, /^Save a first checkpoint/));
    await tour.picture('day-14-saved');
  });
  await tour.step('first day: what the school owns, on one page', async () => {
    const opened = page.context().waitForEvent('page');
    await command(page, 'FITS: Print "What We Own"');
    // The browser's window asks before it opens another.
    const ask = page.locator('.monaco-dialog-box');
    await until('the page', async () => (await ask.isVisible()) || page.context().pages().length > 1);
    if (await ask.isVisible()) await page.keyboard.press('Enter');
    const paper = await opened;
    await paper.getByText('The school owns').waitFor();
    tour.page = paper;
    await tour.picture('what-we-own', { readme: true });
    tour.page = page;
    const pdf = await paper.pdf({ preferCSSPageSize: true });
    assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length, 1, 'it is one sheet');
    await paper.close();
  });
  await tour.step('first day: nobody typed a record, and the command line finds no error', () => {
    const { errors, text } = checkFolder(firstDay);
    assert.equal(errors, 0, text);
    const minutes = (Date.now() - began) / 60_000;
    console.log(
      `first day: ${String(keys())} keys in ${minutes.toFixed(1)} minutes, ${String(assetsIn(firstDay))} assets, 0 errors`,
    );
    return Promise.resolve();
  });
  await page.close();
  tour.page = first;
}

/** Ticks exactly these entries of a list in which several can be ticked. */
async function chooseSome(page: Page, question: string, entries: readonly string[]): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  await widget.locator(`input[placeholder^="${question}"]`).waitFor();
  const rows = widget.locator('.quick-input-list .monaco-list-row');
  await rows.first().waitFor();
  const ticked = async (row: Locator): Promise<boolean> => (await row.getAttribute('aria-checked')) === 'true';
  for (let at = 0; at < (await rows.count()); at += 1) {
    await page.keyboard.press('ArrowDown');
    const row = widget.locator('.quick-input-list .monaco-list-row.focused');
    const text = (await row.textContent()) ?? '';
    const wanted = entries.some(entry => text.includes(entry));
    if ((await ticked(row)) !== wanted) await page.keyboard.press('Space');
  }
  await page.keyboard.press('Enter');
}

function assetsIn(folder: string): number {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.fits.yaml'))
    .map(name => fs.readFileSync(path.join(folder, name), 'utf8').match(/^kind: asset$/gm)?.length ?? 0)
    .reduce((sum, n) => sum + n, 0);
}

/** What the command line says of the folder, as a person would ask it. */
function checkFolder(folder: string): { errors: number; warnings: number; text: string } {
  const fits = path.resolve(import.meta.dirname, '../../../dist/fits.js');
  const output = execFileSync(process.execPath, [fits, 'check', folder, '--today', '2026-11-23', '--format', 'json'], {
    encoding: 'utf8',
  });
  const { summary } = JSON.parse(output) as { summary: { errors: number; warnings: number } };
  return { ...summary, text: output };
}
