import type { Estate } from '../estate/estate.ts';
import type { RecordOf } from '../estate/record.ts';
import { isLiveService } from './dependencies.ts';

/** The answer for each list of services: the same object until one of them changes (Estate.visible). */
const known = new WeakMap<readonly RecordOf<'service'>[], boolean>();

/**
 * Whether the school has a live service. Duties of the whole school – a plan, an audit, a baseline – speak from then on only: a school
 * that keeps a register is asked for nothing more.
 */
export function hasServices(file: string, estate: Estate): boolean {
  const services = estate.ofKind('service', file);
  const answer = known.get(services) ?? services.some(isLiveService);
  known.set(services, answer);
  return answer;
}
