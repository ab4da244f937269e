/** Asking a hostile agent, and what these tests share. */
import assert from 'node:assert/strict';
import type { Credential, FailureReason, Outcome, SystemGroup } from '../../../server/model/outcome.ts';
import { readSystemGroup } from '../../../server/probe/snmp/system-group.ts';
import { contextFor, guardFor, recorded, targetOf } from '../support.ts';

export const secret: Credential = {
  v: '3',
  user: 'fits',
  level: 'authPriv',
  auth: { protocol: 'sha', password: 'authentication' },
  priv: { protocol: 'aes', password: 'encryption' },
};
export const name = 'demonstration-read';
export const engine = Buffer.from('80001234567890', 'hex');

export async function read(
  port: number,
  credential: Credential,
  packet = 600,
): Promise<{ outcome: Outcome<SystemGroup>; milliseconds: number }> {
  const since = performance.now();
  const context = contextFor(guardFor({ 'udp/161': port }), credential, { packet, device: 6_000 });
  const outcome = await readSystemGroup(targetOf({ snmp: credential.v === '3' ? 'v3' : 'v2c' }), recorded, context);
  return { outcome, milliseconds: performance.now() - since };
}

export function assertOutcome(outcome: Outcome<SystemGroup>, expected: FailureReason | 'ok'): void {
  assert.equal(outcome.ok ? 'ok' : outcome.reason, expected, outcome.ok ? '' : outcome.detail);
}
