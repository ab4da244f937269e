/** A record goes wrong under the keyboard and is mended. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { closeEditors, closePanel, command, editorLine, goTo, gone, openFile, problems, seen } from './hands.ts';
import { lineOf, type Schools } from './school.ts';
import type { Tour } from './tour.ts';

/** Puts the cursor into the value of a line and selects all of the value. */
async function selectValue(page: Page, line: number, text: string): Promise<void> {
  await goTo(page, line, text.indexOf(': ') + 3);
  await page.keyboard.press('Shift+End');
}

export async function visitMending(tour: Tour, { primary }: Schools): Promise<void> {
  const { page } = tour;
  const file = path.join(primary, 'assets/printers.fits.yaml');
  const wrong = /swich. is not one of the choices/;
  const typeLine = lineOf(file, 'id: PRN-04', 'type: printer');
  const placeLine = lineOf(file, 'id: PRN-04', 'location:');

  await tour.step('a slip of the pen is underlined and explained', async () => {
    await openFile(page, 'printers.fits.yaml');
    await selectValue(page, typeLine, 'type: printer');
    await page.keyboard.type('swich');
    await page.keyboard.press('Escape');
    await seen(page.locator('.squiggly-error'));
    await seen((await problems(page)).getByText(wrong));
    await tour.picture('slip');
  });
  await tour.step('the fix, by keyboard', async () => {
    // By keyboard back into the text: the panel stays open.
    await command(page, 'View: Focus Active Editor Group');
    await goTo(page, typeLine, 'type: sw'.length);
    await page.keyboard.press('Control+.');
    await seen(page.locator('.action-widget .monaco-list-row'));
    await tour.picture('fix', { readme: true });
    await page.keyboard.press('Enter');
    await seen(editorLine(page, 'type: switch'));
    await gone(page.locator('.squiggly-error'));
    await gone((await problems(page)).getByText(wrong));
    await closePanel(page);
  });
  await tour.step('undo brings it back', async () => {
    await page.keyboard.press('Control+Z');
    await seen(editorLine(page, 'type: swich'));
    await seen(page.locator('.squiggly-error'));
  });
  await tour.step('completion mends it as well', async () => {
    await selectValue(page, typeLine, 'type: swich');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+Space');
    await seen(page.locator('.suggest-widget.visible .monaco-list-row'));
    await page.keyboard.type('swi');
    await seen(page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'switch' }));
    await tour.picture('completion-type');
    await page.keyboard.press('Enter');
    await seen(editorLine(page, 'type: switch'));
    await gone(page.locator('.squiggly-error'));
    await gone((await problems(page)).getByText(wrong));
    await closePanel(page);
  });
  await tour.step('a place is found by its title', async () => {
    await selectValue(page, placeLine, 'location: KS1-classrooms');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+Space');
    await seen(page.locator('.suggest-widget.visible .monaco-list-row'));
    await tour.picture('completion', { readme: true });
    await page.keyboard.type('head teach');
    await seen(page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'fire-safe' }));
    await tour.picture('completion-place-by-title');
    await page.keyboard.press('Enter');
    await seen(editorLine(page, 'location: fire-safe'));
  });
  await tour.step('the file goes back to what was saved', async () => {
    await command(page, 'File: Revert File');
    await seen(editorLine(page, 'location: KS1-classrooms'));
    await gone(page.locator('.squiggly-error'));
    await closeEditors(page);
  });
}
