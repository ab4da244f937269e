/** The FITS side of the window: assets, open problems, the status. */
import path from 'node:path';
import {
  answer,
  choose,
  closeEditors,
  closePanel,
  command,
  goTo,
  gone,
  openFile,
  problems,
  seen,
  treeRow,
  widen,
} from './hands.ts';
import { lineOf, type Schools } from './school.ts';
import type { Tour } from './tour.ts';

export async function visitViews(tour: Tour, { primary }: Schools): Promise<void> {
  const { page } = tour;
  const assets = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Assets' }) });
  await tour.step('the views: assets by place, open problems by priority, their number on the icon', async () => {
    await command(page, 'View: Show FITS');
    await seen(treeRow(page, /^Hall, \d+ assets/));
    await seen(treeRow(page, /^Wireless drops in KS1 classrooms/));
    await seen(page.locator('.activitybar .action-item', { hasText: '5' }));
    await tour.picture('views-by-place');
    await widen(page);
    await openFile(page, 'servers.fits.yaml');
    await goTo(page, lineOf(path.join(primary, 'assets/servers.fits.yaml'), 'id: SRV-02', 'end_of_support'));
    await problems(page);
    await seen(page.locator('.activitybar .action-item', { hasText: '5' }));
    await tour.picture('overview', { readme: true });
    await closePanel(page);
    await closeEditors(page);
  });
  await tour.step('the views: assets by type and by status', async () => {
    await command(page, 'FITS: Group Assets…');
    await tour.picture('group-assets');
    await choose(page, 'How should the assets', 'By type');
    await seen(treeRow(page, /^Cabinet that holds equipment, 3 assets/));
    await tour.picture('views-by-type');
    await command(page, 'FITS: Group Assets…');
    await choose(page, 'How should the assets', 'By status');
    await seen(treeRow(page, /^In use, \d+ assets/));
    await tour.picture('views-by-status');
    await command(page, 'FITS: Group Assets…');
    await choose(page, 'How should the assets', 'By place');
    await seen(treeRow(page, /^Hall, \d+ assets/));
  });
  await tour.step('the views: a filter with the mouse, and without it again', async () => {
    await assets.hover();
    await assets.getByRole('button', { name: 'Filter Assets…' }).click();
    await answer(page, 'Words to look for', 'library');
    await gone(treeRow(page, /^Hall, \d+ assets/));
    await seen(treeRow(page, /^Library switch/));
    await tour.picture('views-filtered');
    await assets.hover();
    await assets.getByRole('button', { name: 'Clear Asset Filter' }).click();
    await seen(treeRow(page, /^Hall, \d+ assets/));
  });
  await tour.step('the views: a click opens the record, a problem as well', async () => {
    await treeRow(page, /^Projector in the hall/).click();
    await seen(page.locator('.tab.active', { hasText: 'classrooms.fits.yaml' }));
    await treeRow(page, /^Wireless drops in KS1 classrooms/).click();
    await seen(page.locator('.tab.active', { hasText: 'problems.fits.yaml' }));
  });
  await tour.step('the status says how things are', async () => {
    await page.locator('[id="status.languageStatus"]').hover();
    await seen(page.locator('.hover-language-status', { hasText: '5 open problems' }));
    await tour.picture('status', { pointing: true });
    await page.keyboard.press('Escape');
    await closeEditors(page);
  });
}
