import type { Declaration } from '../model/declaration.ts';
import { isAnswerWithoutValue } from '../model/field-kinds.ts';
import type { Field } from '../model/field.ts';
import { fieldAt, type Path } from '../model/paths.ts';
import { entryOf, isAbsent, type Node } from '../yaml/node.ts';

/**
 * Where a field of the form stands in a record's tree. A form has one way to write a thing, people have several: one item without
 * a dash, `checks: [ping]` for a group's short field. So a form's path may be longer than the tree's.
 */
export interface Spot {
  /** The tree's own path, as far as it goes. */
  readonly at: Path;
  /** What stands there; null: a key with nothing behind it. */
  readonly node: Node | null;
  /** The form's path to that place. */
  readonly reached: Path;
  /** The last steps of `reached` that the tree does not have. */
  readonly implied: Path;
  /** The rest of the form's path: it is not written yet. */
  readonly rest: Path;
}

export function locate(root: Node, declaration: Declaration, path: Path): Spot {
  let spot: Spot = { at: [], node: root, reached: [], implied: [], rest: path };
  while (spot.rest.length > 0) {
    const next = stepInto(spot, declaration);
    if (!next) break;
    spot = next;
  }
  return spot;
}

function stepInto(spot: Spot, declaration: Declaration): Spot | undefined {
  const [step, ...rest] = spot.rest;
  if (step === undefined) return undefined;
  const reached = [...spot.reached, step];
  const inside = childOf(spot.node, step);
  if (inside !== undefined) return { at: [...spot.at, step], node: inside, reached, implied: [], rest };
  const field = fieldAt(declaration, spot.reached);
  if (!field || !standsFor(spot.node, step, field)) return undefined;
  return { at: spot.at, node: spot.node, reached, implied: [...spot.implied, step], rest };
}

function childOf(node: Node | null, step: string | number): Node | null | undefined {
  if (typeof step === 'number') return node?.type === 'list' ? node.items[step] : undefined;
  if (node?.type !== 'map') return undefined;
  const entry = entryOf(node, step);
  return entry && entry.value;
}

/** One thing where a list belongs is its only item; a plain text where a group belongs is its short field. */
function standsFor(node: Node | null, step: string | number, field: Field): boolean {
  if (!node || isAbsent(node) || isAnswer(node, field)) return false;
  if (field.kind === 'list') return step === 0 && node.type !== 'list';
  return field.kind === 'group' && step === field.short && node.type === 'scalar';
}

/** `unknown` or the like, where a group or a list belongs. */
export function isAnswer(node: Node, field: Field): boolean {
  return node.type === 'scalar' && isAnswerWithoutValue(node.text, field) !== undefined;
}

interface Wanted {
  readonly declaration: Declaration;
  readonly path: Path;
  readonly value: string | undefined;
}

/** Whether the change did what was wanted and nothing else: every other text of the record is as before. */
export function isKept(before: Node, after: Node, { declaration, path, value }: Wanted): boolean {
  // An empty group or an answer in its place gives way to what is below it.
  const beside = ({ path: other }: Leaf) => other.length >= path.length || !isWithin(path, other);
  const was = leavesOf(before, declaration).filter(leaf => beside(leaf) && !isWithin(leaf.path, path));
  const is = leavesOf(after, declaration).filter(beside);
  // Taking an item out gives those behind it new places.
  if (value === undefined) return sameTexts(was, is, leaf => [leaf.path[0], leaf.text]);
  const written = is.filter(leaf => isWithin(leaf.path, path));
  const others = is.filter(leaf => !isWithin(leaf.path, path));
  return written.length === 1 && written[0]?.text === value && sameTexts(was, others, leaf => [leaf.path, leaf.text]);
}

function sameTexts(was: readonly Leaf[], is: readonly Leaf[], say: (leaf: Leaf) => unknown): boolean {
  const said = (leaves: readonly Leaf[]) => JSON.stringify(leaves.map(leaf => JSON.stringify(say(leaf))).sort());
  return said(was) === said(is);
}

/** The same place, or one below it. */
function isWithin(path: Path, above: Path): boolean {
  return above.every((step, i) => step === path[i]);
}

interface Leaf {
  readonly path: Path;
  readonly text: string;
}

/** Every text of the tree by its path in the form. */
function leavesOf(root: Node, declaration: Declaration): Leaf[] {
  return [...leavesBelow(root, [], declaration)];
}

function* leavesBelow(node: Node | null, path: Path, declaration: Declaration): Generator<Leaf> {
  const deeper = impliedStep(node, fieldAt(declaration, path));
  if (deeper !== undefined) yield* leavesBelow(node, [...path, deeper], declaration);
  else if (node?.type === 'map')
    for (const { key, value } of node.entries) yield* leavesBelow(value, [...path, key.text], declaration);
  else if (node?.type === 'list')
    for (const [i, item] of node.items.entries()) yield* leavesBelow(item, [...path, i], declaration);
  else yield { path, text: node && !isAbsent(node) ? node.text : '' };
}

/** The step that a short way of writing leaves out. */
function impliedStep(node: Node | null, field: Field | undefined): string | number | undefined {
  const step = field?.kind === 'list' ? 0 : field?.kind === 'group' ? field.short : undefined;
  return field && step !== undefined && standsFor(node, step, field) ? step : undefined;
}

/** A path as one text, for the keys of tables: empty for the record itself. */
export function nameOfPath(path: Path): string {
  return path.map(step => JSON.stringify(step)).join('/');
}
