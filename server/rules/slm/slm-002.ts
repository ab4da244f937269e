import { circleRemark } from '../gen/gen-016.ts';
import type { Rule } from '../rule.ts';

const service = (id: string, on: string) =>
  `kind: service\nid: ${id}\ntitle: ${id}\nstatus: proposed\ndepends_on: [${on}]\n`;

export const slm002: Rule = {
  code: 'SLM-002',
  kind: 'service',
  title: 'No service depends on itself',
  why: 'In a circle of services nobody can tell which to bring back first.',
  bad: `${service('SVC-01', 'SVC-02')}---\n${service('SVC-02', 'SVC-01')}`,
  good: `${service('SVC-01', 'SVC-02')}---\nkind: service\nid: SVC-02\ntitle: SVC-02\nstatus: proposed\n`,
  cases: { circle: 'error' },
  *check(record, estate) {
    yield* circleRemark(record, 'depends_on', estate, 'Say which of them really comes first.');
  },
};
