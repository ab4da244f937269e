import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, spanAt, type RecordOf } from '../../estate/record.ts';
import type { RecordFix } from '../../model/finding.ts';
import { keyEdits } from '../fix.ts';
import { draftRecord } from '../new-record.ts';
import type { Rule } from '../rule.ts';

const log = (more: string) =>
  `kind: maintenance_log\nid: TLG-01\ntitle: Printers cleaned\ntask: TSK-01\ndate: 2026-11-12\nby: ict-owner\nresult: done_with_findings\nfindings: The office printer grinds.\n${more}---\nkind: maintenance_task\nid: TSK-01\ntitle: Clean the printers\nfor_all: { type: printer }\nfrequency: monthly\nperformer: ict-owner\n`;

export const pm004: Rule = {
  code: 'PM-004',
  kind: 'maintenance_log',
  title: 'What servicing finds is taken up',
  why: 'Finding a fault before users do is what servicing is for; it helps only if somebody then mends it.',
  bad: log(''),
  good: log('incident: INC-2026-311\n'),
  cases: { lost: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'maintenance_log') || record.values.result !== 'done_with_findings') return;
    if (['problem', 'rfc', 'incident'].some(key => isWritten(record, key))) return;
    yield {
      ...spanAt(record, ['result']),
      case: 'lost',
      message:
        'Something was found, but nothing says who takes it up. Name the problem, the change or the service desk’s number that came of it.',
      fixes: () => raise(record, estate),
    };
  },
};

/** A problem with what was found, and this entry naming it. */
function raise(record: RecordOf<'maintenance_log'>, estate: Estate): RecordFix[] {
  const { findings, date } = record.values;
  const title = findings?.split('\n')[0] ?? `Found: ${record.title}`;
  const append = draftRecord('problem', title, record, estate, {
    assets: 'unknown',
    impact: 'unknown',
    symptoms: findings,
    source: 'preventative_maintenance',
    logged: date,
  });
  const id = /^id: (.*)$/m.exec(append.text)?.[1] ?? '';
  const edits = keyEdits(record, [{ path: ['problem'], value: id }]);
  return edits ? [{ title: 'Raise a problem', edits, append, preferred: true }] : [];
}
