import { isKind, spanAt, type RecordOf } from '../../estate/record.ts';
import { addDays, addMonths, sayDay, type Day } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { example } from '../examples.ts';
import type { Rule } from '../rule.ts';

/** A term, as an age. */
const term = 122;

/** How long such a thing can be relied on: years from its first use, and how often it may be used. Makers name longer times for storage alone. */
const lives: Readonly<Record<string, { readonly years: number; readonly uses?: number }>> = {
  usb_disk: { years: 5 },
  disk: { years: 5 },
  tape: { years: 10, uses: 200 },
  optical: { years: 10 },
};

const disk = (lines: Readonly<Record<string, string>>) =>
  example('media', 'MED-01', 'Weekly disk A', {
    type: 'usb_disk',
    location: 'unknown',
    first_used: '2024-09-01',
    last_verified: '2026-10-30',
    ...lines,
  });

export const om011: Rule = {
  code: 'OM-011',
  kind: 'media',
  title: 'Disks and tapes go before they fail, and are read each term',
  why: 'A copy that cannot be read is found out on the day on which nothing else is left.',
  bad: disk({ first_used: '2021-09-01' }),
  good: disk({}),
  cases: { life: 'warning', unread: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'media')) return;
    const today = estate.today(record.file);
    const over = lifeOver(record, today);
    if (over) yield { ...spanAt(record, [over.field]), case: 'life', message: over.message };
    const { last_verified: read } = record.values;
    if (read === undefined || addDays(read, term) >= today) return;
    yield {
      ...spanAt(record, ['last_verified']),
      case: 'unread',
      message: `Nobody has read this since ${sayDay(read)}, more than a term ago. Get one file back from it: about 20 minutes.`,
    };
  },
};

/** The day that was set holds, where there is one; else the usual life of such a thing. */
function lifeOver({ values }: RecordOf<'media'>, today: Day): { field: string; message: string } | undefined {
  const { type, retire_at: last, first_used: since, uses = 0 } = values;
  const go = 'Put a new one in its place, and destroy or wipe this one.';
  if (last !== undefined)
    return last < today
      ? { field: 'retire_at', message: `Nothing should be kept on this after ${sayDay(last)}. ${go}` }
      : undefined;
  const life = lives[type ?? ''];
  if (!life) return undefined;
  if (life.uses !== undefined && uses > life.uses)
    return {
      field: 'uses',
      message: `This has been used ${count(uses, 'time')}; after ${life.uses} it may not be readable. ${go}`,
    };
  if (since === undefined || addMonths(since, life.years * 12) >= today) return undefined;
  return {
    field: 'first_used',
    message: `This has been in use since ${sayDay(since)}; after ${life.years} years it may not be readable. ${go}`,
  };
}
