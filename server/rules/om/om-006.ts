import { headingOf, isKind, isWritten } from '../../estate/record.ts';
import { hasServices } from '../../facts/begun.ts';
import { jobsOf } from '../../facts/backups.ts';
import { inSentence, listed } from '../../model/words.ts';
import { example, liveService, together } from '../examples.ts';
import { addKeys } from '../fix.ts';
import { labelOf } from '../missing.ts';
import type { Rule } from '../rule.ts';

const data = (lines: Readonly<Record<string, string>>) =>
  example('data_set', 'DAT-01', 'Pupil records', { owner: 'unknown', classification: 'personal', ...lines });

export const om006: Rule = {
  code: 'OM-006',
  kind: 'data_set',
  title: 'Data have an owner, a sort, an end and a copy',
  why: 'Who answers for data must know how careful to be with them, when they must be deleted, and where the copy is.',
  bad: together(data({}), liveService('SVC-01', 'Pupil records')),
  good: together(
    data({ retention: 'Until the pupil is 25', backup: 'unknown' }),
    liveService('SVC-01', 'Pupil records'),
  ),
  cases: { about_people: 'warning', other: 'information' },
  *check(record, estate) {
    if (!isKind(record, 'data_set') || !record.id || !record.title) return;
    const isCopied = jobsOf(record.id, record.file, estate).length > 0;
    const missing = ['owner', 'classification', 'retention', 'backup'].filter(
      field => !isWritten(record, field) && !(field === 'backup' && isCopied),
    );
    if (missing.length === 0) return;
    const isAboutPeople = ['personal', 'special_category'].includes(record.values.classification ?? '');
    // A school that has only begun to write things down is not told off.
    const isDuty = isAboutPeople && hasServices(record.file, estate);
    const what = listed(missing.map(field => `“${inSentence(labelOf(record, field))}”`));
    yield {
      ...headingOf(record),
      case: isDuty ? 'about_people' : 'other',
      message: isAboutPeople
        ? `These are data about people, and nothing says ${what}. The law asks the school for that: find it out with the data protection officer.`
        : `Nothing says ${what} of these data. Ask whoever works with them.`,
      fixes: () => addKeys(record, missing, missing.length === 1 ? 'Add the line' : `Add the ${missing.length} lines`),
    };
  },
};
