import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, type RecordOf } from '../../estate/record.ts';
import { chainOf, isLiveService } from '../../facts/dependencies.ts';
import { currentPlan } from '../../facts/recovery-plan.ts';
import { soleProcedure } from '../../facts/recovery.ts';
import { count } from '../../model/words.ts';
import { example, liveService, together } from '../examples.ts';
import { placeOf, type Rule } from '../rule.ts';

type Sheet = RecordOf<'recovery_procedure'>;

const sheet = (minutes: number) =>
  example('recovery_procedure', 'DRX-02', 'Logging on again', {
    service: 'SVC-02',
    steps: '[Start SRV-01]',
    check: 'Log on.',
    minutes: String(minutes),
    last_reviewed: '2026-09-01',
  });
const service = liveService('SVC-02', 'Logging on', { criticality: 'high', rto_hours: '4' });

export const scm019: Rule = {
  code: 'SCM-019',
  kind: 'service',
  title: 'The sheets of the plan take no longer than what is promised',
  why: 'One thing comes back after the other: the times of all sheets that a service needs add up.',
  bad: together(service, sheet(300)),
  good: together(service, sheet(180)),
  cases: { long: 'warning' },
  *check(record, estate) {
    if (!isLiveService(record) || record.values.rto_hours === undefined) return;
    const { rto_hours: hours } = record.values;
    const sheets = sheetsFor(record, estate);
    const minutes = sheets.reduce((sum, one) => sum + (one.values.minutes ?? 0), 0);
    if (minutes <= hours * 60) return;
    yield {
      ...spanAt(record, ['rto_hours']),
      case: 'long',
      message: `This must be back within ${count(hours, 'hour')}, but the recovery sheets that it needs take ${sayMinutes(minutes)} one after the other. Make them shorter, or promise less.`,
      related: sheets.map(one =>
        placeOf(one, spanAt(one, ['minutes']), `${one.title}: ${count(one.values.minutes ?? 0, 'minute')}`),
      ),
    };
  },
};

/** The sheets of the service and of all services in its chain, each once, that say how long they take. */
function sheetsFor(service: RecordOf<'service'>, estate: Estate): Sheet[] {
  const needed = [service, ...chainOf(service, estate)].filter(one => isKind(one, 'service'));
  const sheets = needed.flatMap(one => sheetsOf(one, estate));
  return [...new Set(sheets)].filter(one => one.values.minutes !== undefined);
}

/** Those that the plan names for the service, else the only one there is. */
function sheetsOf(service: RecordOf<'service'>, estate: Estate): Sheet[] {
  const { recovery_order: order = [] } = currentPlan(service.file, estate)?.values ?? {};
  const named = order
    .filter(step => step.service?.toLowerCase() === service.id.toLowerCase())
    .map(step => estate.named(step.procedure, service.file))
    .filter((one): one is Sheet => isKind(one, 'recovery_procedure'));
  return named.length > 0 ? named : [soleProcedure(service, estate)].flatMap(one => one ?? []);
}

function sayMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? count(hours, 'hour') : `${count(hours, 'hour')} ${count(rest, 'minute')}`;
}
