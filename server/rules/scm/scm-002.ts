import { liveService } from '../examples.ts';
import { needsRule } from '../needs.ts';

const service = (lines: Readonly<Record<string, string>>) =>
  liveService('SVC-04', 'Telephones', { criticality: 'high', ...lines });

export const scm002 = needsRule({
  code: 'SCM-002',
  kind: 'service',
  title: 'What many depend on says how soon it must be back, and what may be lost',
  why: 'From these two figures follows all the rest: how often to copy, which contract to buy, what to bring back first.',
  bad: service({}),
  good: service({ rto_hours: '8' }),
  say: missing =>
    `Several classes or the whole school depend on this, but it does not say ${missing}. Ask those who use it, and write what they say – a guess is better than nothing.`,
});
