/** Recorded address → IP address. An address stays as it is; a host name is looked up once and never again. */
import type { Outcome } from '../model/outcome.ts';
import { answered, errorCode, failed, orAborted, type ProbeContext } from './context.ts';
import { mayLookUp, parseAddress } from './may-probe.ts';

/**
 * The address to probe, as text. `not_recorded` when there is none, `name_not_found` when no name server knows it.
 * The answer must still pass `mayProbe`: a name may lead anywhere.
 */
export async function resolveAddress(recorded: string, context: ProbeContext): Promise<Outcome<string>> {
  const since = performance.now();
  const text = recorded.trim();
  if (text === '') return failed('not_recorded', 'The record gives no address.');
  if (parseAddress(text) !== undefined) return answered(text, since);
  const permission = mayLookUp(text, context.guard);
  if (!permission.ok) return permission;
  try {
    const addresses = await orAborted(context.sender.lookUp(permission.name), context.signal);
    // IPv4 first: school networks record IPv4 subnets, and a host with both answers on both.
    const best = addresses.find(address => !address.includes(':')) ?? addresses[0];
    return best === undefined ? failed('name_not_found', 'The name has no address.') : answered(best, since);
  } catch (error) {
    if (context.signal.aborted) return failed('cancelled', 'Stopped while the name was looked up.');
    return failed('name_not_found', `The name was not found (${errorCode(error)}).`);
  }
}
