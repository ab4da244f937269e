import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { Finding } from '../model/finding.ts';
import type { FormFinding } from '../model/form.ts';
import { fieldAt, type Path } from '../model/paths.ts';
import type { Span } from '../model/text-edit.ts';
import type { Checker } from '../rules/checker.ts';
import { rangeOf } from '../rules/locate.ts';
import { endOf, endOfEntry } from '../yaml/entry-span.ts';
import type { Node } from '../yaml/node.ts';
import { nameOfPath } from './form-place.ts';

/** A record's findings, by the field that they stand on; those about the whole record under the empty path. */
export type PlacedFindings = ReadonlyMap<string, readonly FormFinding[]>;

export function placeFindings(record: RecordEntry, checker: Checker): PlacedFindings {
  return place(record, findingsByRecord(record.file, checker).get(record) ?? [], checker.estate);
}

/** The same for many records: each file is gone through once. */
export function createPlacing(checker: Checker): (record: RecordEntry) => PlacedFindings {
  const files = new Map<string, ReadonlyMap<RecordEntry, readonly Finding[]>>();
  return record => {
    const known = files.get(record.file) ?? findingsByRecord(record.file, checker);
    files.set(record.file, known);
    return place(record, known.get(record) ?? [], checker.estate);
  };
}

function findingsByRecord(file: string, checker: Checker): ReadonlyMap<RecordEntry, readonly Finding[]> {
  const found = new Map<RecordEntry, Finding[]>();
  for (const { record, finding } of checker.inFile(file)) {
    const own = record && found.get(record);
    if (own) own.push(finding);
    else if (record) found.set(record, [finding]);
  }
  return found;
}

function place(record: RecordEntry, findings: readonly Finding[], estate: Estate): PlacedFindings {
  const placed = new Map<string, FormFinding[]>();
  for (const finding of findings) {
    const name = nameOfPath(fieldOf(finding, record));
    const known = placed.get(name);
    const said = sayFinding(finding, record, estate);
    if (known) known.push(said);
    else placed.set(name, [said]);
  }
  return placed;
}

function sayFinding(finding: Finding, record: RecordEntry, estate: Estate): FormFinding {
  const { code, severity, message, fixes } = finding;
  const sorted = [...fixes].sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));
  return { code, severity, message, range: rangeOf(estate, record, finding), fixes: sorted.map(fix => fix.title) };
}

/** The deepest field that holds the place, if the form shows it: not the kind, on which findings about the whole record stand. */
function fieldOf(span: Span, record: RecordEntry): Path {
  const path: (string | number)[] = [];
  let node: Node | null = record.text.root;
  for (;;) {
    const next: Step | undefined = node ? stepTo(span, node) : undefined;
    if (!next || !fieldAt(record.declaration, [...path, next.step])) break;
    path.push(next.step);
    node = next.node;
  }
  return path[0] === 'kind' ? [] : path;
}

interface Step {
  readonly step: string | number;
  readonly node: Node | null;
}

function stepTo(span: Span, node: Node): Step | undefined {
  const holds = (start: number, end: number) => start <= span.start && span.end <= end;
  if (node.type === 'map') {
    const entry = node.entries.find(one => holds(one.start, endOfEntry(one)));
    return entry && { step: entry.key.text, node: entry.value };
  }
  if (node.type !== 'list') return undefined;
  const step = node.items.findIndex(item => item && holds(item.start, endOf(item)));
  return step < 0 ? undefined : { step, node: node.items[step] ?? null };
}
