import type { Estate } from '../../estate/estate.ts';
import { headingOf, isRetired, isUnknown, type RecordEntry } from '../../estate/record.ts';
import { toldFields } from '../../facts/summaries.ts';
import { fieldAt } from '../../model/paths.ts';
import { count, inSentence, listed } from '../../model/words.ts';
import { addLines } from '../fix.ts';
import { labelOf, notKnownYet } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const gen023: Rule = {
  code: 'GEN-023',
  title: 'Things not known yet',
  why: 'They can wait, but one day somebody will ask: the serial number for the warranty, the end of support for the budget.',
  bad: 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: unknown\n',
  good: 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: hall\nmake: Example\nmodel: EP24\nserial: SW7065\nend_of_support: 2030-08-31\n---\nkind: location\nid: hall\ntitle: Hall\n',
  cases: { wanted: 'information', critical: 'warning' },
  *check(record, estate) {
    if (!record.id || !record.title || isRetired(record)) return;
    const told = new Set(toldFields(record, estate).map(({ summary }) => summary.field));
    const missing = notKnownYet(record).filter(path => !told.has(path) && !isOfEachSchool(record, path, estate));
    if (missing.length === 0) return;
    const critical = record.kind === 'asset' && record.values['criticality'] === 'critical';
    const ask = critical ? ' The whole school rests on it, so find them out soon.' : '';
    yield {
      ...headingOf(record),
      case: critical ? 'critical' : 'wanted',
      message: `${count(missing.length, 'thing')} not known yet: ${listed(missing.map(path => inSentence(labelOf(record, path))))}.${ask}`,
      fixes: () =>
        addLines(
          record,
          missing.filter(path => !isUnknown(record, path) && !record.understood.answers.has(path)),
          'Add these lines',
        ),
    };
  },
};

/** When something was done that holds for all schools: each has it in its own book. */
function isOfEachSchool(record: RecordEntry, path: string, estate: Estate): boolean {
  const isShared = estate.schoolFolders.length > 0 && estate.schoolFolderOf(record.file) === undefined;
  return isShared && fieldAt(record.declaration, path.split('.'))?.done === true;
}
