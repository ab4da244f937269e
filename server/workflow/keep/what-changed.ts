import { parseRecord, type ParsedRecord } from '../../estate/record.ts';
import { labelAt } from '../../model/paths.ts';
import { count, inSentence, listed, sentenceCase } from '../../model/words.ts';
import { declarationOf, declarations } from '../../records/index.ts';
import { splitSegments } from '../../yaml/segments.ts';

/** A file before and now; undefined where it was or is not there. */
export interface FilePair {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface WhatChanged {
  /** How many records are new, other, or gone. */
  readonly records: number;
  /** "14 assets recorded; Library switch (SW-06): place, status; 1 place removed". Empty where nothing changed. */
  readonly sentence: string;
}

/** What happened to the records between two states of their files; a record that only moved did not change. */
export function whatChanged(files: Iterable<FilePair>): WhatChanged {
  const before = new Map<string, ParsedRecord>();
  const after = new Map<string, ParsedRecord>();
  for (const file of files) {
    gather(file.before, before);
    gather(file.after, after);
  }
  const added = [...after].filter(([key]) => !before.has(key)).map(([, record]) => record);
  const removed = [...before].filter(([key]) => !after.has(key)).map(([, record]) => record);
  const changed = [...after].flatMap(([key, now]) => {
    const then = before.get(key);
    return then && then.source.trim() !== now.source.trim() ? [{ then, now }] : [];
  });
  const parts = [said(added, 'recorded'), sayChanged(changed), said(removed, 'removed')].filter(Boolean);
  return {
    records: added.length + removed.length + changed.length,
    sentence: sentenceCase(parts.join('; ')),
  };
}

function gather(text: string | undefined, into: Map<string, ParsedRecord>): void {
  for (const segment of text === undefined ? [] : splitSegments(text)) {
    const record = parseRecord(segment.text);
    if (!record.text.root) continue;
    const key = `${record.kind}:${record.id.toLowerCase()}`;
    // Two of one id are a mistake that is said elsewhere; neither may be lost here.
    into.set(into.has(key) ? `${key}#${String(into.size)}` : key, record);
  }
}

/** The order in which a school writes its records. */
const order = Object.keys(declarations);

/** "the switch in the KS1 store (SW-06) recorded", or "14 assets and 2 places recorded". */
function said(records: readonly ParsedRecord[], done: string): string {
  if (records.length === 0) return '';
  const [only] = records;
  if (records.length === 1 && only) return `${named(only)} ${done}`;
  const byKind = new Map<string, number>();
  for (const { kind } of records) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  const kinds = [...byKind].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
  return `${listed(kinds.map(([kind, n]) => counted(kind, n)))} ${done}`;
}

function counted(kind: string, n: number): string {
  const declaration = declarationOf(kind);
  return declaration
    ? count(n, inSentence(declaration.label), inSentence(declaration.plural))
    : count(n, 'other record');
}

function named(record: ParsedRecord): string {
  if (!record.title) return record.id || 'a record';
  return record.id ? `${record.title} (${record.id})` : record.title;
}

/** Up to three by name, with the fields that are other; more of them by their number. */
function sayChanged(changed: readonly { then: ParsedRecord; now: ParsedRecord }[]): string {
  if (changed.length === 0) return '';
  if (changed.length > 3)
    return said(
      changed.map(({ now }) => now),
      'changed',
    );
  return changed
    .map(({ then, now }) => {
      const fields = otherFields(then, now);
      return fields.length === 0 ? `${named(now)} changed` : `${named(now)}: ${listed(fields)}`;
    })
    .join('; ');
}

function otherFields(then: ParsedRecord, now: ParsedRecord): string[] {
  const texts = (record: ParsedRecord) =>
    new Map(
      record.text.root?.entries.map(({ key, value }) => [
        key.text,
        value ? record.source.slice(value.start, value.end).trimEnd() : '',
      ]),
    );
  const [old, present] = [texts(then), texts(now)];
  const keys = [...new Set([...old.keys(), ...present.keys()])].filter(key => old.get(key) !== present.get(key));
  const labels = keys.map(key => inSentence(labelAt(now.declaration, [key]) || key));
  return labels.length <= 4 ? labels : [...labels.slice(0, 3), `${String(labels.length - 3)} more`];
}
