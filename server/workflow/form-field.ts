import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import { fieldKinds, isAnswerWithoutValue } from '../model/field-kinds.ts';
import type { Field, Fields, GroupField, ListField } from '../model/field.ts';
import type { FieldState, FormChoice, FormField, RecordChoice, TableColumn, Widget } from '../model/form.ts';
import type { Path } from '../model/paths.ts';
import { entryOf, isAbsent, type MapNode, type Node } from '../yaml/node.ts';
import type { PlacedFindings } from './form-findings.ts';
import { nameOfPath } from './form-place.ts';
import { kindsFor, poolName, recordsFor } from './form-pools.ts';
import { longTexts } from './form-words.data.ts';

/** What the fields of one record's form are made with. */
export interface FieldMaking {
  readonly record: RecordEntry;
  readonly estate: Estate;
  readonly findings: PlacedFindings;
  readonly pools: Map<string, readonly RecordChoice[]>;
  readonly asks: ReadonlyMap<string, 'needed' | 'wanted'>;
}

const otherwise = 'This is written in a way that a form cannot show. Open the text to change it.';

/** One field with all below it. `node`: what stands in its place, if anything does. */
function makeField(field: Field, path: Path, node: Node | null | undefined, making: FieldMaking): FormField {
  const state = stateOf(node, field);
  const written = state === 'written' ? node : null;
  const base = baseOf(field, path, state, making);
  if (field.written && written) return { ...base, ...shut(node, making, 'A command of FITS writes this.') };
  if (field.kind === 'open') return { ...base, ...shut(node, making, otherwise) };
  if (field.kind === 'list') return { ...base, ...listParts(field, path, written, making) };
  if (field.kind === 'group') return { ...base, ...groupParts(field, path, written, making) };
  return { ...base, ...scalarParts(field, path, written, making) };
}

function scalarParts(field: Field, path: Path, node: Node | null | undefined, making: FieldMaking) {
  if (node && node.type !== 'scalar') return shut(node, making, otherwise);
  const text = node?.text ?? '';
  return { widget: widgetOf(field, path, text), text, ...chosenTitle(field, text, making) };
}

function baseOf(field: Field, path: Path, state: FieldState, making: FieldMaking): FormField {
  const asks = path.length === 1 ? making.asks.get(String(path[0])) : undefined;
  const kinds = kindsFor(field);
  if (kinds && !making.pools.has(poolName(kinds))) making.pools.set(poolName(kinds), poolFor(kinds, making));
  return {
    path,
    ...wordsOf(field, path),
    state,
    text: '',
    ...(asks ? { asks } : {}),
    findings: making.findings.get(nameOfPath(path)) ?? [],
    folded: state === 'absent' && !asks,
  };
}

function poolFor(kinds: readonly string[], { record, estate }: FieldMaking): readonly RecordChoice[] {
  return recordsFor(kinds, record.file, estate).filter(({ id }) => id !== record.id);
}

/** What a field is, whichever record has it: the same for a form and for a table's column. */
export function wordsOf(field: Field, path: Path): Omit<TableColumn, 'path'> {
  const { label, about, unit, example, none } = field;
  const kinds = kindsFor(field);
  const assumed = assumedIn(field);
  const hints = field.kind === 'boolean' ? [] : fieldKinds[field.kind].suggest(field).map(({ text }) => text);
  return {
    label,
    about,
    widget: widgetOf(field, path, ''),
    mayBeUnknown: path.length > 1 || !['kind', 'id', 'title'].includes(String(path[0])),
    ...(unit === undefined ? {} : { unit }),
    ...(example === undefined ? exampleFor(field) : { example }),
    ...(none === undefined ? {} : { none }),
    ...(assumed === undefined ? {} : { assumed }),
    ...(kinds ? { pool: poolName(kinds) } : {}),
    ...(isSelect(field) ? { choices: choicesOf(field) } : hints.length > 0 ? { hints } : {}),
  };
}

/** Dates and the like have one form that everyone must know; a text has none. */
function exampleFor(field: Field): { example?: string } {
  const shaped = fieldKinds[field.kind].dated || ['time', 'duration', 'subnet', 'mac', 'hours'].includes(field.kind);
  return shaped ? { example: fieldKinds[field.kind].example(field) } : {};
}

