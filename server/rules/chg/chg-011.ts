import { needsRule } from '../needs.ts';
import { change } from './example.ts';

const done = {
  status: 'closed',
  window: '{ from: 2026-11-18 16:30, to: 2026-11-18 18:00 }',
  implemented: '2026-11-18 17:20',
  outcome: 'success',
  records_updated: '2026-11-19',
};

export const chg011 = needsRule({
  code: 'CHG-011',
  kind: 'rfc',
  title: 'A change is closed when the records are right and it was looked back at',
  why: 'A change that the records do not show is found again by the next person, the hard way.',
  bad: change(done),
  good: change({ ...done, review: '{ on: 2026-11-20, text: It took half the time. }' }),
  onStatus: true,
  say: missing =>
    `This change is closed, but ${missing} ${missing.includes(' and ') ? 'are' : 'is'} not written down. Bring the records up to date and say what was learnt, or leave it at “Done”.`,
});
