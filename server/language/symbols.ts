import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { Estate } from '../estate/estate.ts';
import { headingOf, spanAt, type RecordEntry } from '../estate/record.ts';
import { rangeIn } from '../rules/locate.ts';
import type { Entry } from '../yaml/node.ts';
import type { Segment } from '../yaml/segments.ts';
import { fieldAt } from '../model/paths.ts';

/** The records of a file, each with its fields: outline and breadcrumbs. */
export function symbolsOf(estate: Estate, file: string): DocumentSymbol[] {
  const entry = estate.files.get(file);
  if (!entry) return [];
  return entry.records.flatMap((record, i) => {
    const segment = entry.segments[i];
    return segment && record.text.root ? [symbolOf(record, segment)] : [];
  });
}

function symbolOf(record: RecordEntry, segment: Segment): DocumentSymbol {
  const heading = record.id ? spanAt(record, ['id']) : headingOf(record);
  const root = record.text.root ?? heading;
  const entries = record.text.root?.entries.filter(({ key }) => !['kind', 'id', 'title'].includes(key.text)) ?? [];
  return {
    name: record.title || record.id || 'Record without a title',
    detail: [record.id, record.declaration?.label ?? record.kind].filter(Boolean).join(' · '),
    kind: SymbolKind.Object,
    range: rangeIn(segment, { start: Math.min(root.start, heading.start), end: Math.max(root.end, heading.end) }),
    selectionRange: rangeIn(segment, heading),
    children: entries.map(entry => fieldSymbol(record, segment, entry)),
  };
}

function fieldSymbol(record: RecordEntry, segment: Segment, { key, value, start, end }: Entry): DocumentSymbol {
  return {
    name: fieldAt(record.declaration, [key.text])?.label ?? (key.text || '(no name)'),
    detail: value?.type === 'scalar' ? value.text.slice(0, 60) : '',
    kind: SymbolKind.Field,
    range: rangeIn(segment, { start: Math.min(start, key.start), end: Math.max(end, key.end) }),
    selectionRange: rangeIn(segment, key),
  };
}
