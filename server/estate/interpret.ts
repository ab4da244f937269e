import type { Declaration } from '../model/declaration.ts';
import { fieldKinds, isAnswerWithoutValue } from '../model/field-kinds.ts';
import type { Field, Fields, GroupField, ListField, ReferenceField } from '../model/field.ts';
import type { Path } from '../model/paths.ts';
import { canonicalAddress } from '../model/read-address.ts';
import type { Misread } from '../model/reading.ts';
import type { Span } from '../model/text-edit.ts';
import { quoteFor } from '../yaml/quote.ts';
import { entryOf, isAbsent, type MapNode, type Node, type ScalarNode } from '../yaml/node.ts';

/** A place where a record names another. */
export interface Use extends Span {
  readonly path: Path;
  readonly text: string;
  readonly to: readonly string[];
  readonly life: 'live' | 'historic';
}

export interface FieldProblem extends Span, Omit<Misread, 'ok' | 'fixes'> {
  readonly path: Path;
  readonly fixes: readonly { readonly title: string; readonly text: string; readonly preferred?: boolean }[];
}

/** A key that the kind does not have. */
export interface StrangeKey extends Span {
  readonly path: Path;
  readonly key: string;
  /** The keys that this place has. */
  readonly known: readonly string[];
  /** Those of them that are not written here. */
  readonly free: readonly string[];
}

export interface Dated extends Span {
  readonly path: Path;
  readonly value: string;
}

/** A value that no other record may have (declared `distinct`). */
export interface DistinctValue extends Span {
  readonly index: string;
  readonly key: string;
  readonly text: string;
}

/** A part that means nothing without a field it does not have. */
export interface Incomplete extends Span {
  readonly path: Path;
  /** The part's own label, and those of the fields it lacks. */
  readonly label: string;
  readonly missing: readonly string[];
}

/** What a record's text says, field by field. */
export interface Interpreted {
  /** Typed values; what is absent, unknown or unreadable is not there. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly FieldProblem[];
  readonly strange: readonly StrangeKey[];
  readonly incomplete: readonly Incomplete[];
  readonly uses: readonly Use[];
  /** Dates on which something is said to have been done. */
  readonly done: readonly Dated[];
  readonly distinct: readonly DistinctValue[];
  /** Paths (with dots) that are answered without a value: `unknown`, or `none` where that means something. */
  readonly answers: ReadonlyMap<string, 'unknown' | 'none'>;
}

interface Collector {
  readonly source: string;
  readonly problems: FieldProblem[];
  readonly strange: StrangeKey[];
  readonly incomplete: Incomplete[];
  readonly uses: Use[];
  readonly done: Dated[];
  readonly distinct: DistinctValue[];
  readonly answers: Map<string, 'unknown' | 'none'>;
}

/** Reads a record's tree by its declaration; without either, nothing is understood. `source` is the text in which the offsets count. */
export function interpret(root: MapNode | null, declaration: Declaration | undefined, source: string): Interpreted {
  const found = { problems: [], strange: [], incomplete: [], uses: [], done: [], distinct: [], answers: new Map() };
  const values = root && declaration ? readFields(root, declaration.fields, [], { source, ...found }) : {};
  return { values, ...found };
}

function readFields(map: MapNode, fields: Fields, path: Path, into: Collector): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const known = Object.keys(fields);
  for (const { key, value } of map.entries) {
    const field = Object.hasOwn(fields, key.text) ? fields[key.text] : undefined;
    const here = [...path, key.text];
    if (!field) {
      const written = new Set(map.entries.map(entry => entry.key.text));
      into.strange.push({
        start: key.start,
        end: key.end,
        path: here,
        key: key.text,
        known,
        free: known.filter(name => !written.has(name)),
      });
    } else if (value && !isAbsent(value)) {
      const read = readNode(value, field, here, into);
      if (read !== undefined) values[key.text] = read;
    }
  }
  return values;
}

function readNode(node: Node, field: Field, path: Path, into: Collector): unknown {
  if (field.kind === 'open') return undefined;
  if (field.kind === 'list') return readList(node, field, path, into);
  if (field.kind === 'group') return readGroup(node, field, path, into);
  if (node.type !== 'scalar') return wrongShape(node, field, path, into);
  return readScalar(node, field, path, into);
}

function readList(node: Node, field: ListField, path: Path, into: Collector): unknown {
  if (node.type === 'list') {
    return node.items.flatMap((item, i) => {
      const value = item && !isAbsent(item) ? readNode(item, field.of, [...path, i], into) : undefined;
      return value === undefined ? [] : [value];
    });
  }
  if (node.type === 'map' && field.of.kind !== 'group') return wrongShape(node, field, path, into);
  if (node.type === 'scalar') {
    const answer = isAnswerWithoutValue(node.text, field);
    if (answer) return noteAnswer(into, path, answer);
    const separate = field.of.kind === 'text' ? [] : node.text.split(/\s*[,;]\s*/).filter(Boolean);
    if (separate.length > 1) {
      const text = `[${separate.join(', ')}]`;
      return report(
        node,
        path,
        into,
        'form',
        `These are ${separate.length} things in one. Put square brackets round them, so that each is seen: ${text}.`,
        [{ title: `Change to ${text}`, text, preferred: true }],
      );
    }
  }
  const only = readNode(node, field.of, path, into);
  return only === undefined ? undefined : [only];
}

