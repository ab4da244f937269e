/** The language server is killed, comes back, and the findings with it. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { closeEditors, command, goTo, gone, openFile, seen, toast, until, problems, closePanel } from './hands.ts';
import { lineOf, type Schools } from './school.ts';
import { ownLog } from './secrets.ts';
import type { Tour } from './tour.ts';

/** Processes that run the server out of the folder of this tour's own extensions. */
function servers(extensionsDir: string): number[] {
  const all = fs.readdirSync('/proc').filter(name => /^\d+$/.test(name));
  return all
    .filter(id => commandLine(id).some(word => word.startsWith(extensionsDir) && word.endsWith('dist/server.js')))
    .map(Number);
}

function commandLine(id: string): readonly string[] {
  try {
    return fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // it has ended meanwhile
  }
}

interface Folders {
  readonly userDataDir: string;
  readonly extensionsDir: string;
}

export async function visitCrash(tour: Tour, { primary }: Schools, folders: Folders): Promise<void> {
  const { page } = tour;
  const file = path.join(primary, 'assets/wireless.fits.yaml');
  await tour.step('our log holds no error', () => {
    const errors = ownLog(folders.userDataDir)
      .split('\n')
      .filter(line => / \[error\] /.test(line));
    assert.deepEqual(errors, []);
    return Promise.resolve();
  });
  await tour.step('the language server is killed: it is back, says so once, and the findings are back', async () => {
    const [first, ...others] = servers(path.join(folders.extensionsDir));
    assert.ok(first !== undefined && others.length === 0, 'one server runs');
    process.kill(first, 'SIGKILL');
    await seen(toast(page, 'has been started again'));
    await tour.picture('server-back');
    await until('another server', () => servers(folders.extensionsDir).some(id => id !== first));
    assert.equal(await toast(page, 'has been started again').count(), 1);
    await command(page, 'Notifications: Clear All Notifications');
    await openFile(page, 'wireless.fits.yaml');
    await goTo(page, lineOf(file, 'id: AP-03', 'type: access_point'), 'type: '.length + 1);
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('acess_point');
    await page.keyboard.press('Escape');
    await seen(page.locator('.squiggly-error'));
    const panel = await problems(page);
    await seen(panel.getByText(/Support for Windows Server 2016 ends/));
    await closePanel(page);
    await command(page, 'File: Revert File');
    await gone(page.locator('.squiggly-error'));
    assert.equal(await page.locator('.notification-toast').count(), 0, 'nothing else is said');
    await closeEditors(page);
  });
}
