/** A new record without the mouse. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { activeTab, answer, choose, closeEditors, command, gone, seen, treeRow, until } from './hands.ts';
import type { Schools } from './school.ts';
import type { Tour } from './tour.ts';

export async function visitNewRecord(tour: Tour, { primary }: Schools): Promise<void> {
  const { page } = tour;
  const take = async (typed: string, entry: string): Promise<void> => {
    const list = page.locator('.suggest-widget.visible .monaco-list-row');
    await seen(list);
    await page.keyboard.type(typed);
    await seen(page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: entry }));
    await page.keyboard.press('Enter');
    await gone(list);
  };
  await tour.step('a new record by keyboard only', async () => {
    await command(page, 'FITS: New Record…');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await tour.picture('new-record');
    await choose(page, 'What do you want to record?', 'Asset');
    await choose(page, 'Where should it be kept?', 'Into a new file');
    await answer(page, 'Name of the new file', 'library.fits.yaml');
    await seen(activeTab(page, 'library.fits.yaml'));
    await seen(page.locator('.view-line', { hasText: 'kind: asset' }));
    await tour.picture('new-record-blanks');
    await page.keyboard.type('PRN-05');
    await tour.picture('new-record-number');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Printer in the library');
    await page.keyboard.press('Tab');
    await take('print', 'printer');
    // A choice that is taken goes on to the next blank by itself.
    await page.keyboard.press('Control+Space');
    await tour.picture('new-record-place');
    await take('library', 'library-cupboard');
    await page.keyboard.press('Control+S');
    await until('the file', () => fs.existsSync(path.join(primary, 'library.fits.yaml')));
    await tour.picture('new-record-saved');
    const text = fs.readFileSync(path.join(primary, 'library.fits.yaml'), 'utf8');
    const [kind, id, title, type, location] = text.split('\n');
    assert.deepEqual(
      [kind, id, title, type, location],
      ['kind: asset', 'id: PRN-05', 'title: Printer in the library', 'type: printer', 'location: library-cupboard'],
    );
    await gone(page.locator('.squiggly-error'));
    await command(page, 'FITS: Filter Assets…');
    await answer(page, 'Words to look for', 'PRN-05');
    await seen(treeRow(page, /^Library cupboard, 1 asset/));
    await seen(treeRow(page, /^Printer in the library, PRN-05/));
    await command(page, 'FITS: Clear Asset Filter');
    await closeEditors(page);
  });
}
