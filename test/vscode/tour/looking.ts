/** Hover and go to definition. */
import path from 'node:path';
import { activeTab, closeEditors, command, goTo, openFile, pointAt, seen } from './hands.ts';
import { lineOf, type Schools } from './school.ts';
import type { Tour } from './tour.ts';

export async function visitHover(tour: Tour, { primary }: Schools): Promise<void> {
  const { page } = tour;
  const hover = page.locator('.monaco-hover:not(.hidden)');
  const printers = path.join(primary, 'assets/printers.fits.yaml');
  const point = async (text: string, within: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await pointAt(page, lineOf(printers, 'id: PRN-03', text), text.indexOf(within) + 3);
  };
  await tour.step('hover over the name of a field', async () => {
    await openFile(page, 'printers.fits.yaml');
    await point('lease_until: 2028', 'lease');
    await seen(hover.getByText(/lease/i));
    await tour.picture('hover-field', { pointing: true });
  });
  await tour.step('hover over a place and over a supplier', async () => {
    await point('location: KS2-classrooms', 'KS2');
    await seen(hover.getByText('KS2 classrooms 7 to 14'));
    await tour.picture('hover-place', { pointing: true });
    await point('supplier: SUP-PRN', 'SUP');
    await seen(hover.getByText(/SUP-PRN/));
    await tour.picture('hover-supplier', { pointing: true });
    await page.keyboard.press('Escape');
  });
  await tour.step('hover over an asset, by keyboard', async () => {
    const file = path.join(primary, 'problems.fits.yaml');
    await openFile(page, 'problems.fits.yaml');
    await goTo(page, lineOf(file, 'assets: [SW-05'), 'assets: [SW'.length);
    await command(page, 'Show or Focus Hover');
    await seen(hover.getByText('KS1 switch'));
    await tour.picture('hover', { readme: true, pointing: true });
    await page.keyboard.press('Escape');
  });
  await tour.step('F12 goes to the record', async () => {
    await page.keyboard.press('F12');
    await seen(activeTab(page, 'network.fits.yaml'));
    const line = lineOf(path.join(primary, 'assets/network.fits.yaml'), 'id: SW-05');
    await seen(page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${String(line)}, Col`) }));
    await closeEditors(page);
  });
}
