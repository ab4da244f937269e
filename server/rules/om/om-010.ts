import type { Estate } from '../../estate/estate.ts';
import { headingOf, isKind, isWritten, spanAt, type RecordOf } from '../../estate/record.ts';
import { inSentence, listed } from '../../model/words.ts';
import { omFunctions } from '../../records/vocabulary.data.ts';
import { example } from '../examples.ts';
import { draftRecord } from '../new-record.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

const field = (by: string) =>
  example('om_function', 'Storage', 'Storage', {
    function: 'storage_management',
    owner: 'ict-owner',
    reviewed: '2026-09-01',
    allocated_to: `\n  - { activity: Swap the backup disks${by} }`,
  });

export const om010: Rule = {
  code: 'OM-010',
  title: 'Every field of operations has one owner, and every activity somebody who does it',
  why: 'Work that belongs to everybody is done by nobody.',
  bad: field(''),
  good: field(', by: ict-owner'),
  cases: { nobody: 'warning', fields: 'warning' },
  *check(record, estate) {
    if (isKind(record, 'school')) yield* missingFields(record, estate);
    if (!isKind(record, 'om_function')) return;
    for (const [i, { activity }] of (record.values.allocated_to ?? []).entries()) {
      if (activity === undefined || isWritten(record, ['allocated_to', i, 'by'])) continue;
      yield {
        ...spanAt(record, ['allocated_to', i]),
        case: 'nobody',
        message: `Nobody is named who does this: ${activity}. Name the role or the supplier, or it will not be done.`,
      };
    }
  },
};

type Name = keyof typeof omFunctions;

/** A school that has begun to share out the fields is told which ones it left out; the others are asked for nothing. */
function* missingFields(school: RecordOf<'school'>, estate: Estate): Generator<Remark> {
  const known = estate.ofKind('om_function', school.file);
  const [first] = known;
  if (!first || estate.schoolOf(school.file) !== school) return;
  const there = new Set(known.map(one => one.values.function));
  if (there.has(undefined)) return; // one of them may be what is missed
  const missing = (Object.keys(omFunctions) as Name[]).filter(name => !there.has(name));
  if (missing.length === 0) return;
  const titles = missing.map(name => (omFunctions[name].split(/[:,]/)[0] ?? name).trim());
  yield {
    ...headingOf(school),
    case: 'fields',
    message: `${listed(titles.map((title, i) => (i === 0 ? title : inSentence(title))))} ${missing.length === 1 ? 'has' : 'have'} no owner in this school yet. Name one role for each.`,
    related: [placeOf(first, spanAt(first, ['title']), first.title)],
    fixes: () => create(missing, titles, first, estate),
  };
}

function create(missing: readonly Name[], titles: readonly string[], beside: RecordOf<'om_function'>, estate: Estate) {
  const made = missing.map((name, i) =>
    draftRecord('om_function', titles[i] ?? name, beside, estate, { function: name, owner: 'unknown' }),
  );
  const [first] = made;
  if (!first) return [];
  const text = made.map(one => one.text).join('---\n');
  const title = made.length === 1 ? 'Create its record' : `Create the ${made.length} records`;
  return [{ title, edits: [], append: { file: first.file, text } }];
}
