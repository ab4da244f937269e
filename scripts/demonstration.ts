/** A copy of a sample school with the demonstration network behind it: for `npm start`, the suite and the tour. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from './root.ts';

/** The contract of test/simulators/demonstration.ts. */
export interface Network {
  readonly addressMap: Record<string, unknown>;
  readonly credentials: Record<string, Record<string, unknown>>;
  readonly describe: string[];
  close(): Promise<void>;
}

export interface Demonstration {
  /** Holds the copies, one folder per sample. */
  readonly folder: string;
  readonly primarySchool: string;
  readonly neglectedSchool: string;
  /** User settings: the address map, and the day on which the samples' dates make sense. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** For the extension host: packets stay on this machine, and the devices' credentials. */
  readonly env: Readonly<Record<string, string>>;
  readonly describe: readonly string[];
  close(): Promise<void>;
}

const samplesToday = '2026-11-23';

async function startNetwork(): Promise<Network> {
  const script = inRoot('test/simulators/demonstration.ts');
  if (!fs.existsSync(script))
    return {
      addressMap: {},
      credentials: {},
      describe: ['There is no demonstration network yet (test/simulators/demonstration.ts).'],
      close: () => Promise.resolve(),
    };
  const module = (await import(pathToFileURL(script).href)) as { startDemonstration(): Promise<Network> };
  return module.startDemonstration();
}

function copySample(name: string, folder: string): string {
  const from = inRoot('samples', name);
  const to = path.join(folder, name);
  if (fs.existsSync(from)) fs.cpSync(from, to, { recursive: true });
  else fs.mkdirSync(to, { recursive: true });
  return to;
}

/** `temp` belongs to the caller, who also removes it. */
export async function startDemonstrationIn(temp: string): Promise<Demonstration> {
  const network = await startNetwork();
  const folder = path.join(temp, 'schools');
  fs.mkdirSync(folder, { recursive: true });
  const credentials = path.join(temp, 'credentials.json');
  fs.writeFileSync(credentials, JSON.stringify(network.credentials, null, 2), { mode: 0o600 });
  copySample('two-schools', folder);
  return {
    folder,
    primarySchool: copySample('primary-school', folder),
    neglectedSchool: copySample('neglected-school', folder),
    settings: { 'fits.addressMap': network.addressMap, 'fits.today': samplesToday },
    env: { FITS_ONLY_LOOPBACK: '1', FITS_CREDENTIALS: credentials },
    describe: network.describe,
    close: () => network.close(),
  };
}
