/** All assets as a table: sorted, filtered, edited, filled down, taken back. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { choose, closeEditors, command, seen, until } from './hands.ts';
import { webview } from './form.ts';
import type { Schools } from './school.ts';
import type { Tour } from './tour.ts';

export async function visitTable(tour: Tour, { primary }: Schools): Promise<void> {
  const { page } = tour;
  const file = path.join(primary, 'assets/printers.fits.yaml');
  const before = fs.readFileSync(file, 'utf8');
  const table = webview(page);
  const grid = table.getByRole('grid');
  const heading = (name: string) => table.getByRole('columnheader', { name, exact: true });
  const here = table.locator('.cell[data-here]');

  await tour.step('table: the assets, sorted and filtered by keyboard', async () => {
    await command(page, 'FITS: Open Table…');
    await choose(page, 'Which records do you want to see', 'Assets');
    await seen(table.getByRole('gridcell', { name: 'Firewall', exact: true }));
    await tour.picture('table', { readme: true });
    await grid.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await seen(table.locator('[aria-sort="ascending"]'));
    await page.keyboard.press('Enter');
    await seen(table.locator('[aria-sort="descending"]'));
    await table.getByRole('searchbox').focus();
    await page.keyboard.type('printer KS1 corridor');
    await until('one row', async () => (await grid.getAttribute('aria-rowcount')) === '2');
    await table.getByRole('searchbox').selectText();
    await page.keyboard.type('PRN-');
    await until('the printers', async () => (await grid.getAttribute('aria-rowcount')) === '5');
    await tour.picture('table-filtered');
  });
  await tour.step('table: a cell is edited, a place is picked by its title', async () => {
    await heading('Place').click();
    await seen(table.locator('[aria-sort="ascending"]'));
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+ArrowUp');
    await page.keyboard.press('F2');
    await page.keyboard.type('library cup', { delay: 20 });
    await seen(table.getByRole('option', { name: /Library cupboard/, selected: true }));
    await tour.picture('table-edit');
    await page.keyboard.press('Enter');
    await until('the place in the file', () => fs.readFileSync(file, 'utf8').includes('location: library-cupboard'));
    await seen(table.getByRole('gridcell', { name: 'Library cupboard' }));
  });
  await tour.step('table: filled down over the ticked rows, and taken back as one', async () => {
    const edited = fs.readFileSync(file, 'utf8');
    await seen(here);
    await page.keyboard.press('Control+ArrowUp');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+ArrowUp');
    await page.keyboard.press('Control+D');
    const places = (): number => fs.readFileSync(file, 'utf8').split('location: library-cupboard').length - 1;
    await until('three places', () => places() === 3);
    await tour.picture('table-filled');
    await page.keyboard.press('Control+Z');
    await until('one place', () => places() === 1);
    assert.equal(fs.readFileSync(file, 'utf8'), edited);
    await page.keyboard.press('Control+Z');
    await until('the file as it was', () => fs.readFileSync(file, 'utf8') === before);
  });
  await tour.step('table: one value for all that are ticked', async () => {
    await table.getByRole('button', { name: 'Change All Ticked…' }).click();
    await table.getByLabel('Column', { exact: true }).selectOption('Make');
    await table.getByLabel('New value of “Make”').fill('Example and Sons');
    await tour.picture('table-bulk');
    await page.keyboard.press('Enter');
    await until('three makes', () => fs.readFileSync(file, 'utf8').split('make: Example and Sons').length === 4);
    await table.getByRole('button', { name: 'Undo' }).click();
    await until('the file as it was', () => fs.readFileSync(file, 'utf8') === before);
  });
  await tour.step('table: a row opens as a form', async () => {
    await grid.focus();
    await page.keyboard.press('Control+Enter');
    await seen(webview(page).getByRole('heading', { level: 1, name: /./ }));
    await seen(page.locator('.tab.active', { hasText: 'printers.fits.yaml' }));
    await closeEditors(page);
  });
}
