import { spanAt } from '../../estate/record.ts';
import { checksIn } from '../../facts/effective-checks.ts';
import { count } from '../../model/words.ts';
import { checkTypeFacts } from '../../records/check-types.data.ts';
import { device } from '../examples.ts';
import { replace } from '../fix.ts';
import type { Rule } from '../rule.ts';

const example = (minutes: number) =>
  device('SRV-01', 'Server', 'server', { hostname: 'srv-01', checks: `[{ type: disk, every_minutes: ${minutes} }]` });

export const mon004: Rule = {
  code: 'MON-004',
  title: 'Checks run no more often than is good for the device',
  why: 'Asking old switches and printers for much, every minute, is a load that they notice. A disk does not fill in five minutes.',
  bad: example(5),
  good: example(15),
  cases: { too_often: 'warning' },
  *check(record) {
    for (const { check, path } of checksIn(record)) {
      const { type, every_minutes: minutes } = check;
      if (type === undefined || minutes === undefined) continue;
      const { leastMinutes } = checkTypeFacts[type];
      if (minutes >= leastMinutes) continue;
      const span = spanAt(record, [...path, 'every_minutes']);
      yield {
        ...span,
        case: 'too_often',
        message: `This runs every ${count(minutes, 'minute')}; for this sort of check ${count(leastMinutes, 'minute')} is the shortest that helps. More often is only a load on the device.`,
        fixes: () => [replace(span, String(leastMinutes), `Change to ${leastMinutes}`, true)],
      };
    }
  },
};
