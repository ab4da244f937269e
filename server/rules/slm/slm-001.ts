import { isKind, isWritten, spanAt, statusOf } from '../../estate/record.ts';
import type { Rule } from '../rule.ts';

export const slm001: Rule = {
  code: 'SLM-001',
  kind: 'service',
  title: 'A live service says what it depends on',
  why: 'Only so can anyone tell which service stops when a device fails, and which users to warn before a change.',
  bad: 'kind: service\nid: SVC-01\ntitle: Printing\nuser_description: Print from any computer.\nusers: all\nhours: 24x7\nowner: unknown\nsupport_contact: unknown\ndata: none\nholds_data: no\nservice_levels: { incident_response_hours: 4 }\nlevel_basis: estimate\nreviewed: 2026-09-14\n',
  good: 'kind: service\nid: SVC-01\ntitle: Printing\nuser_description: Print from any computer.\nusers: all\nhours: 24x7\nowner: unknown\nsupport_contact: unknown\ndata: none\nholds_data: no\nservice_levels: { incident_response_hours: 4 }\nlevel_basis: estimate\nreviewed: 2026-09-14\ndepends_on: unknown\n',
  cases: { nothing: 'error' },
  *check(record) {
    if (!isKind(record, 'service') || statusOf(record) !== 'live' || !record.id) return;
    if (isWritten(record, 'depends_on') || isWritten(record, 'supplier')) return;
    yield {
      ...spanAt(record, ['title']),
      case: 'nothing',
      message:
        'This service is live, but nothing says what it runs on. Name the devices or services it needs, or the supplier that provides it.',
    };
  },
};
