/** Asking for several objects, some of which the device may lack, and reading what came. */
import type { Outcome } from '../../model/outcome.ts';
import type { Varbind } from './net-snmp.ts';
import type { SnmpSession } from './session.ts';

/** Error-status (RFC 3416, 3). */
const tooBig = 1;
const noSuchName = 2;

/**
 * All at once; one by one where the agent wants that: v1 fails the whole question when one object is missing
 * (noSuchName), and an agent with small buffers answers tooBig.
 */
export async function getEach(session: SnmpSession, oids: readonly string[]): Promise<Outcome<readonly Varbind[]>> {
  const all = await session.get(oids);
  if (all.ok || ![tooBig, noSuchName].includes(session.lastStatus())) return all;
  const found: Varbind[] = [];
  for (const oid of oids) {
    const one = await session.get([oid]);
    if (one.ok) found.push(...one.value);
    else if (session.lastStatus() !== noSuchName) return one;
  }
  return { ok: true, value: found, milliseconds: 0 };
}

const mostCharacters = 1_024;

/** UTF-8 where it is, else latin1; without control characters, since this is shown and printed. */
export function readText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Buffer.isBuffer(value)) return '';
  const utf8 = value.toString('utf8');
  const text = utf8.includes('\uFFFD') ? value.toString('latin1') : utf8;
  return text
    .replace(/\p{C}+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, mostCharacters);
}
