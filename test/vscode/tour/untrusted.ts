/** A folder that nobody trusts yet: records are checked, no device hears anything. */
import assert from 'node:assert/strict';
import path from 'node:path';
import {
  choose,
  clearToasts,
  closeEditors,
  closePanel,
  command,
  editorLine,
  goTo,
  gone,
  openFile,
  patience,
  problems,
  seen,
  toast,
} from './hands.ts';
import { lineOf, type Schools } from './school.ts';
import type { Tour } from './tour.ts';

export async function visitUntrusted(tour: Tour, { network, primary }: Schools): Promise<void> {
  const { page } = tour;
  await tour.step('the workbench comes, and the folder is not trusted', async () => {
    await page.getByRole('button', { name: /No, I don.t trust/ }).click({ timeout: patience });
    await gone(page.locator('.monaco-dialog-box'));
    await seen(page.locator('.statusbar-item', { hasText: 'Restricted Mode' }));
  });
  await tour.step('untrusted: records are checked all the same', async () => {
    await openFile(page, 'servers.fits.yaml');
    await goTo(page, lineOf(path.join(primary, 'assets/servers.fits.yaml'), 'id: SRV-02', 'end_of_support'));
    await seen(page.locator('.squiggly-warning'));
    const panel = await problems(page);
    await seen(panel.getByText(/Support for Windows Server 2016 ends/));
    await tour.picture('untrusted-problems');
    await closePanel(page);
  });
  await tour.step('untrusted: the commands say that nothing is sent, and nothing is', async () => {
    const before = network.counters.all();
    for (const title of ['FITS: Probe Device…', 'FITS: Check All Devices']) {
      await command(page, title);
      await seen(toast(page, 'nothing is sent'));
      await tour.picture(`untrusted-${title.includes('All') ? 'check-all' : 'probe'}`);
      await clearToasts(page);
    }
    await seen(editorLine(page, 'kind: asset'));
    assert.equal(network.counters.all(), before, 'no device received anything');
    assert.equal(before, 0, 'nor did it before');
  });
  await tour.step('trust is given, and the same command works', async () => {
    await command(page, 'FITS: Probe Device…');
    await toast(page, 'nothing is sent').getByRole('button', { name: 'Manage Trust' }).click();
    await seen(page.locator('.workspace-trust-editor'));
    await tour.picture('manage-trust');
    assert.equal(network.counters.all(), 0, 'up to this moment no device received anything');
    await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
    await gone(page.locator('.statusbar-item', { hasText: 'Restricted Mode' }));
    await command(page, 'View: Close Modal Editor');
    await gone(page.locator('.workspace-trust-editor'));
    await command(page, 'FITS: Probe Device…');
    await choose(page, 'Which device?', 'AP-01', 'Wireless, hall, stage side');
    await seen(page.locator('.view-line', { hasText: 'calls itself' }));
    assert.ok(network.counters.of('AP-01').snmp > 0, 'the device was asked');
    await closeEditors(page);
  });
}
