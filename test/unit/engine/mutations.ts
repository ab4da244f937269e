/** Faults put into right records on purpose, made from the declarations: what each of them must be called is part of the fault. */
import type { Estate } from '../../../server/estate/estate.ts';
import { isRetired, isWritten, statusOf, type RecordEntry } from '../../../server/estate/record.ts';
import type { Need } from '../../../server/model/declaration.ts';
import type { Field, Fields } from '../../../server/model/field.ts';
import { fieldsBelow, type Path } from '../../../server/model/paths.ts';
import { applyEdits, type TextEdit } from '../../../server/model/text-edit.ts';
import { appendToList, insertKey, removeKey, renameKey, setValue } from '../../../server/yaml/edit.ts';
import type { NewValue } from '../../../server/yaml/edit-text.ts';
import { entryOf, nodeAt, type MapNode, type Node } from '../../../server/yaml/node.ts';
import { spotsBelow, wrongValues } from '../language/wrong-values.ts';

/** Sorts of fault, with the codes that name them: any one of them is enough. */
export const sorts = {
  'wrong form': ['GEN-014'],
  'outside its range': ['GEN-014'],
  'impossible date': ['GEN-005'],
  'end before its beginning': ['GEN-005'],
  'done in the future': ['GEN-009'],
  'same value twice': ['CFG-002'],
  'unknown key': ['GEN-010'],
  'misspelt key': ['GEN-010'],
  'no kind, id or title': ['GEN-001'],
  'unknown kind': ['GEN-001'],
  'leads nowhere': ['GEN-003'],
  'wrong kind named': ['GEN-004'],
  'same id twice': ['GEN-002'],
  'needed and missing': ['GEN-015'],
  'part without its field': ['GEN-015'],
  'step taken too early': ['GEN-015'],
  circle: ['GEN-016'],
} as const satisfies Record<string, readonly string[]>;

export type Sort = keyof typeof sorts;

export interface Mutation {
  readonly sort: Sort;
  /** Where it was made: `contract.to`. */
  readonly at: string;
  /** The record's text with the fault. */
  readonly text: string;
  readonly codes: readonly string[];
  /** The finding may come at another record: of two with one id the later one has it. */
  readonly anywhere?: true;
}

/** Circles that have a rule of their own, by kind and field, beside those that the declarations call acyclic. */
const circles: Readonly<Record<string, readonly { readonly field: string; readonly code: string }[]>> = {
  service: [{ field: 'depends_on', code: 'SLM-002' }],
};

interface Spot {
  readonly path: Path;
  readonly field: Field;
  readonly node: Node;
}

/** Every value that is written in the record and declared, at any depth; the list itself comes before its items. */
function* spotsIn(node: Node, field: Field, path: Path): Generator<Spot> {
  yield { path, field, node };
  if (field.kind === 'list') {
    if (node.type === 'list')
      for (const [i, item] of node.items.entries()) if (item) yield* spotsIn(item, field.of, [...path, i]);
    if (node.type === 'map') yield* spotsIn(node, field.of, path);
  }
  if (field.kind === 'group' && node.type === 'map') yield* spotsOf(node, field.fields, path);
}

function* spotsOf(map: MapNode, fields: Fields, path: Path): Generator<Spot> {
  for (const { key, value } of map.entries) {
    const field = Object.hasOwn(fields, key.text) ? fields[key.text] : undefined;
    if (field && value) yield* spotsIn(value, field, [...path, key.text]);
  }
}

/** All faults of a record that is right. */
export function* mutationsOf(record: RecordEntry, estate: Estate): Generator<Mutation> {
  const { declaration, text } = record;
  if (!declaration || !text.root) return;
  for (const spot of spotsOf(text.root, declaration.fields, [])) {
    yield* mutationsAt(record, spot, estate);
    yield* incompleteParts(record, spot);
  }
  yield* strangeKeys(record, text.root, []);
  yield* missing(record);
  yield* tooEarly(record);
  yield* inCircles(record, estate);
  const other = [...estate.all()].find(one => one.id && one.id !== record.id);
  const edits = other ? setValue(record.source, ['id'], other.id) : undefined;
  if (edits) yield { ...made(record, 'same id twice', ['id'], edits), anywhere: true };
}

function made(
  record: RecordEntry,
  sort: Sort,
  path: Path,
  edits: readonly TextEdit[],
  codes: readonly string[] = sorts[sort],
): Mutation {
  return { sort, at: path.join('.'), text: applyEdits(record.source, edits), codes };
}

