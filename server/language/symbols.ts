import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { Estate } from '../estate/estate.ts';
import { headingOf, spanAt, type RecordEntry } from '../estate/record.ts';
import { rangeIn } from '../rules/locate.ts';
import type { Segment } from '../yaml/segments.ts';
import { fieldAt } from './field-at.ts';

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
  const root = record.text.root;
  const heading = record.id ? spanAt(record, ['id']) : headingOf(record);
  const entries = root?.entries.filter(({ key }) => !['kind', 'id', 'title'].includes(key.text)) ?? [];
  return {
    name: record.title || record.id || 'Record without a title',
    detail: [record.id, record.declaration?.label ?? record.kind].filter(Boolean).join(' · '),
    kind: SymbolKind.Object,
    range: rangeIn(segment, {
      start: Math.min(root?.start ?? 0, heading.start),
      end: Math.max(root?.end ?? 0, heading.end),
    }),
    selectionRange: rangeIn(segment, heading),
    children: entries.map(item => ({
      name: fieldAt(record.declaration, [item.key.text])?.label ?? item.key.text,
      detail: item.value?.type === 'scalar' ? item.value.text.slice(0, 60) : '',
      kind: SymbolKind.Field,
      range: rangeIn(segment, { start: Math.min(item.start, item.key.start), end: Math.max(item.end, item.key.end) }),
      selectionRange: rangeIn(segment, item.key),
    })),
  };
}
