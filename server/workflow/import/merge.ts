import { isWritten, statusOf, type RecordOf } from '../../estate/record.ts';
import { fieldKinds } from '../../model/field-kinds.ts';
import { plainForm } from '../../model/words.ts';
import { asset } from '../../records/register/asset.ts';
import { insertKey, setValue } from '../../yaml/edit.ts';
import type { Changes } from '../changes.ts';
import { dropDisordered, fieldOrder } from './record.ts';
import type { AssetField, Draft } from './draft.ts';
import type { Naming } from './places.ts';

export interface Merged {
  /** Labels of the fields that were added. */
  readonly added: readonly string[];
  /** Where the list and the record say different things: parts of a sentence. */
  readonly differs: readonly string[];
  /** The text of the record cannot be edited. */
  readonly isStuck: boolean;
}

interface Merging {
  readonly draft: Draft;
  readonly record: RecordOf<'asset'>;
  readonly places: Naming;
  readonly suppliers: Naming;
  readonly changes: Changes;
}

/** Puts into the record what it lacks, or does not know; what it says otherwise stays and is told. */
export function mergeInto(merging: Merging): Merged {
  const { draft, record, places, suppliers, changes } = merging;
  const lacking = new Map<string, string>();
  const differs: string[] = [];
  const take = (field: string, text: string, same: boolean, listed: string) => {
    if (!isKnown(record, field)) lacking.set(field, text);
    else if (!same) differs.push(tellDifference(field, listed, shown(record, field, places, suppliers)));
  };
  const recorded = (field: string): string | undefined => {
    const value = record.values[field as AssetField];
    return typeof value === 'string' ? value : undefined;
  };
  for (const text of dropDisordered(draft.values, recorded)) differs.push(text);
  for (const [field, text] of draft.values)
    if (!neverAdded.has(field) && text !== 'other') take(field, text, isSame(record, field, text), text);
  const title = draft.values.get('title');
  if (title !== undefined && isMakeshift(record)) lacking.set('title', title);
  takeReference('location', draft.place, places);
  takeReference('supplier', draft.supplier, suppliers);
  if (draft.tag !== undefined && draft.tag.toLowerCase() !== record.id.toLowerCase())
    take('tag', draft.tag, isSame(record, 'tag', draft.tag), draft.tag);
  if (draft.values.has('status')) compareStatus();
  const fields = fieldOrder.filter(field => lacking.has(field));
  return { added: fields.map(labelOf), differs, isStuck: !fields.every(field => add(field, lacking.get(field) ?? '')) };

  function takeReference(field: 'location' | 'supplier', name: string | undefined, naming: Naming): void {
    if (name === undefined) return;
    if (isKnown(record, field)) take(field, '', naming.known(name) === record.values[field], name);
    else lacking.set(field, naming.idFor(name));
  }
  function compareStatus(): void {
    const listed = draft.values.get('status') ?? '';
    const now = statusOf(record);
    if (listed !== now) differs.push(tellDifference('status', statusLabel(listed), statusLabel(now)));
  }
  function add(field: string, text: string): boolean {
    return changes.edit(record, source =>
      isWritten(record, field)
        ? setValue(source, [field], text)
        : (insertKey(source, [], field, text, { order: fieldOrder }) ?? setValue(source, [field], text)),
    );
  }
}

/** A status is a step that somebody takes, a title is what people call the thing: neither is changed by a list. */
const neverAdded: ReadonlySet<AssetField> = new Set<AssetField>(['status', 'title']);

/** "Unknown device at 192.0.2.7": a title that only says where the device was found, until somebody knows better. */
function isMakeshift({ title, values }: RecordOf<'asset'>): boolean {
  return values.address !== undefined && title.endsWith(` at ${values.address}`);
}

function isKnown(record: RecordOf<'asset'>, field: string): boolean {
  return isWritten(record, field) && record.understood.answers.get(field) !== 'unknown';
}

/** Compared as the field reads both. */
function isSame(record: RecordOf<'asset'>, field: AssetField | 'tag', text: string): boolean {
  if (field === 'notes') return true; // words about it: there is no right and wrong
  const declared = asset.fields[field];
  const reading = fieldKinds[declared.kind].read(text, declared);
  const own: unknown = record.values[field] ?? record.understood.answers.get(field);
  const listed = reading.ok && own !== 'none' ? reading.value : text;
  return typeof own === 'string' && typeof listed === 'string' ? plainForm(own) === plainForm(listed) : own === listed;
}

function shown(record: RecordOf<'asset'>, field: string, places: Naming, suppliers: Naming): string {
  const value: unknown = record.values[field as AssetField] ?? record.understood.answers.get(field) ?? 'something else';
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  if (field === 'location') return places.titleOf(text);
  return field === 'supplier' ? suppliers.titleOf(text) : text;
}

function labelOf(field: string): string {
  return asset.fields[field as 'title'].label;
}

function statusLabel(status: string): string {
  return asset.fields.status.choices[status as 'in_use'];
}

function tellDifference(field: string, listed: string, recorded: string): string {
  return `${labelOf(field)}: the list says ${listed}, the record says ${recorded}; the record stays`;
}
