/** Devices are asked: from the palette, from the tree, from the line above a record, all at once. */
import assert from 'node:assert/strict';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import {
  answer,
  choose,
  clearToasts,
  closeEditors,
  command,
  goTo,
  gone,
  openFile,
  patience,
  seen,
  toast,
  treeRow,
  until,
} from './hands.ts';
import { lineOf, type Schools } from './school.ts';
import type { Tour } from './tour.ts';

async function filter(page: Page, words: string): Promise<void> {
  await command(page, 'FITS: Filter Assets…');
  await answer(page, 'Words to look for', words);
}

export async function visitProbing(tour: Tour, { primary, network }: Schools): Promise<void> {
  const { page } = tour;
  const result = (text: string): Locator => page.locator('.view-line', { hasText: text });
  await tour.step('a probe from the palette: the device says its name', async () => {
    await command(page, 'View: Show FITS');
    await filter(page, 'printer');
    await command(page, 'FITS: Probe Device…');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor({ timeout: patience });
    await tour.picture('choose-device');
    await choose(page, 'Which device?', 'PRN-01', 'Office printer');
    await seen(result('calls itself'));
    await seen(result('prn-01'));
    await seen(treeRow(page, /^Office printer, PRN-01 · answers/));
    await tour.picture('probe-palette');
    await closeEditors(page);
  });
  await tour.step('a probe from the tree: a printer that answers in part', async () => {
    await filter(page, 'PRN-03');
    const row = treeRow(page, /^KS2 corridor printer/);
    // The tree may be drawn anew under the mouse.
    await until('the button of the row', async () => {
      await row.hover();
      return row
        .getByRole('button', { name: 'Probe Device…' })
        .click({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        );
    });
    await seen(toast(page, 'Probing'));
    await tour.picture('probe-progress');
    await seen(treeRow(page, /^KS2 corridor printer, PRN-03 · answers in part/));
    await seen(result('SNMP'));
    await tour.picture('probe-tree');
    await closeEditors(page);
  });
  await tour.step('a probe from the line above a record: a wireless point that is silent', async () => {
    await filter(page, 'AP-07');
    await openFile(page, 'wireless.fits.yaml');
    await goTo(page, lineOf(path.join(primary, 'assets/wireless.fits.yaml'), 'id: AP-07'));
    await until('the line above the record', async () => {
      const cursor = await page.locator('.editor-group-container.active .cursor').first().boundingBox();
      const lenses = await page.locator('.editor-group-container.active .codelens-decoration a').all();
      for (const lens of lenses) {
        const box = await lens.boundingBox();
        if (box === null || cursor === null || box.y > cursor.y || cursor.y - box.y > 60) continue;
        await page.mouse.click(box.x + 20, box.y + box.height / 2);
        return true;
      }
      return false;
    });
    await seen(toast(page, 'Probing'));
    await seen(treeRow(page, /AP-07 · does not answer/));
    await seen(result('no answer'));
    await tour.picture('probe-lens');
    await closeEditors(page);
    await command(page, 'FITS: Clear Asset Filter');
    await seen(treeRow(page, /^Hall, \d+ assets/));
  });
  await tour.step('a check of all devices can be stopped', async () => {
    await command(page, 'FITS: Check All Devices');
    await seen(toast(page, 'Checking the devices of'));
    await tour.picture('check-all-progress');
    await toast(page, 'Checking the devices of').getByRole('button', { name: 'Cancel' }).click();
    await gone(toast(page, 'Checking the devices of'));
    await tour.picture('check-all-stopped');
    await closeEditors(page);
  });
  await tour.step('a check of all devices: its summary, and the tree in green, amber and red', async () => {
    const before = network.counters.all();
    await command(page, 'FITS: Check All Devices');
    await seen(result('does not answer'));
    await seen(treeRow(page, /^Wireless, hall, door side, AP-02 · answers/));
    assert.ok(network.counters.all() > before);
    await tour.picture('check-all');
    await clearToasts(page);
    await filter(page, 'KS2');
    await seen(treeRow(page, /AP-07 · does not answer/));
    await seen(treeRow(page, /PRN-03 · answers in part/));
    await tour.picture('probe', { readme: true });
    await command(page, 'FITS: Clear Asset Filter');
    await closeEditors(page);
  });
}
