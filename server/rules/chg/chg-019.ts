import { isKind, spanAt, statusOf } from '../../estate/record.ts';
import { compareMoments, sayMoment } from '../../model/day.ts';
import type { Rule } from '../rule.ts';
import { change } from './example.ts';

export const chg019: Rule = {
  code: 'CHG-019',
  kind: 'rfc',
  title: 'A change whose time has passed says what became of it',
  why: 'Until somebody says whether it was done, everybody believes what they expected.',
  bad: change({ window: '{ from: 2026-11-18 16:30, to: 2026-11-18 18:00 }' }),
  good: change({ window: '{ from: 2026-11-23 16:30, to: 2026-11-23 18:00 }' }),
  cases: { past: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'rfc') || statusOf(record) !== 'scheduled') return;
    const to = record.values.window?.to;
    const zone = estate.zoneOf(record.file);
    if (to === undefined || compareMoments(to, estate.now(record.file), zone) >= 0) return;
    yield {
      ...spanAt(record, ['window', 'to']),
      case: 'past',
      message: `This was to be done by ${sayMoment(to, zone)}, and nobody has said whether it was. Write how it went, or set a new day.`,
    };
  },
};
