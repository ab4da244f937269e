import { isKind, spanAt } from '../../estate/record.ts';
import { isLiveAsset } from '../../facts/dependencies.ts';
import { addMonths, sayDay } from '../../model/day.ts';
import { device } from '../examples.ts';
import type { Rule } from '../rule.ts';

/** How long such batteries last where nobody knows it better. */
const usualYears = 4;

export const cfg018: Rule = {
  code: 'CFG-018',
  kind: 'asset',
  title: 'No UPS stands on a battery that is past its life',
  why: 'An old battery is a UPS that goes off in the same second as the mains, and takes the servers with it.',
  bad: device('UPS-01', 'UPS of the server cupboard', 'ups', { battery_fitted: '2022-11-22' }),
  good: device('UPS-01', 'UPS of the server cupboard', 'ups', { battery_fitted: '2022-11-23' }),
  cases: { old: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'asset') || record.values.type !== 'ups' || !isLiveAsset(record)) return;
    const { battery_fitted: fitted, battery_life_years: years = usualYears } = record.values;
    if (fitted === undefined) return;
    const ends = addMonths(fitted, Math.round(years * 12));
    if (ends >= estate.today(record.file)) return;
    yield {
      ...spanAt(record, ['battery_fitted']),
      case: 'old',
      message: `This battery was fitted on ${sayDay(fitted)} and should have been replaced by ${sayDay(ends)}. Order a new one, or the next power cut takes everything behind it down.`,
    };
  },
};
