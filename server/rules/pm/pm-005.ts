import { isKind, isWritten, spanAt } from '../../estate/record.ts';
import { isActiveTask } from '../../facts/servicing.ts';
import { addKeys } from '../fix.ts';
import type { Rule } from '../rule.ts';

const task = (more: string) =>
  `kind: maintenance_task\nid: TSK-01\ntitle: Updates of the server\nfor_all: { type: server }\nfrequency: monthly\nperformer: ict-owner\nlast_done: 2026-11-12\nneeds_outage: yes\n${more}`;

export const pm005: Rule = {
  code: 'PM-005',
  kind: 'maintenance_task',
  title: 'Servicing that takes something away from users is agreed',
  why: 'Servicing that interrupts is a change like any other: it needs a yes, once for all times or each time.',
  bad: task(''),
  good:
    task('standard_change: STD-01\n') +
    '---\nkind: standard_change\nid: STD-01\ntitle: Monthly updates\nprocedure: [Install, restart]\napproved_by: ict-owner\napproved: 2026-09-01\nreview_due: 2027-08-31\n',
  cases: { not_agreed: 'error' },
  *check(record) {
    if (!isKind(record, 'maintenance_task') || !isActiveTask(record) || record.values.needs_outage !== true) return;
    if (isWritten(record, 'standard_change') || isWritten(record, 'rfc')) return;
    yield {
      ...spanAt(record, ['needs_outage']),
      case: 'not_agreed',
      message:
        'Users lose something while this is done, and nothing says that this is agreed. Name the standard change or the request for change that allows it.',
      fixes: () => addKeys(record, ['standard_change'], 'Add the line standard_change'),
    };
  },
};
