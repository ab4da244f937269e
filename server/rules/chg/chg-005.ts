import { needsRule } from '../needs.ts';
import { change } from './example.ts';

export const chg005 = needsRule({
  code: 'CHG-005',
  kind: 'rfc',
  title: 'A planned change has its steps, a way back, and a test',
  why: 'With a way back that was thought out beforehand a change that fails costs an hour. Without one it can cost the school a day.',
  bad: change({ back_out: '' }),
  good: change(),
  onStatus: true,
  say: missing =>
    `This change is planned, but ${missing} ${missing.includes(' and ') ? 'are' : 'is'} not written down. Without that nobody can look over the plan, or put things back when it fails.`,
});