function readGroup(node: Node, field: GroupField, path: Path, into: Collector): unknown {
  if (node.type === 'map') {
    noteIncomplete(node, field, path, into);
    return readFields(node, field.fields, path, into);
  }
  if (node.type === 'scalar') {
    const answer = isAnswerWithoutValue(node.text, field);
    if (answer) return noteAnswer(into, path, answer);
    const short = field.short === undefined ? undefined : field.fields[field.short];
    if (short && field.short !== undefined) {
      const value = readNode(node, short, path, into);
      return value === undefined ? undefined : { [field.short]: value };
    }
  }
  const keys = Object.keys(field.fields).slice(0, 3).join(', ');
  return report(
    node,
    path,
    into,
    'type',
    `${field.label} has lines of its own below it: ${keys} … each indented by two spaces.`,
    [],
  );
}

function noteIncomplete(node: MapNode, field: GroupField, path: Path, into: Collector): void {
  const missing = (field.needs ?? []).filter(key => isAbsent(entryOf(node, key)?.value));
  if (missing.length === 0 || node.entries.length === 0) return;
  const [first] = node.entries;
  const labels = missing.map(key => field.fields[key]?.label ?? key);
  into.incomplete.push({
    start: first?.key.start ?? node.start,
    end: first?.key.end ?? node.end,
    path,
    label: field.label,
    missing: labels,
  });
}

/** Brackets or lines of fields where plain words belong: `notes: {see folder}`. */
function wrongShape(node: Node, field: Field, path: Path, into: Collector): unknown {
  const text = into.source.slice(node.start, node.end).trim();
  const bracketed = (node.type === 'map' || node.type === 'list') && node.flow;
  if (!bracketed)
    return report(
      node,
      path,
      into,
      'type',
      `${field.label} is one value, not several lines. Write it behind the colon.`,
      [],
    );
  const only = node.type === 'list' && node.items.length === 1 ? node.items[0] : undefined;
  if (only?.type === 'scalar') {
    const fix = { title: `Change to ${only.text}`, text: quoteFor(only.text, only.style), preferred: true };
    return report(node, path, into, 'type', 'This is one value, not a list, so it needs no brackets.', [fix]);
  }
  const fix = { title: 'Put the text in quotes', text: quoteFor(text, 'double'), preferred: true };
  const message =
    'Brackets at the start make this a list of fields, not a text. Put it in quotes to keep the brackets.';
  return report(node, path, into, 'type', message, [fix]);
}

function report(
  at: Span,
  path: Path,
  into: Collector,
  problem: Misread['case'],
  message: string,
  fixes: FieldProblem['fixes'],
): unknown {
  into.problems.push({
    start: at.start,
    end: at.end,
    path,
    code: 'GEN-014',
    case: problem,
    severity: 'error',
    message,
    fixes,
  });
  return undefined;
}

function readScalar(node: ScalarNode, field: Field, path: Path, into: Collector): unknown {
  const answer =
    path.length === 1 && ['kind', 'id', 'title'].includes(String(path[0]))
      ? undefined
      : isAnswerWithoutValue(node.text, field);
  if (answer) return noteAnswer(into, path, answer);
  const reading = fieldKinds[field.kind].read(node.text, field);
  if (!reading.ok) {
    const { ok: _ok, ...problem } = reading;
    // A replacement is a plain word, date or number: it needs quotes only where quotes stood before.
    const quoted = node.style === 'single' || node.style === 'double';
    const fixes = problem.fixes.map(fix => (quoted ? { ...fix, text: quoteFor(fix.text, node.style) } : fix));
    into.problems.push({ start: node.start, end: node.end, path, ...problem, fixes });
    return problem.case === 'length' ? node.text : undefined;
  }
  note(node, field, reading.value, path, into);
  return reading.value;
}

function noteAnswer(into: Collector, path: Path, answer: 'unknown' | 'none'): unknown {
  into.answers.set(path.join('.'), answer);
  return undefined;
}

/** What the index wants to know of a value. */
function note(node: ScalarNode, field: Field, value: unknown, path: Path, into: Collector): void {
  const { start, end } = node;
  if (field.kind === 'reference')
    into.uses.push({ start, end, path, text: node.text, to: (field satisfies ReferenceField).to, life: field.life });
  if (field.kind === 'link-end') {
    const { device } = readLinkEnd(node.text);
    const offset = node.style === 'plain' ? 0 : 1;
    into.uses.push({
      start: start + offset,
      end: start + offset + device.length,
      path,
      text: device,
      to: ['asset'],
      life: 'live',
    });
  }
  if (field.done && typeof value === 'string') into.done.push({ start, end, path, value });
  if (field.distinct !== undefined) {
    const text = String(value);
    into.distinct.push({
      start,
      end,
      index: field.distinct,
      key: field.kind === 'address' ? canonicalAddress(text) : text.toLowerCase(),
      text,
    });
  }
}

/** `SW-01 port 24` → the device and its port. */
function readLinkEnd(text: string): { device: string; port: string } {
  const [, device = text, port = ''] = /^(\S+)(?:\s+(?:port\s+)?(.*))?$/i.exec(text.trim()) ?? [];
  return { device, port };
}
