import type { Estate } from '../estate/estate.ts';
import { isKind, statusOf, type RecordEntry, type RecordOf } from '../estate/record.ts';
import { isOpen } from './dependencies.ts';

/** Whether the risk was accepted and that still holds on the day. */
export function isAccepted(risk: RecordOf<'risk'>, estate: Estate): boolean {
  const { review_due: until } = risk.values;
  return statusOf(risk) === 'accepted' && until !== undefined && until >= estate.today(risk.file);
}

/** An accepted risk that names the record, whatever findings it covers. */
export function acceptedRisk(record: RecordEntry, estate: Estate): RecordOf<'risk'> | undefined {
  return naming(record, estate).find(one => isKind(one, 'risk') && isAccepted(one, estate));
}

/** An open problem that names the record among its devices or services. */
export function openProblem(record: RecordEntry, estate: Estate): RecordOf<'problem'> | undefined {
  return naming(record, estate).find(one => isKind(one, 'problem') && isOpen(one));
}

/** The open problem or the accepted risk that names the record and covers findings of this code (precise.md 7). */
export function acknowledging(record: RecordEntry, code: string, estate: Estate): RecordEntry | undefined {
  return knowing(record, estate).find(one => covers(one, code));
}

/** Open problems and accepted risks that name the record: those that may cover findings of it. */
export function knowing(record: RecordEntry, estate: Estate): RecordEntry[] {
  return naming(record, estate).filter(one =>
    isKind(one, 'problem') ? isOpen(one) : isKind(one, 'risk') && isAccepted(one, estate),
  );
}

function covers(one: RecordEntry, code: string): boolean {
  return (one.values['acknowledges'] as readonly string[] | undefined)?.includes(code) ?? false;
}

/** Problems and risks that name the record where they say whom they hit. */
function naming(record: RecordEntry, estate: Estate): readonly RecordEntry[] {
  if (!record.id) return [];
  const id = record.id.toLowerCase();
  return estate
    .naming(record.id, record.file)
    .filter(
      one =>
        ['problem', 'risk'].includes(one.kind) &&
        one.understood.uses.some(
          use => ['assets', 'services'].includes(String(use.path[0])) && use.text.toLowerCase() === id,
        ),
    );
}
