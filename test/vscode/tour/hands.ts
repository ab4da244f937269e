/** What a person does with keyboard and mouse. Every wait is for something that is seen. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

export const patience = Number(process.env.FITS_PATIENCE ?? 60_000);

/** The palette, by the command's whole title. */
export async function command(page: Page, title: string): Promise<void> {
  await summon(page, 'F1', 'Type the name of a command to run.');
  await type(page, `>${title}`);
  await focused(page, title).waitFor({ timeout: patience });
  await page.keyboard.press('Enter');
}

/** Presses the key until the list is there: a list that is just closing swallows it. */
async function summon(page: Page, key: string, question: string): Promise<void> {
  const input = page.locator(`.quick-input-widget input[placeholder^="${question}"]`);
  await until(`the list behind ${key}`, async () => {
    await page.keyboard.press(key);
    return input.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
  });
}

/** Types into the quick input over whatever stands there. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator('.quick-input-widget input').first().waitFor({ timeout: patience });
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

function focused(page: Page, text: string): Locator {
  return page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
}

/** A list that asks a question: types until the entry stands first, and takes it. */
export async function choose(page: Page, question: string, typed: string, entry = typed): Promise<void> {
  await page.locator(`.quick-input-widget input[placeholder^="${question}"]`).waitFor({ timeout: patience });
  await type(page, typed);
  await focused(page, entry).waitFor({ timeout: patience });
  await page.keyboard.press('Enter');
}

/** An input box: waits for its prompt, types, and goes on. */
export async function answer(page: Page, prompt: string, text: string): Promise<void> {
  await page.locator('.quick-input-widget', { hasText: prompt }).waitFor({ timeout: patience });
  await type(page, text);
  await page.keyboard.press('Enter');
}

export async function openFile(page: Page, name: string): Promise<void> {
  await summon(page, 'Control+P', 'Search files by name');
  await type(page, name);
  await focused(page, name.split('/').at(-1) ?? name).waitFor({ timeout: patience });
  await page.keyboard.press('Enter');
  await activeTab(page, name.split('/').at(-1) ?? name).waitFor({ timeout: patience });
}

export function activeTab(page: Page, name: string): Locator {
  return page.locator('.editor-group-container.active .tab.active', { hasText: name });
}

/** Line and column, counted from 1. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await page.keyboard.press('Control+G');
  await type(page, `:${String(line)}:${String(column)}`);
  await focused(page, `go to line ${String(line)}`).waitFor({ timeout: patience });
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: `Ln ${String(line)}, Col ${String(column)}` }).waitFor();
}

/** A line of text in an open editor. */
export function editorLine(page: Page, text: string): Locator {
  return page.locator('.view-line', { hasText: text }).first();
}

/** Rests the mouse on what stands at a line and column. */
export async function pointAt(page: Page, line: number, column: number): Promise<void> {
  await goTo(page, line, column);
  const box = await page.locator('.editor-group-container.active .cursors-layer .cursor').first().boundingBox();
  assert.ok(box, 'the cursor is seen');
  await page.mouse.move(box.x + 30, box.y + box.height / 2);
  await page.mouse.move(box.x + 3, box.y + box.height / 2);
}

export async function seen(where: Locator): Promise<void> {
  await where.first().waitFor({ timeout: patience });
}

export async function gone(where: Locator): Promise<void> {
  await where.first().waitFor({ state: 'hidden', timeout: patience });
}

/** A row of a tree whose label or description holds the text. */
export function treeRow(page: Page, name: string | RegExp): Locator {
  return page.locator('.sidebar').getByRole('treeitem', { name }).first();
}

export function toast(page: Page, text: string): Locator {
  return page.locator('.notification-toast', { hasText: text });
}

export async function clearToasts(page: Page): Promise<void> {
  await command(page, 'Notifications: Clear All Notifications');
  await gone(page.locator('.notification-toast'));
}

/** The Problems panel, opened when it is not. */
export async function problems(page: Page): Promise<Locator> {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await command(page, 'View: Focus Problems');
  await seen(panel);
  return panel;
}

export async function closePanel(page: Page): Promise<void> {
  if (await page.locator('.part.panel').isVisible()) await command(page, 'View: Hide Panel');
  await gone(page.locator('.part.panel'));
}

export async function closeEditors(page: Page): Promise<void> {
  await command(page, 'View: Close All Editors');
  const ask = page.locator('.monaco-dialog-box');
  await until(
    'the editors to close',
    async () => (await page.locator('.tab').count()) === 0 || (await ask.isVisible()),
  );
  if (await ask.isVisible()) await ask.getByRole('button', { name: "Don't Save" }).click();
  await gone(page.locator('.tab'));
}

/** The file system is asked for what the window did. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const limit = Date.now() + patience;
  while (!(await holds())) {
    assert.ok(Date.now() < limit, `Waited for ${what}.`);
    await new Promise(done => setTimeout(done, 50));
  }
}

/** Draws the side bar wider, so that the rows of the trees are read to their end. */
export async function widen(page: Page): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  assert.ok(box, 'the side bar is seen');
  const edge = box.x + box.width + 2;
  await page.mouse.move(edge, 400);
  await page.mouse.down();
  await page.mouse.move(edge + 90, 400, { steps: 5 });
  await page.mouse.up();
}
