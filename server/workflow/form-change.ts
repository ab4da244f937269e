import type { Declaration } from '../model/declaration.ts';
import type { Field } from '../model/field.ts';
import { fieldAt, fieldsBelow, type Path } from '../model/paths.ts';
import { applyEdits, type TextEdit } from '../model/text-edit.ts';
import { blockFor } from '../yaml/block-text.ts';
import { appendToList, insertKey, removeItem, removeKey, setValue, type ItemValue } from '../yaml/edit.ts';
import { columnAt, stepOf, writeItem, type NewValue } from '../yaml/edit-text.ts';
import { isAbsent, nodeAt, type MapNode, type ScalarNode } from '../yaml/node.ts';
import { readRecord } from '../yaml/read-record.ts';
import { smallest } from './changes.ts';
import { isAnswer, isKept, locate, type Spot } from './form-place.ts';

export interface FieldChange {
  /** The record's text. */
  readonly text: string;
  readonly declaration: Declaration;
  /** The form's path; an item behind the last one is added. */
  readonly path: Path;
  /** undefined takes the field out; of a list's item, the item. */
  readonly value: string | undefined;
  /** A yes, a number, a date: written without quotes, as people write them, whatever YAML would make of it. */
  readonly bare?: boolean;
}

type Writing = FieldChange & { readonly value: string };

/**
 * Writes one field: comments, quotes and order stay byte for byte elsewhere. Undefined where it cannot be done without touching
 * more than the field: a text with an error of form, lines that a form does not understand.
 */
export function changeField(change: FieldChange): TextEdit[] | undefined {
  const { text, value } = change;
  const before = treeOf(text);
  if (!before) return undefined;
  const tries = value === undefined ? [without(change, before)] : withValue({ ...change, value }, before);
  const after = tries.find(made => {
    const tree = made === undefined ? undefined : treeOf(made);
    return tree && isKept(before, tree, change);
  });
  return after === undefined ? undefined : smallest(text, after);
}

/** The tree to edit in; undefined where no offset can be trusted (precise.md 32). */
function treeOf(text: string): MapNode | undefined {
  const { root, slips } = readRecord(text);
  return slips.some(slip => slip.code === 'GEN-012' && slip.severity === 'error') ? undefined : (root ?? undefined);
}

/** Stands for a text that is to be written bare: no quotes are put round it, and no record holds it. */
const standIn = 'fits-bare-text-0';
const mayBeBare = /^[A-Za-z0-9][\w.+-]*(?:[: ][\w.+-]+)*$/;

/** The record with the field written, best form first. */
function withValue(change: Writing, root: MapNode): (string | undefined)[] {
  const { text, value } = change;
  const bare = change.bare === true && mayBeBare.test(value);
  const edits = editsFor(bare ? { ...change, value: standIn } : change, root);
  if (!edits) return [];
  const done = edits.map(edit => (bare ? { ...edit, text: edit.text.replace(standIn, () => value) } : edit));
  const after = applyEdits(text, done);
  return value.includes('\n') ? [asBlock(after, change), after] : [after];
}

function editsFor(change: Writing, root: MapNode): TextEdit[] | undefined {
  const { text, value, declaration, path } = change;
  const spot = locate(root, declaration, path);
  const { at, node, rest } = spot;
  const [step, ...inner] = rest;
  if (step === undefined) return setAt(change, spot);
  if (node?.type === 'scalar') return widen(change, spot, node);
  const order = (place: Path) => Object.keys(fieldsBelow(declaration, place) ?? {});
  if (typeof step === 'string') return insertKey(text, at, step, wrapped(inner, value), { order });
  const isNext = step === (node?.type === 'list' ? node.items.length : 0) && node?.type !== 'map';
  return isNext ? appendToList(text, at, wrapped(inner, value) as ItemValue, { order }) : undefined;
}

