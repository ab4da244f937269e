/** The system's ping: its name and argument vector for each operating system. */
import type { PermittedEndpoint } from './may-probe.ts';

/**
 * `quick`: five packets in about a second. `plain`: what every ping understands, for those that refuse `quick`. `once`: one packet, to
 * see whether anybody is there.
 */
export type PingStyle = 'quick' | 'plain' | 'once';

export const packetsSent = 5;

/** Milliseconds after which even the slowest ping must have ended: five packets, a second each, and a margin. */
export const longestPing = 9_000;

/**
 * The address is canonical text of `mayProbe`, so it never begins with `-` and never needs the program to look
 * anything up. The interval is 0.2 s, the least that iputils and macOS allow without root.
 */
export function pingCommand(
  to: Pick<PermittedEndpoint, 'address' | 'family'>,
  style: PingStyle,
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): { readonly command: string; readonly args: readonly string[] } {
  const count = style === 'once' ? '1' : String(packetsSent);
  if (platform === 'win32') {
    // The full path: a bare name would be searched in the current folder first. Windows has no interval option.
    const command = `${environment['SystemRoot'] ?? 'C:\\Windows'}\\System32\\PING.EXE`;
    return { command, args: [to.family === 4 ? '-4' : '-6', '-n', count, '-w', '1000', to.address] };
  }
  // busybox knows neither fractions nor, in older versions, -i: such a ping gets the plain style.
  const interval = style === 'quick' ? ['-i', '0.2'] : [];
  if (platform === 'darwin') return macPing(to, interval, count);
  const family = to.family === 4 ? [] : ['-6'];
  return { command: 'ping', args: [...family, '-n', ...interval, '-c', count, '-W', '1', to.address] };
}

/** macOS has a program of its own for IPv6, without -W; for IPv4, -W is in milliseconds. */
function macPing(
  to: Pick<PermittedEndpoint, 'address' | 'family'>,
  interval: readonly string[],
  count: string,
): { readonly command: string; readonly args: readonly string[] } {
  return to.family === 4
    ? { command: 'ping', args: ['-n', '-c', count, ...interval, '-W', '1000', to.address] }
    : { command: 'ping6', args: ['-n', '-c', count, ...interval, to.address] };
}
