import { nextFreeId } from '../../estate/next-id.ts';
import { folderOf } from '../../estate/schools.ts';
import { spanAt, type RecordEntry } from '../../estate/record.ts';
import type { Estate } from '../../estate/estate.ts';
import { replace } from '../fix.ts';
import { fileName, placeOf, type Remark, type Rule } from '../rule.ts';

export const gen002: Rule = {
  code: 'GEN-002',
  title: 'An id belongs to one record only',
  why: 'An id that stands for two things makes every mention of it uncertain: which one failed, which one is under warranty?',
  bad: 'kind: location\nid: hall\ntitle: Hall\n---\nkind: location\nid: HALL\ntitle: Sports hall\n',
  good: 'kind: location\nid: hall\ntitle: Hall\n---\nkind: location\nid: sports-hall\ntitle: Sports hall\n',
  cases: { id: 'error', school: 'error' },
  *check(record, estate) {
    const second = record.kind === 'school' ? secondSchool(record, estate) : undefined;
    if (second) yield second;
    else if (record.id) yield* sameId(record, estate);
  },
};

function* sameId(record: RecordEntry, estate: Estate): Generator<Remark> {
  // A school's record gives way to a shared one; among equals the first written stays.
  const [first] = estate.find(record.id, record.file);
  if (!first || first === record) return;
  const free = nextFreeId(record, estate);
  const span = spanAt(record, ['id']);
  yield {
    ...span,
    case: 'id',
    message: `${record.id} is already “${first.title || first.kind}” (${fileName(first.file)}). Give this one another id.`,
    related: [placeOf(first, spanAt(first, ['id']), `First used here: ${first.title}`)],
    fixes: () => (free ? [replace(span, free, `Use ${free}`)] : []),
  };
}

/** Of two schools in one folder another id would not do. */
function secondSchool(record: RecordEntry, estate: Estate): Remark | undefined {
  const first = estate.schoolOf(record.file);
  const isFirst = first?.file === record.file && first.index === record.index;
  if (!first || isFirst || folderOf(first.file) !== folderOf(record.file)) return undefined;
  return {
    ...spanAt(record, ['kind']),
    case: 'school',
    message: `This folder already is “${first.title}”. Give each school a folder of its own.`,
    related: [placeOf(first, spanAt(first, ['id']), 'The first school of this folder')],
  };
}