/** The text of a field; the same text stays as it is written. */
function setAt({ text, value }: Writing, { at, node }: Spot): TextEdit[] | undefined {
  if (node?.type === 'scalar' && node.text === value && !isAbsent(node)) return [];
  return node === null || node.type === 'scalar' ? setValue(text, at, value) : undefined;
}

/** A plain text gives way to the group or list that it stands for: between brackets, so that its line's comment stays. */
function widen(change: Writing, { reached, implied, rest }: Spot, node: ScalarNode): TextEdit[] | undefined {
  const { text, value, declaration } = change;
  const field = fieldAt(declaration, reached);
  if (node.style === 'block' || !field) return undefined;
  const { start, end } = node;
  if (isAbsent(node) || isAnswer(node, field)) return [{ start, end, text: writeItem(wrapped(rest, value), true) }];
  const kept = node.style === 'plain' ? writeItem(node.text, true) : text.slice(start, end);
  const wider = widerText(field, kept, rest, value);
  const names = implied.filter(one => typeof one === 'string');
  return wider === undefined
    ? undefined
    : [{ start, end, text: names.reduceRight((held, name) => `{${name}: ${held}}`, wider) }];
}

/** The one item of a list with a second one; the short field of a group with another. */
function widerText(field: Field, kept: string, [step, ...inner]: Path, value: string): string | undefined {
  const added = writeItem(wrapped(inner, value), true);
  if (field.kind === 'list') return step === 1 ? `[${kept}, ${added}]` : undefined;
  if (field.kind !== 'group' || field.short === undefined || typeof step !== 'string') return undefined;
  return `{${field.short}: ${kept}, ${step}: ${added}}`;
}

/** The value in the groups and lists that lead to it. */
function wrapped(path: Path, value: string): NewValue {
  return path.reduceRight<NewValue>((held, step) => (typeof step === 'number' ? [held] : { [step]: held }), value);
}

/** Several lines read best as a block; not between brackets, and not where a comment ends the line. */
function asBlock(text: string, { declaration, path, value }: Writing): string | undefined {
  const root = treeOf(text);
  const { node, rest, at } = root ? locate(root, declaration, path) : { node: null, rest: path, at: path };
  if (!root || rest.length > 0 || node?.type !== 'scalar' || node.style !== 'double') return undefined;
  const isFlow = at.some((_, depth) => {
    const above = nodeAt(root, at.slice(0, depth)).node;
    return above?.type !== 'scalar' && above?.flow === true;
  });
  if (isFlow || !/^[ \t]*(?:\r?\n|$)/.test(text.slice(node.end))) return undefined;
  const block = blockFor(text, node, value, { indent: indentAt(text, root, at), step: stepOf(text) });
  return applyEdits(text, [{ start: node.start, end: node.end, text: block }]);
}

/** The column of the key, or of the item's dash. */
function indentAt(text: string, root: MapNode, at: Path): number {
  const holder = nodeAt(root, at.slice(0, -1)).node;
  const entry = holder?.type === 'map' ? holder.entries.find(one => one.key.text === at.at(-1)) : undefined;
  return entry ? columnAt(text, entry.start) : columnAt(text, nodeAt(root, at).node?.start ?? 0) - 2;
}

function without({ text, declaration, path }: FieldChange, root: MapNode): string | undefined {
  const { at, rest } = locate(root, declaration, path);
  if (rest.length > 0) return text;
  const edits = removal(text, root, at);
  return edits && applyEdits(text, edits);
}

/** The last field of a group, and the last item of a list, take their group or list with them. */
function removal(text: string, root: MapNode, at: Path): TextEdit[] | undefined {
  const above = at.slice(0, -1);
  const holder = nodeAt(root, above).node;
  if (holder?.type === 'list') return holder.items.length > 1 ? removeItem(text, at) : removal(text, root, above);
  if (holder?.type !== 'map' || at.length === 0) return undefined;
  return holder.entries.length > 1 || above.length === 0 ? removeKey(text, at) : removal(text, root, above);
}
