import { isKind, spanAt } from '../../estate/record.ts';
import { isOpen } from '../../facts/dependencies.ts';
import { incidentsBehind } from '../../facts/incidents.ts';
import type { Rule } from '../rule.ts';

const jams = (resolver: string) =>
  `kind: problem\nid: PRB-2026-003\ntitle: Office printer jams\nstatus: assigned\nassets: unknown\nimpact: one_room\nincidents:\n  - { ref: INC-2102, on: 2026-11-16, by: ict-owner }\nresolver: ${resolver}\nmanager: unknown\n`;

export const prb007: Rule = {
  code: 'PRB-007',
  kind: 'problem',
  title: 'Who looks for the cause does not also put out the fires',
  why: 'Faults always seem more urgent than their cause, so whoever does both never gets to the cause. In a school with one technician, hours kept free for it do the same.',
  bad: jams('ict-owner'),
  good: jams('unknown'),
  cases: { same: 'information' },
  *check(record, estate) {
    if (!isKind(record, 'problem') || !isOpen(record)) return;
    const resolver = record.values.resolver?.toLowerCase();
    const here = (record.values.incidents ?? []).map(({ by }) => by);
    const behind = incidentsBehind(record, estate).map(one => one.values.by);
    if (resolver === undefined || ![...here, ...behind].some(by => by?.toLowerCase() === resolver)) return;
    yield {
      ...spanAt(record, ['resolver']),
      case: 'same',
      message:
        'The same role puts the faults right and looks for their cause, and faults always come first. Keep fixed hours free for this problem, or name someone else.',
    };
  },
};
