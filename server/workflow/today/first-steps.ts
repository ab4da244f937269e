import type { Estate } from '../../estate/estate.ts';
import { isRetired, type RecordOf } from '../../estate/record.ts';
import { count } from '../../model/words.ts';
import type { TodayLine } from './today.ts';

/** What is known of the habits that keep the records safe. */
export interface Habits {
  readonly history: 'not asked' | 'no git' | 'none' | 'begun' | 'empty';
  /** Records that are new, other or gone since the last checkpoint. */
  readonly unsaved: number;
  /** What changed since then, in a sentence. */
  readonly sentence: string;
}

/** What a school begins with, until it is done. Only while there is exactly one school: with many, each is an old hand's. */
export function firstSteps(estate: Estate, { history }: Habits): TodayLine[] {
  const schools = estate.ofKindAnywhere('school');
  const [school] = schools;
  if (!school || schools.length > 1) return [];
  const assets = estate.ofKind('asset', school.file);
  const steps: (TodayLine | false)[] = [
    !assets.some(({ values }) => values.address !== undefined) &&
      step('look', 'Look at your network', 'see which devices answer, and record them', {
        command: 'fits.network.look',
        title: 'Look at My Network…',
      }),
    !assets.some(isFromAList) &&
      step('list', 'Bring your list of equipment', 'paste it, or open the spreadsheet', {
        command: 'fits.assets.import',
        title: 'Import Assets…',
      }),
    !hasOwner(school, estate) && {
      ...step('owner', 'Name the ICT owner', 'the post that says yes to changes', { command: '', title: '' }),
      next: { is: 'record', file: school.file, index: school.index },
    },
    (history === 'none' || history === 'empty') &&
      step('checkpoint', 'Save a first checkpoint', 'without one, changes cannot be traced or taken back', {
        command: 'fits.checkpoint.save',
        title: 'Save a Checkpoint',
      }),
  ];
  return steps.filter(one => one !== false);
}

/** What a network cannot tell: bought, paid, labelled. */
function isFromAList({ values }: RecordOf<'asset'>): boolean {
  const { bought, cost_gbp, order_ref, funding, tag, condition, quantity, warranty_until } = values;
  return [bought, cost_gbp, order_ref, funding, tag, condition, quantity, warranty_until].some(
    value => value !== undefined,
  );
}

function hasOwner(school: RecordOf<'school'>, estate: Estate): boolean {
  const owner = estate.named(school.values.ict_owner, school.file);
  return owner !== undefined && !isRetired(owner);
}

function step(id: string, text: string, why: string, next: { command: string; title: string }): TodayLine {
  return {
    id: `first:${id}`,
    group: 'first',
    text,
    details: [why],
    severity: 'information',
    next: { is: 'command', ...next },
    dismissable: true,
  };
}

/** Checkpoint and copy: said last, and always while they are due. */
export function habits(estate: Estate, { history, unsaved, sentence }: Habits): TodayLine[] {
  const schools = estate.ofKindAnywhere('school');
  const lines: TodayLine[] = [];
  const add = (id: string, text: string, details: string[], command: string, title: string) =>
    lines.push({
      id: `habit:${id}`,
      group: 'habit',
      text,
      details,
      severity: 'information',
      next: { is: 'command', command, title },
      dismissable: true,
    });
  if (history === 'no git')
    add(
      'history',
      'No history is kept: changes cannot be traced or taken back, because git is not installed',
      [],
      'fits.checkpoint.save',
      'What to do',
    );
  if (history === 'begun' && unsaved > 0)
    add(
      'checkpoint',
      `${count(unsaved, 'record')} changed since the last checkpoint`,
      [sentence],
      'fits.checkpoint.save',
      'Save a Checkpoint',
    );
  const withoutCopy = schools.filter(({ values }) => values.records_copy === undefined);
  if (withoutCopy.length > 0 && schools.some(school => estate.ofKind('asset', school.file).length > 0))
    add(
      'copy',
      'The records are on this computer only: keep a copy in another place',
      [],
      'fits.records.copy',
      'Copy the Records…',
    );
  return lines;
}
