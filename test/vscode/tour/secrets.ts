/** A credential is stored by keyboard, used, and found nowhere afterwards. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { demonstrationSecrets as secrets } from '../../simulators/demonstration-devices.data.ts';
import { answer, choose, closeEditors, command, gone, seen } from './hands.ts';
import type { Tour } from './tour.ts';

interface Found {
  readonly file: string;
  readonly secret: string;
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name));
}

/** Every file that VS Code keeps for its user: settings, states, logs, the channels of the Output. */
function leaks(userDataDir: string): readonly Found[] {
  const words = [secrets.community, secrets.authPassword, secrets.privPassword];
  return filesBelow(userDataDir).flatMap(file => {
    const bytes = fs.readFileSync(file);
    return words
      .filter(word => bytes.includes(word))
      .map(secret => ({ file: path.relative(userDataDir, file), secret }));
  });
}

/** What we wrote into our own channel of the Output. */
export function ownLog(userDataDir: string): string {
  const logs = filesBelow(userDataDir).filter(file => /FITS Maintenance\.log$/.test(file));
  return logs.map(file => fs.readFileSync(file, 'utf8')).join('\n');
}

export async function visitSecrets(tour: Tour, userDataDir: string): Promise<void> {
  const { page } = tour;
  const result = (text: string) => page.locator('.view-line', { hasText: text });
  const heard: string[] = [];
  page.on('console', message => heard.push(message.text()));

  await tour.step('without its password a switch answers in part, and the result says what to do', async () => {
    await command(page, 'FITS: Probe Device…');
    await choose(page, 'Which device?', 'SW-01', 'Core switch');
    await seen(result('Nothing that fits is'));
    await tour.picture('no-credential');
    await closeEditors(page);
  });
  await tour.step('a credential for SNMP v3 is stored by keyboard', async () => {
    const question = async (text: string, typed: string, entry = typed): Promise<void> => {
      await choose(page, text, typed, entry);
    };
    await command(page, 'FITS: Store Credential…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'snmp-v3-core' }).waitFor();
    await tour.picture('credential-name');
    await question('Which name', 'snmp-v3-core');
    await answer(page, 'The user name', secrets.user);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'authPriv' }).waitFor();
    await tour.picture('credential-level');
    await question('How is the talk', 'Password and encryption');
    await question('How is the password checked?', 'SHA-1');
    await answer(page, 'The password', secrets.authPassword);
    await question('How is it encrypted?', 'AES-128');
    await answer(page, 'The password for the encryption', secrets.privPassword);
    await seen(page.locator('.statusbar-item', { hasText: 'Stored "snmp-v3-core" on this computer.' }));
    await gone(page.locator('.quick-input-widget'));
    await tour.picture('credential-stored');
  });
  await tour.step('with it, and with everything written down, the switch says its name', async () => {
    await command(page, 'Developer: Set Log Level...');
    await choose(page, 'Set Log Level', 'Trace');
    await command(page, 'FITS: Probe Device…');
    await choose(page, 'Which device?', 'SW-01', 'Core switch');
    await seen(result('calls itself'));
    await seen(result('sw-01'));
    await closeEditors(page);
  });
  await tour.step('no file, no channel and no console holds a password', async () => {
    assert.match(ownLog(userDataDir), /fits\/credential/, 'the talk is written down');
    assert.match(ownLog(userDataDir), /^Result: /m, 'with all that is said');
    assert.ok(
      leaks(path.dirname(userDataDir)).some(found => found.file.includes('credentials.json')),
      'the search finds',
    );
    assert.deepEqual(leaks(userDataDir), []);
    for (const word of [secrets.community, secrets.authPassword, secrets.privPassword])
      assert.ok(!heard.some(text => text.includes(word)), 'the console is clean');
    await command(page, 'FITS: Show Log');
    await tour.picture('log');
    await command(page, 'View: Hide Panel');
  });
}
