import type { Declaration } from '../model/declaration.ts';
import type { Span } from '../model/text-edit.ts';
import { declarationOf, type KindName, type KindValues } from '../records/index.ts';
import { nodeAt, entryOf, isAbsent, type MapNode, type RecordText } from '../yaml/node.ts';
import { readRecord } from '../yaml/read-record.ts';
import type { Path } from '../model/paths.ts';
import { interpret, type Interpreted } from './interpret.ts';

/** A record's text, read and understood: depends on that text alone, so it is kept while the text stays. */
export interface ParsedRecord {
  readonly source: string;
  readonly text: RecordText;
  /** Empty where not written. */
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly declaration: Declaration | undefined;
  readonly understood: Interpreted;
}

/** A record in its place. Identity holds while its text does. */
export interface RecordEntry<V = Readonly<Record<string, unknown>>> extends ParsedRecord {
  readonly file: string;
  /** Which segment of its file. */
  readonly index: number;
  /** Typed by kind: see `isKind`. */
  readonly values: V;
}

export type RecordOf<K extends KindName> = RecordEntry<KindValues<K>>;

export function parseRecord(source: string): ParsedRecord {
  const text = readRecord(source);
  const kind = plainText(text.root, 'kind');
  const declaration = declarationOf(kind);
  const understood = interpret(text.root, declaration, source);
  return {
    source,
    text,
    kind,
    id: plainText(text.root, 'id'),
    title: plainText(text.root, 'title'),
    declaration,
    understood,
  };
}

function plainText(root: MapNode | null, key: string): string {
  const value = entryOf(root, key)?.value;
  return value?.type === 'scalar' && !isAbsent(value) ? value.text : '';
}

/** Narrows a record to a kind, and with it the type of its values. */
export function isKind<K extends KindName>(record: RecordEntry | undefined, kind: K): record is RecordOf<K> {
  return record?.kind === kind;
}

/** The place of the value at the path, else of its key, else of the record's heading. */
export function spanAt(record: ParsedRecord, path: Path): Span {
  const { node, found } = nodeAt(record.text.root, path);
  if (node && found === path.length) return { start: node.start, end: node.end };
  const parent = nodeAt(record.text.root, path.slice(0, -1)).node;
  const last = path[path.length - 1];
  const entry = parent?.type === 'map' && typeof last === 'string' ? entryOf(parent, last) : undefined;
  return entry ? { start: entry.key.start, end: entry.key.end } : headingOf(record);
}

/** Where a finding about the whole record goes: its kind, else its first line. */
export function headingOf(record: ParsedRecord): Span {
  const kind = entryOf(record.text.root, 'kind');
  if (kind?.value) return { start: kind.value.start, end: kind.value.end };
  const from = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*/.exec(record.source)?.[0].length ?? 0;
  const line = /^[^\r\n]*/.exec(record.source.slice(from))?.[0] ?? '';
  return { start: from, end: from + line.trimEnd().length };
}

/** Whether something stands at the path (or dotted path), be it readable or not, or an answer without a value. */
export function isWritten(record: ParsedRecord, path: string | Path): boolean {
  const steps = typeof path === 'string' ? path.split('.') : path;
  const { node, found } = nodeAt(record.text.root, steps);
  // `service_levels: unknown` answers everything that would stand below it.
  if (found > 0 && found < steps.length) return node?.type === 'scalar' && node.text === 'unknown';
  return found === steps.length && !isAbsent(node) && !(node?.type === 'list' && node.items.length === 0);
}

/** Whether the dotted path, or a part that it leads through, is answered with `unknown`. */
export function isUnknown(record: ParsedRecord, path: string): boolean {
  const steps = path.split('.');
  return steps.some((_, i) => record.understood.answers.get(steps.slice(0, i + 1).join('.')) === 'unknown');
}

/** The status, or the one that an absent one means. */
export function statusOf(record: RecordEntry): string {
  const status = record.values['status'];
  return typeof status === 'string' ? status : (record.declaration?.life?.start ?? '');
}

/** Whether the thing is gone (precise.md 18). */
export function isRetired(record: RecordEntry): boolean {
  return record.declaration?.life?.retired.includes(statusOf(record)) ?? false;
}

/** "Library switch (SW-06)": title, then id. */
export function nameOf(record: ParsedRecord): string {
  if (!record.title) return record.id;
  return record.id ? `${record.title} (${record.id})` : record.title;
}
