import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, nameOf, spanAt, type RecordOf } from '../../estate/record.ts';
import { isIctOwner } from '../../facts/approvals.ts';
import { isSet, sortOf } from '../../facts/changes.ts';
import { sayDay } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { addKeys } from '../fix.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { change } from './example.ts';
import { nameOfRole } from './words.ts';

const updates = { title: 'Server updates, November', change_type: 'standard', approvals: '' };
const recipe =
  '---\nkind: standard_change\nid: STD-01\ntitle: Monthly server updates\nprocedure: [Install, Restart, Look at the services]\nmax_outage_minutes: 30\napproved_by: ict-owner\napproved: 2026-09-01\nreview_due: 2027-08-31\n';

export const chg018: Rule = {
  code: 'CHG-018',
  kind: 'rfc',
  title: 'A standard change follows a recipe that is approved',
  why: 'It needs no approval of its own only because its recipe has one: given by the ICT owner, for a year, with a limit to what is off.',
  bad: `${change(updates)}${recipe}`,
  good: `${change({ ...updates, standard_change: 'STD-01' })}${recipe}`,
  cases: { missing: 'error', unapproved: 'error', by: 'error', expired: 'error', outage: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'rfc') || sortOf(record) !== 'standard' || !isSet(record)) return;
    if (!isWritten(record, 'standard_change')) {
      yield {
        ...spanAt(record, ['change_type']),
        case: 'missing',
        message:
          'This counts as a standard change, but names no recipe, so nobody has approved it. Name the recipe, or ask for it as a normal change.',
        fixes: () => addKeys(record, ['standard_change'], 'Add the line standard_change'),
      };
      return;
    }
    const recipe = estate.named(record.values.standard_change, record.file);
    if (isKind(recipe, 'standard_change')) yield* againstRecipe(record, recipe, estate);
  },
};

type Recipe = RecordOf<'standard_change'>;

function* againstRecipe(record: RecordOf<'rfc'>, recipe: Recipe, estate: Estate): Generator<Remark> {
  const place = spanAt(record, ['standard_change']);
  const { approved_by: by, max_outage_minutes: most } = recipe.values;
  const at = (path: string, words: string) => [placeOf(recipe, spanAt(recipe, [path]), `${recipe.id}: ${words}`)];
  const ended = notOfThatDay(record, recipe);
  if (!isWritten(recipe, 'approved')) {
    yield {
      ...place,
      case: 'unapproved',
      message: `The recipe ${nameOf(recipe)} has not been approved, so nothing may be done by it yet. Let the ICT owner approve it, or ask for this as a normal change.`,
      related: at('approved', 'approved on'),
    };
  } else if (isIctOwner(by, record.file, estate) === false) {
    yield {
      ...place,
      case: 'by',
      message: `The recipe ${nameOf(recipe)} was approved by ${nameOfRole(by, record.file, estate)}, who cannot do that. The ICT owner must approve it.`,
      related: at('approved_by', 'approved by'),
    };
  } else if (ended !== undefined) {
    yield { ...place, case: 'expired', message: ended, related: at('review_due', 'approved from and until') };
  }
  const minutes = record.values.outage?.minutes;
  if (most === undefined || minutes === undefined || minutes <= most) return;
  yield {
    ...spanAt(record, ['outage', 'minutes']),
    case: 'outage',
    message: `${count(minutes, 'minute')} are longer than the recipe ${nameOf(recipe)} allows (${most}). Do it in less, or ask for it as a normal change.`,
    related: at('max_outage_minutes', 'off at most'),
  };
}

/** What is wrong where the recipe was not approved yet, or no longer, on the day on which the change was asked for. */
function notOfThatDay({ values: { raised } }: RecordOf<'rfc'>, recipe: Recipe): string | undefined {
  const { approved, review_due: until } = recipe.values;
  if (raised === undefined) return undefined;
  const isEarly = approved !== undefined && raised < approved;
  if (!isEarly && (until === undefined || raised <= until)) return undefined;
  const words = isEarly ? `only since ${sayDay(approved)}` : `until ${sayDay(until ?? '')} only`;
  return `The recipe ${nameOf(recipe)} is approved ${words}, and this was asked for on ${sayDay(raised)}. Let the ICT owner look at the recipe again, or ask for this as a normal change.`;
}
