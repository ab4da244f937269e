import type { Estate } from '../../estate/estate.ts';
import { headingOf, nameOf, spanAt, type RecordOf } from '../../estate/record.ts';
import { hasServices } from '../../facts/begun.ts';
import { majorChangeSince, networkBaselineOf } from '../../facts/network-baseline.ts';
import { addMonths, sayDay } from '../../model/day.ts';
import type { Related } from '../../model/finding.ts';
import { example, schoolInUse } from '../examples.ts';
import { isSchool, placeOf, type Rule } from '../rule.ts';

const school = (taken: string) =>
  schoolInUse(
    example('network_baseline', 'NBL-01', 'Two ordinary weeks', {
      taken,
      values: '[{ check: SRV-01/disk, typical: 60 }]',
    }),
  );

export const mon006: Rule = {
  code: 'MON-006',
  kind: 'school',
  title: 'What is normal on the network was measured in the last year',
  why: 'Only who knows what is normal can tell what is odd: is the line slow today, or was it always?',
  bad: school('2025-10-01'),
  good: school('2026-10-01'),
  cases: { lapsed: 'warning', never: 'information' },
  *check(record, estate) {
    if (!isSchool(record, estate) || !hasServices(record.file, estate)) return;
    const baseline = networkBaselineOf(record.file, estate);
    if (!baseline) {
      yield {
        ...headingOf(record),
        case: 'never',
        message:
          'Nothing says yet what is normal on this network, so nobody can tell what is odd. Let the checks run for two ordinary school weeks, and record what they show.',
      };
      return;
    }
    const old = whyOld(baseline, estate);
    if (!old) return;
    yield {
      ...headingOf(record),
      case: 'lapsed',
      message: `What is normal on the network ${old.words}. Measure two ordinary school weeks anew, so that odd values stand out again.`,
      related: [placeOf(baseline, spanAt(baseline, ['taken']), nameOf(baseline)), ...old.related],
    };
  },
};

function whyOld(
  baseline: RecordOf<'network_baseline'>,
  estate: Estate,
): { words: string; related: readonly Related[] } | undefined {
  const today = estate.today(baseline.file);
  const { taken, valid_until: until } = baseline.values;
  if (taken !== undefined && addMonths(taken, 12) < today)
    return { words: `was last measured on ${sayDay(taken)}, more than a year ago`, related: [] };
  if (until !== undefined && until < today)
    return { words: `was measured to hold until ${sayDay(until)}`, related: [] };
  const major = majorChangeSince(baseline, estate);
  if (!major) return undefined;
  return {
    words: `was measured before ${nameOf(major.change)} changed ${major.device}`,
    related: [placeOf(major.change, spanAt(major.change, ['implemented']), nameOf(major.change))],
  };
}
