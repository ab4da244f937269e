/** Files get other names, go away and come back. */
import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { closeEditors, closePanel, command, gone, problems, seen, treeRow, until } from './hands.ts';
import type { Schools } from './school.ts';
import type { Tour } from './tour.ts';

function fileRow(page: Page, name: string): Locator {
  return page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
}

/** Undo in the Explorer may ask first. */
async function undo(page: Page, done: () => boolean): Promise<void> {
  await page.keyboard.press('Control+Z');
  const ask = page.locator('.monaco-dialog-box');
  await until('the undo, or its question', async () => done() || (await ask.isVisible()));
  if (await ask.isVisible()) await page.keyboard.press('Enter');
  await until('the undo', done);
}

export async function visitExplorer(tour: Tour, { primary }: Schools): Promise<void> {
  const { page } = tour;
  const has = (name: string): boolean => fs.existsSync(path.join(primary, name));
  const named = (panel: Locator, name: string): Locator => panel.locator('.monaco-list-row', { hasText: name });

  await tour.step('a file gets another name: its findings follow, and undo takes them back', async () => {
    await closePanel(page);
    const panel = await problems(page);
    await seen(named(panel, 'licences.fits.yaml'));
    await command(page, 'View: Show Explorer');
    await fileRow(page, 'licences.fits.yaml').click();
    await page.keyboard.press('F2');
    await seen(page.locator('.explorer-folders-view .monaco-inputbox input'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('software.fits.yaml');
    await page.keyboard.press('Enter');
    await until('the new name', () => has('software.fits.yaml') && !has('licences.fits.yaml'));
    await seen(named(panel, 'software.fits.yaml'));
    await gone(named(panel, 'licences.fits.yaml'));
    // Services name licences: they find them in the file's new place.
    await gone(named(panel, 'services.fits.yaml'));
    await tour.picture('renamed');
    // Any row will do; far down the list the new name may not be drawn.
    await fileRow(page, 'calendar.fits.yaml').click();
    await undo(page, () => has('licences.fits.yaml'));
    await seen(named(panel, 'licences.fits.yaml'));
    await gone(named(panel, 'software.fits.yaml'));
  });
  await tour.step('a file is deleted: what named its places says so, the tree follows, undo mends it', async () => {
    const panel = await problems(page);
    const missing = panel.getByText(/There is no place called/);
    await fileRow(page, 'places.fits.yaml').click();
    await page.keyboard.press('Delete');
    const ask = page.locator('.monaco-dialog-box');
    await until('the deletion, or its question', async () => !has('places.fits.yaml') || (await ask.isVisible()));
    if (await ask.isVisible()) await page.keyboard.press('Enter');
    await until('the deletion', () => !has('places.fits.yaml'));
    await seen(missing);
    await tour.picture('deleted');
    await command(page, 'View: Show FITS');
    await seen(treeRow(page, /^hall, \d+ assets/));
    await tour.picture('deleted-tree');
    await command(page, 'View: Show Explorer');
    await fileRow(page, 'networks.fits.yaml').click();
    await undo(page, () => has('places.fits.yaml'));
    await gone(missing);
    await command(page, 'View: Show FITS');
    await seen(treeRow(page, /^Hall, \d+ assets/));
    await closePanel(page);
    await closeEditors(page);
  });
}
