import type { Estate } from '../../estate/estate.ts';
import { isRetired, type RecordOf } from '../../estate/record.ts';
import { canonicalAddress } from '../../model/read-address.ts';
import { plainForm } from '../../model/words.ts';
import type { AssetField, Draft } from './draft.ts';

/** The recorded asset that a row of the list means. */
export interface Match {
  readonly record: RecordOf<'asset'>;
  /** It is one of the single devices of a group, not the group itself. */
  readonly isMember: boolean;
}

/** Fields that tell a device from all others, the surest first, with the name of their index. */
export const distinctFields = [
  { field: 'serial', index: 'serial number' },
  { field: 'mac', index: 'MAC address' },
  { field: 'hostname', index: 'host name' },
  { field: 'address', index: 'address' },
] as const satisfies readonly { field: AssetField; index: string }[];

export function distinctKey(field: AssetField, text: string): string {
  return field === 'address' ? canonicalAddress(text) : text.toLowerCase();
}

export interface Matching {
  readonly find: (draft: Draft) => Match | undefined;
  /** The one that a person calls so: by its label, its numbers and names, or its title where no other is called so. */
  readonly named: (text: string) => RecordOf<'asset'> | undefined;
  /** The one whose label or name on the network this is. */
  readonly labelled: (text: string) => RecordOf<'asset'> | undefined;
  /** The live asset that has this value already. */
  readonly holder: (index: string, key: string) => RecordOf<'asset'> | undefined;
}

/** `home` is a file of the school: only its own assets are looked at. */
export function createMatching(estate: Estate, home: string): Matching {
  const folder = estate.schoolFolderOf(home);
  const assets = estate.ofKind('asset', home).filter(record => estate.schoolFolderOf(record.file) === folder);
  const own = new Set<unknown>(assets);
  const byLabel = labelsOf(assets);
  const having = (index: string, key: string) =>
    estate.sharing(index, key, home).filter(record => own.has(record)) as unknown as RecordOf<'asset'>[];
  const byValue = (draft: Draft): Match | undefined => {
    for (const { field, index } of distinctFields) {
      const text = draft.values.get(field);
      if (text === undefined) continue;
      const key = distinctKey(field, text);
      const record = having(index, key).find(one => mayBe(draft, one, field));
      if (record) return { record, isMember: !isOwnValue(record, field, key) };
    }
    return undefined;
  };
  const labelled = (text: string) =>
    byLabel.get(text.toLowerCase())?.record ?? having('host name', text.toLowerCase())[0];
  const byTitle = titlesOf(assets);
  return {
    find: draft => byValue(draft) ?? byTag(draft, byLabel),
    labelled,
    named: text => {
      const numbers = distinctFields.map(({ field, index }) => having(index, distinctKey(field, text))[0]);
      const [only, ...others] = byTitle.get(plainForm(text)) ?? [];
      return labelled(text) ?? numbers.find(one => one !== undefined) ?? (others.length === 0 ? only : undefined);
    },
    holder: (index, key) => having(index, key).find(one => !isRetired(one)),
  };
}

/** An address or a name goes from the old device to the new one: two that have different serial numbers are not the same. */
function mayBe(draft: Draft, record: RecordOf<'asset'>, by: AssetField): boolean {
  if (by === 'serial') return true;
  if (isRetired(record) && by !== 'mac') return false;
  return !haveOtherSerials(draft, record);
}

function haveOtherSerials(draft: Draft, record: RecordOf<'asset'>): boolean {
  const [listed, recorded] = [draft.values.get('serial'), record.values.serial];
  return listed !== undefined && recorded !== undefined && listed.toLowerCase() !== recorded.toLowerCase();
}

function isOwnValue(record: RecordOf<'asset'>, field: AssetField, key: string): boolean {
  const value = record.values[field];
  return typeof value === 'string' && distinctKey(field, value) === key;
}

type Labels = ReadonlyMap<string, Match>;

function labelsOf(assets: readonly RecordOf<'asset'>[]): Labels {
  const labels = new Map<string, Match>();
  const add = (label: string | undefined, match: Match) => {
    if (label !== undefined && label !== '' && !labels.has(label.toLowerCase())) labels.set(label.toLowerCase(), match);
  };
  for (const record of assets) add(record.id, { record, isMember: false });
  for (const record of assets) add(record.values.tag, { record, isMember: false });
  for (const record of assets)
    for (const member of record.values.members ?? []) add(member.tag, { record, isMember: true });
  return labels;
}

/** Live ones before those that are gone. */
function titlesOf(assets: readonly RecordOf<'asset'>[]): ReadonlyMap<string, readonly RecordOf<'asset'>[]> {
  const titles = new Map<string, RecordOf<'asset'>[]>();
  for (const record of assets)
    titles.set(plainForm(record.title), [...(titles.get(plainForm(record.title)) ?? []), record]);
  for (const [title, called] of titles) {
    const live = called.filter(one => !isRetired(one));
    if (live.length > 0) titles.set(title, live);
  }
  return titles;
}

function byTag(draft: Draft, labels: Labels): Match | undefined {
  const match = draft.tag === undefined ? undefined : labels.get(draft.tag.toLowerCase());
  const isGone = match !== undefined && isRetired(match.record) && haveOtherSerials(draft, match.record);
  return isGone ? undefined : match;
}
