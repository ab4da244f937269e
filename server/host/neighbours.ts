import { readFile } from 'node:fs/promises';
import { readNeighbours, type Neighbour } from './neighbour-tables.ts';
import { runProgram } from './run-program.ts';

const timeout = 5_000;
/** A table of 4,000 lines; more is no school's. */
const most = 1024 * 1024;

/** Who has which hardware address, as this computer knows it already. Sends nothing. Empty where it cannot be had. */
export async function listNeighbours(signal: AbortSignal, platform = process.platform): Promise<Neighbour[]> {
  if (platform === 'linux') {
    // The file has no size of its own; it is made while it is read.
    const text = await readFile('/proc/net/arp', 'utf8').catch(() => '');
    return readNeighbours(text, 'linux');
  }
  const onWindows = platform === 'win32';
  const command = onWindows ? `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\ARP.EXE` : '/usr/sbin/arp';
  const environment = { LC_ALL: 'C', LANG: 'C' };
  const end = await runProgram(command, [onWindows ? '-a' : '-an'], { timeout, signal, most, environment });
  return readNeighbours(end.output, onWindows ? 'windows' : 'mac');
}