function assumedIn(field: Field): string | undefined {
  if (field.default === undefined) return undefined;
  return field.kind === 'choice' ? (field.choices[field.default] ?? field.default) : field.default;
}

function isSelect(field: Field): boolean {
  return ['select', 'switch'].includes(fieldKinds[field.kind].widget);
}

function choicesOf(field: Field): FormChoice[] {
  return fieldKinds[field.kind]
    .suggest(field)
    .map(({ text, about }) => ({ text, label: shortWord(about, text), about }));
}

/** "Switch" of "Switch: joins wired devices". */
function shortWord(about: string, text: string): string {
  return about === 'Day of the week' ? text : (about.split(/[:,]/)[0] ?? about);
}

function widgetOf(field: Field, path: Path, text: string): Widget {
  const { widget } = fieldKinds[field.kind];
  if (field.kind === 'open') return 'closed';
  if (field.kind !== 'text') return widget;
  return text.includes('\n') || text.length > 90 || longTexts.has(String(path.at(-1))) ? 'lines' : widget;
}

function stateOf(node: Node | null | undefined, field: Field): FieldState {
  if (!node || isAbsent(node) || (node.type === 'list' && node.items.length === 0)) return 'absent';
  return node.type === 'scalar' ? (isAnswerWithoutValue(node.text, field) ?? 'written') : 'written';
}

function shut(node: Node | null | undefined, { record }: FieldMaking, why: string) {
  const text = node ? record.source.slice(node.start, node.end).trim().slice(0, 2000) : '';
  return { widget: 'closed', text, closed: why } as const;
}

function chosenTitle(field: Field, text: string, { estate, record }: FieldMaking): { chosen?: string } {
  if (field.kind !== 'reference' || text === '') return {};
  const title = estate.named(text, record.file)?.title;
  return title ? { chosen: title } : {};
}

/** One item without a dash is shown as the only item of its list. */
function listParts(field: ListField, path: Path, node: Node | null | undefined, making: FieldMaking) {
  const items = node?.type === 'list' ? node.items : node ? [node] : [];
  const made = items.map((item, i) => makeField(field.of, [...path, i], item, making));
  return { items: made, next: makeField(field.of, [...path, items.length], undefined, making) };
}

/** A plain text in a group's place is shown in its short field, with what is said of it. */
function groupParts(field: GroupField, path: Path, node: Node | null | undefined, making: FieldMaking) {
  const short = node?.type === 'scalar' ? field.short : undefined;
  if (node && node.type !== 'map' && short === undefined) return shut(node, making, otherwise);
  const findings = short === undefined ? making.findings : withShort(path, short, making.findings);
  const inside = (key: string) => (key === short ? node : node?.type === 'map' ? entryOf(node, key)?.value : undefined);
  const fields = makeFields(field.fields, path, inside, { ...making, findings });
  const first = new Set([field.short, ...(field.needs ?? [])]);
  const seen = fields.map(one => (first.has(String(one.path.at(-1))) ? { ...one, folded: false } : one));
  // A group of which nothing is written yet shows what it is about: its first fields.
  const open = seen.every(one => one.folded) ? seen.map((one, i) => (i < 3 ? { ...one, folded: false } : one)) : seen;
  return { fields: open, ...(short === undefined ? {} : { findings: [] }) };
}

function withShort(path: Path, short: string, findings: PlacedFindings): PlacedFindings {
  const own = findings.get(nameOfPath(path));
  return own ? new Map([...findings, [nameOfPath([...path, short]), own]]) : findings;
}

/** The fields of a record or a group, in their declared order, but those that a command writes and has not written. */
export function makeFields(
  fields: Fields,
  path: Path,
  nodeOf: (key: string) => Node | null | undefined,
  making: FieldMaking,
): FormField[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const node = nodeOf(key);
    const made = makeField(field, [...path, key], node, making);
    return made.state === 'absent' && (field.written || field.kind === 'open') ? [] : [made];
  });
}

export function valueIn(root: MapNode | null): (key: string) => Node | null | undefined {
  return key => entryOf(root, key)?.value;
}
