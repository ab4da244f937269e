/** What the tour goes to: copies of the samples, with the demonstration network behind them. */
import fs from 'node:fs';
import path from 'node:path';
import { demonstrationSchools, demonstrationSecrets as secrets } from '../../simulators/demonstration-devices.data.ts';
import { startDemonstration, type Demonstration } from '../../simulators/demonstration.ts';

export interface Schools {
  readonly primary: string;
  readonly neglected: string;
  /** Holds no record. */
  readonly empty: string;
  /** Holds nothing at all: where a technician begins. */
  readonly firstDay: string;
  readonly network: Demonstration;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string>>;
}

const samples = path.resolve(import.meta.dirname, '../../../samples');

export async function openSchools(temp: string): Promise<Schools> {
  const copy = (name: string): string => {
    const to = path.join(temp, 'schools', name);
    fs.cpSync(path.join(samples, name), to, { recursive: true });
    return to;
  };
  const empty = path.join(temp, 'schools', 'new-school');
  fs.mkdirSync(empty, { recursive: true });
  const firstDay = path.join(temp, 'hilltop');
  fs.mkdirSync(firstDay, { recursive: true });
  const network = await startDemonstration();
  const credentials = path.join(temp, 'credentials.json');
  // Only the one for wireless points and printers: the other is stored by hand, as a technician does it.
  const known = { 'snmp-v2c-read': { v: '2c', community: secrets.community } };
  const file = Object.fromEntries(demonstrationSchools.map(school => [school, known]));
  fs.writeFileSync(credentials, JSON.stringify(file), { mode: 0o600 });
  return {
    primary: copy('primary-school'),
    neglected: copy('neglected-school'),
    empty,
    firstDay,
    network,
    settings: { ...stillSettings, 'fits.addressMap': network.addressMap, 'fits.today': '2026-11-23' },
    env: { FITS_ONLY_LOOPBACK: '1', FITS_CREDENTIALS: credentials },
  };
}

/** Trust is asked for as it is of a person; nothing blinks, so that pictures stand still. */
const stillSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'always',
  'editor.cursorBlinking': 'solid',
  'workbench.reduceMotion': 'on',
  'editor.minimap.enabled': false,
  'fits.trace.server': 'verbose',
};

/** The line, counted from 1, of a text after another text in a file. */
export function lineOf(file: string, ...texts: readonly string[]): number {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  let at = -1;
  for (const text of texts) {
    const found = lines.findIndex((line, index) => index > at && line.includes(text));
    if (found < 0) throw new Error(`${path.basename(file)} has no "${text}" after line ${String(at + 1)}.`);
    at = found;
  }
  return at + 1;
}