function* mutationsAt(record: RecordEntry, spot: Spot, estate: Estate): Generator<Mutation> {
  const { path, field, node } = spot;
  // A block's span goes to the start of the next line.
  const end = node.start + record.source.slice(node.start, node.end).trimEnd().length;
  const put = (text: string) => [{ start: node.start, end, text }];
  if (path.length === 1 && path[0] === 'kind') {
    yield made(record, 'unknown kind', path, put('nonsense_kind'));
    return;
  }
  // A day that does not exist, and one wrong form, another in the next record: `wrongInEveryField` tries all.
  const values = wrongValues(field);
  const day = values.find(isImpossible);
  if (day !== undefined) yield made(record, 'impossible date', path, put(JSON.stringify(day)));
  const others = values.filter(value => !isImpossible(value));
  const other = others[record.index % others.length];
  if (other !== undefined) yield made(record, 'wrong form', path, put(JSON.stringify(other)));
  for (const [sort, text] of wrongHere(record, spot, estate))
    yield { ...made(record, sort, path, put(text)), ...(sort === 'same value twice' ? { anywhere: true } : {}) };
  const to = field.kind === 'reference' ? field.to : field.kind === 'link-end' ? ['asset'] : undefined;
  if (!to || node.type !== 'scalar') return;
  yield made(record, 'leads nowhere', path, put('no-such-thing'));
  const stranger = [...estate.all()].find(one => one.id && one.declaration && !to.includes(one.kind));
  if (stranger) yield made(record, 'wrong kind named', path, put(stranger.id));
}

