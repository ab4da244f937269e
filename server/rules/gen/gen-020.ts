import { headingOf, type RecordEntry } from '../../estate/record.ts';
import { reachOf } from '../../estate/schools.ts';
import type { Estate } from '../../estate/estate.ts';
import type { Rule } from '../rule.ts';

export const gen020: Rule = {
  code: 'GEN-020',
  title: 'Records belong to a school',
  why: 'Without a school record nobody knows who approves, when the working day begins or in which time zone a time is meant.',
  bad: 'kind: location\nid: hall\ntitle: Hall\n',
  good: 'kind: school\nid: SCH-1\ntitle: Exampleton Primary School\nphase: primary\nict_owner: unknown\n',
  cases: { school: 'information' },
  *check(record, estate) {
    if (!record.text.root || estate.schoolFolderOf(record.file) !== undefined || !isFirst(record, estate)) return;
    const reach = reachOf(record.file);
    if (estate.schoolFolders.some(folder => reach === '' || folder.startsWith(`${reach}/`))) return;
    yield {
      ...headingOf(record),
      case: 'school',
      message:
        'No school is recorded for this folder yet, so only each record by itself can be checked. Add a record that begins with kind: school.',
    };
  },
};

/** Said once: on the first record that has no school. */
function isFirst(record: RecordEntry, estate: Estate): boolean {
  return estate.firstWithoutSchool() === record;
}
