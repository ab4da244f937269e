import type { Estate } from '../../estate/estate.ts';
import type { FieldProblem } from '../../estate/interpret.ts';
import type { RecordEntry } from '../../estate/record.ts';
import type { RecordFix } from '../../model/finding.ts';
import { elsewhere, misreadRemark } from '../fix.ts';
import type { Rule } from '../rule.ts';

export const gen014: Rule = {
  code: 'GEN-014',
  title: 'Each value has its form',
  why: 'A date, a sum or a choice that is written in another way cannot be counted, sorted or reminded of.',
  bad: 'kind: asset\nid: SW-06\ntitle: Switch\ntype: swich\nlocation: unknown\nbought: 23/11/2026\n',
  good: 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: unknown\nbought: 2026-11-23\n',
  cases: { type: 'error', choice: 'error', range: 'error', form: 'error', length: 'information', date: 'error' },
  *check(record, estate) {
    for (const problem of record.understood.problems) {
      if (problem.code !== 'GEN-014') continue;
      const remark = misreadRemark(problem, problem.case);
      yield problem.path.join('.') === 'id' ? { ...remark, fixes: renaming(remark, problem, record, estate) } : remark;
    }
  },
};

/** Another id is another name: those who name the record follow. */
function renaming(
  remark: ReturnType<typeof misreadRemark>,
  problem: FieldProblem,
  record: RecordEntry,
  estate: Estate,
): readonly RecordFix[] {
  const naming = estate.named(record.id, record.file) === record ? estate.naming(record.id, record.file) : [];
  return remark.fixes.map((fix, i) => {
    const text = problem.fixes[i]?.text ?? '';
    const edits = naming.flatMap(other =>
      elsewhere(
        other,
        other.understood.uses
          .filter(use => use.text.toLowerCase() === record.id.toLowerCase())
          .map(({ start, end }) => ({ start, end, text })),
      ),
    );
    return { ...fix, edits: [...fix.edits, ...edits] };
  });
}