/** Texts that would be right elsewhere. */
function* wrongHere(record: RecordEntry, { path, field }: Spot, estate: Estate): Generator<[Sort, string]> {
  if (field.least !== undefined) yield ['outside its range', String(field.least - 1)];
  if (field.most !== undefined) yield ['outside its range', String(field.most + 1)];
  if (field.done) yield ['done in the future', '2099-01-01'];
  const written = path
    .map(step => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .slice(1);
  for (const { from, to } of record.declaration?.orders ?? [])
    if (from === written && endOf(record, path, to)) yield ['end before its beginning', '2099-01-01'];
  if (field.distinct === undefined || isRetired(record)) return;
  const taken = [...estate.all()]
    .filter(one => one.id !== record.id && one.kind === record.kind && !isRetired(one))
    .flatMap(one => one.understood.distinct)
    .find(one => one.index === field.distinct);
  if (taken) yield ['same value twice', JSON.stringify(taken.text)];
}

/** Whether the end that belongs to this beginning is known. */
function endOf(record: RecordEntry, path: Path, to: string): boolean {
  const numbers = path.filter(step => typeof step === 'number');
  const end = to.split('.').flatMap(step => (step.endsWith('[]') ? [step.slice(0, -2), numbers.shift() ?? 0] : [step]));
  const { node, found } = nodeAt(record.text.root, end);
  return found === end.length && node?.type === 'scalar' && /^\d{4}-/.test(node.text);
}

function isImpossible(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** In every group of the record: one name that means nothing, and each name misspelt. */
function* strangeKeys(record: RecordEntry, node: Node, path: Path): Generator<Mutation> {
  if (node.type === 'list')
    for (const [i, item] of node.items.entries()) if (item) yield* strangeKeys(record, item, [...path, i]);
  if (node.type !== 'map') return;
  const fields =
    record.declaration &&
    fieldsBelow(
      record.declaration,
      path.map(step => step),
    );
  if (!fields) return;
  const added = insertKey(record.source, path, 'zz_nonsense', 'x', { order: [] });
  if (added) yield made(record, 'unknown key', [...path, 'zz_nonsense'], added);
  for (const { key, value } of node.entries) {
    const here = [...path, key.text];
    const envelope = path.length === 0 && ['kind', 'id', 'title'].includes(key.text);
    const edits = renameKey(record.source, here, misspell(key.text, fields));
    if (edits) yield made(record, envelope ? 'no kind, id or title' : 'misspelt key', here, edits);
    const removed = envelope ? removeKey(record.source, here) : undefined;
    if (removed) yield made(record, 'no kind, id or title', here, removed);
    if (value) yield* strangeKeys(record, value, here);
  }
}

/** The last two letters that differ are swapped, or a letter too many where that is another field's name. */
function misspell(key: string, fields: Fields): string {
  for (let i = key.length - 2; i >= 0; i--) {
    const swapped = key.slice(0, i) + key.charAt(i + 1) + key.charAt(i) + key.slice(i + 2);
    if (swapped !== key && /^[a-z]/.test(swapped) && !Object.hasOwn(fields, swapped)) return swapped;
  }
  return `${key}x`;
}

/** What the record needs where it stands now, taken out. */
function* missing(record: RecordEntry): Generator<Mutation> {
  for (const need of record.declaration?.needs ?? []) {
    if (!asks(need, record, statusOf(record))) continue;
    const codes = [need.code ?? 'GEN-015'];
    const groups = need.oneOf ? [need.fields] : need.fields.map(path => [path]);
    for (const paths of groups) {
      const edits = paths
        .filter(path => isWritten(record, path))
        .map(path => removeKey(record.source, path.split('.')));
      const all = edits.flatMap(one => one ?? []);
      if (all.length > 0) yield made(record, 'needed and missing', paths, all, codes);
    }
  }
}

function* incompleteParts(record: RecordEntry, { path, field, node }: Spot): Generator<Mutation> {
  if (field.kind !== 'group' || node.type !== 'map' || node.entries.length < 2) return;
  for (const key of field.needs ?? []) {
    const edits = removeKey(record.source, [...path, key]);
    if (edits) yield made(record, 'part without its field', [...path, key], edits);
  }
}

/** Every other status that asks for something which is not there. */
function* tooEarly(record: RecordEntry): Generator<Mutation> {
  const { declaration, source } = record;
  const statuses = Object.keys(declaration?.life?.steps ?? {}).filter(status => status !== statusOf(record));
  for (const status of statuses) {
    const lacking = (declaration?.needs ?? []).filter(need => asks(need, record, status) && lacks(need, record));
    const edits = isWritten(record, 'status')
      ? setValue(source, ['status'], status)
      : insertKey(source, [], 'status', status, { order: Object.keys(declaration?.fields ?? {}) });
    for (const code of new Set(lacking.map(need => need.code ?? 'GEN-015')))
      if (edits) yield made(record, 'step taken too early', ['status', status], edits, [code]);
  }
}

function lacks({ fields, oneOf }: Need, record: RecordEntry): boolean {
  const absent = fields.filter(path => !isWritten(record, path));
  return oneOf ? absent.length === fields.length : absent.length > 0;
}

function asks({ at, where, whereNot }: Need, record: RecordEntry, status: string): boolean {
  const fits = (table: Need['where'], wanted: boolean) =>
    Object.entries(table ?? {}).every(([key, texts]) => texts.includes(valueText(record, key, status)) === wanted);
  return (at?.includes(status) ?? true) && fits(where, true) && fits(whereNot, false);
}

function valueText(record: RecordEntry, key: string, status: string): string {
  if (key === 'status') return status;
  const value = record.values[key];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  const assumed = record.declaration?.fields[key]?.default ?? '';
  return { yes: 'true', no: 'false' }[assumed] ?? assumed;
}

/** The record names itself, or one that names it. */
function* inCircles(record: RecordEntry, estate: Estate): Generator<Mutation> {
  const fields = [
    ...(record.declaration?.acyclic ?? []).map(field => ({ field, code: 'GEN-016' })),
    ...(circles[record.kind] ?? []),
  ];
  for (const { field, code } of fields) {
    const naming = estate
      .naming(record.id, record.file)
      .filter(one => one.kind === record.kind && one.id !== record.id)
      .filter(one => one.understood.uses.some(use => use.path[0] === field && use.text === record.id));
    for (const id of [record.id, ...naming.map(one => one.id)]) {
      const edits = nameIn(record, field, id);
      if (edits) yield made(record, 'circle', [field, id === record.id ? 'itself' : 'back'], edits, [code]);
    }
  }
}

function nameIn(record: RecordEntry, field: string, id: string): TextEdit[] | undefined {
  const order = { order: Object.keys(record.declaration?.fields ?? {}) };
  if (record.declaration?.fields[field]?.kind === 'list') {
    const { node } = nodeAt(record.text.root, [field]);
    const isList = entryOf(record.text.root, field) === undefined || node?.type === 'list';
    return isList ? appendToList(record.source, [field], id, order) : setValue(record.source, [field], id);
  }
  return isWritten(record, field)
    ? setValue(record.source, [field], id)
    : insertKey(record.source, [], field, id, order);
}

/** A value of the wrong form in every field that the kind has, whether the record has it or not. */
export function* wrongInEveryField(record: RecordEntry): Generator<Mutation> {
  const fields = record.declaration?.fields ?? {};
  for (const { key, path, field, wrap } of spotsBelow(fields))
    for (const value of wrongValues(field)) {
      const bare = applyEdits(record.source, removeKey(record.source, [key]) ?? []);
      const edits = insertKey(bare, [], key, asText(wrap(value)), { order: Object.keys(fields) });
      if (!edits) throw new Error(`${record.kind}.${path} cannot be written`);
      const sort = isImpossible(value) ? 'impossible date' : 'wrong form';
      yield { sort, at: path, text: applyEdits(bare, edits), codes: sorts[sort] };
    }
}

function asText(value: unknown): NewValue {
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, asText(held)]));
  return String(value);
}
