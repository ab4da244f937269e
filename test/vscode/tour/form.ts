/** A record as a form, without the mouse wherever a person could do without it. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { closeEditors, command, editorLine, goTo, gone, openFile, seen, until } from './hands.ts';
import { lineOf, type Schools } from './school.ts';
import type { Tour } from './tour.ts';

/** The page inside the webview in front: a frame in a frame. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('iframe#active-frame');
}

/** The box of a field, by its path in the record. */
function field(form: FrameLocator, name: string): Locator {
  return form.locator(`.field[data-path="${name}"]`);
}

export async function visitForm(tour: Tour, { primary }: Schools): Promise<void> {
  const { page } = tour;
  const file = path.join(primary, 'assets/printers.fits.yaml');
  const before = fs.readFileSync(file, 'utf8');
  const form = webview(page);
  const type = async (label: string, text: string): Promise<void> => {
    // Not by Ctrl+A: the workbench selects a moment later, when the first letter is typed already.
    await form.getByLabel(label, { exact: true }).selectText();
    await page.keyboard.type(text);
  };

  await tour.step('form: the record under the cursor opens as a form', async () => {
    await openFile(page, 'printers.fits.yaml');
    await goTo(page, lineOf(file, 'id: PRN-04'));
    await command(page, 'FITS: Open as Form');
    await seen(form.getByRole('heading', { level: 1, name: 'KS1 corridor printer' }));
    await tour.picture('form', { readme: true });
  });
  await tour.step('form: a field is changed, Escape keeps it as it was, undo takes a change back', async () => {
    await type('Make', 'Nobody');
    await page.keyboard.press('Escape');
    await until(
      'the old text',
      async () => (await form.getByLabel('Make', { exact: true }).inputValue()) === 'Example',
    );
    await type('Make', 'Another maker');
    await page.keyboard.press('Enter');
    await seen(page.locator('.tab.active.dirty'));
    await page.keyboard.press('Control+Z');
    await gone(page.locator('.tab.active.dirty'));
    await until(
      'the old text',
      async () => (await form.getByLabel('Make', { exact: true }).inputValue()) === 'Example',
    );
  });
  await tour.step('form: a place is picked by its title', async () => {
    await type('Place', 'head teach');
    await seen(form.getByRole('option', { name: /fire-safe/, selected: true }));
    await tour.picture('form-place');
    await page.keyboard.press('Enter');
    await seen(page.locator('.tab.active.dirty'));
    await until('the title', async () =>
      /\(fire-safe\)$/.test(await form.getByLabel('Place', { exact: true }).inputValue()),
    );
  });
  await tour.step('form: what is not known is said so, with one key', async () => {
    await form.getByRole('button', { name: 'Serial number: Not known' }).focus();
    await page.keyboard.press('Enter');
    await seen(form.locator('.field[data-path="serial"][data-state="unknown"]'));
  });
  await tour.step('form: a date of two meanings is a question, and what is wrong stands beside its field', async () => {
    await form.locator('summary', { hasText: 'More' }).last().focus();
    await page.keyboard.press('Enter');
    await type('Warranty until', '03/04/2019');
    await page.keyboard.press('Enter');
    await seen(field(form, 'warranty_until').getByText('3 April, or 4 March?'));
    await form.getByLabel('Warranty until', { exact: true }).scrollIntoViewIfNeeded();
    await tour.picture('form-question');
    await field(form, 'warranty_until').getByRole('button', { name: '4 March 2019' }).press('Enter');
    await until(
      'the date',
      async () => (await form.getByLabel('Warranty until', { exact: true }).inputValue()) === '2019-03-04',
    );
    const finding = field(form, 'warranty_until').locator('.findings li.error');
    await seen(finding);
    await tour.picture('form-finding');
    await form.getByLabel('Warranty until', { exact: true }).selectText();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await gone(finding);
  });
  await tour.step('form: a list takes one more, and the file has just these changes', async () => {
    await type('Tag', 'for the tour');
    await page.keyboard.press('Enter');
    await seen(form.locator('.item .field[data-path="tags.1"]'));
    await page.keyboard.press('Control+S');
    await gone(page.locator('.tab.active.dirty'));
    await tour.picture('form-list');
    const after = fs.readFileSync(file, 'utf8');
    const changed = before
      .replace(/(id: PRN-04[^]*?location: )\S+/, '$1fire-safe')
      .replace(/(id: PRN-04[^]*?serial: )\S+/, '$1unknown');
    assert.equal(after.replace('tags:\n  - for the tour\n', ''), changed);
  });
  await tour.step('form: another record of the file, and the way to the text', async () => {
    await form.getByLabel('Record in this file').selectOption({ index: 0 });
    await seen(form.getByRole('heading', { level: 1, name: /printer|copier/i }));
    await gone(form.getByRole('heading', { level: 1, name: 'KS1 corridor printer' }));
    await form.getByRole('button', { name: 'Open the Text' }).click();
    await seen(editorLine(page, 'kind: asset'));
  });
  await tour.step('form: in the dark theme', async () => {
    await command(page, 'FITS: Open as Form');
    await seen(form.getByRole('heading', { level: 1 }));
    await command(page, 'Preferences: Toggle between Light/Dark Themes');
    await seen(form.getByRole('heading', { level: 1 }));
    await tour.picture('form-dark');
    await command(page, 'Preferences: Toggle between Light/Dark Themes');
    await closeEditors(page);
    fs.writeFileSync(file, before);
  });
}
