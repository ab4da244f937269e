import type { Estate } from '../../estate/estate.ts';
import { isKind, nameOf, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { isOpen } from '../../facts/dependencies.ts';
import { sayStatus } from '../next-step.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

const solved = (change: string) =>
  `kind: problem\nid: PRB-2026-003\ntitle: Office printer jams\nstatus: resolved\nassets: unknown\nimpact: one_room\nresolver: unknown\nmanager: unknown\nanalysis: Looked at it.\ntheory: Worn rollers.\nroot_cause: Worn feed rollers.\nroot_cause_class: hardware\nresolution: Rollers replaced.\nresolved: 2026-09-24\nrfc: [RFC-2026-019]\n---\nkind: rfc\nid: RFC-2026-019\ntitle: New rollers\nitems: unknown\nreason: It jams.\nproblems: [PRB-2026-003]\n${change}`;

export const prb008: Rule = {
  code: 'PRB-008',
  kind: 'problem',
  title: 'A problem is solved when the change that mends it has worked',
  why: 'Until the change is done and looked back at, nobody knows whether the cause is really gone.',
  bad: solved('status: draft\n'),
  good: solved('status: withdrawn\n'),
  cases: { open: 'error', failed: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'problem') || !['resolved', 'closed'].includes(statusOf(record))) return;
    const changes = changesOf(record, estate);
    const worked = changes.some(({ change }) => ['success', 'partial'].includes(change.values.outcome ?? ''));
    for (const { change, i } of changes) {
      const remark = isOpen(change) ? stillOpen(change) : worked ? undefined : notWorked(change);
      if (remark) yield { ...spanAt(record, ['rfc', i]), ...remark };
    }
  },
};

function changesOf(record: RecordOf<'problem'>, estate: Estate): { change: RecordOf<'rfc'>; i: number }[] {
  return (record.values.rfc ?? []).flatMap((id, i) => {
    const change = estate.named(id, record.file);
    return isKind(change, 'rfc') ? [{ change, i }] : [];
  });
}

function stillOpen(change: RecordOf<'rfc'>): Omit<Remark, 'start' | 'end'> {
  const status = sayStatus(change, statusOf(change));
  return {
    case: 'open',
    message: `This problem counts as solved, but the change that mends it, ${nameOf(change)}, still stands at “${status}”. Close the change first, or put the problem back.`,
    related: [placeOf(change, spanAt(change, ['status']), `${change.id}: ${status}`)],
  };
}

function notWorked(change: RecordOf<'rfc'>): Omit<Remark, 'start' | 'end'> | undefined {
  const { outcome } = change.values;
  if (outcome !== 'failed' && outcome !== 'backed_out') return undefined;
  return {
    case: 'failed',
    message: `This problem counts as solved, but its change ${nameOf(change)} ${outcome === 'failed' ? 'failed' : 'was taken back'}. Name the change that did mend it, or put the problem back.`,
    related: [placeOf(change, spanAt(change, ['outcome']), `${change.id}: how it went`)],
  };
}
