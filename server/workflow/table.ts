import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { Declaration } from '../model/declaration.ts';
import { isAnswerWithoutValue } from '../model/field-kinds.ts';
import type { Field, Fields } from '../model/field.ts';
import type { CellMark, FormFinding, RecordChoice, TableColumn, TableModel, TableRow } from '../model/form.ts';
import { fieldAt, type Path } from '../model/paths.ts';
import { declarations, type KindName } from '../records/index.ts';
import type { Checker } from '../rules/checker.ts';
import { isAbsent, nodeAt } from '../yaml/node.ts';
import { createPlacing, type PlacedFindings } from './form-findings.ts';
import { wordsOf } from './form-field.ts';
import { nameOfPath } from './form-place.ts';
import { kindsFor, poolName, recordsFor, scopeOf } from './form-pools.ts';

/** All records of a kind as rows; of one school where its id is given. */
export function tableOf(kind: KindName, checker: Checker, school = ''): TableModel {
  const { estate } = checker;
  const declaration = declarations[kind];
  const records = [...estate.ofKindAnywhere(kind)].filter(
    record => record.text.root && (school === '' || estate.schoolOf(record.file)?.id === school),
  );
  const columns = columnsOf(declaration, records);
  const findingsOf = createPlacing(checker);
  return {
    kind,
    plural: declaration.plural,
    columns,
    rows: records.map(record => rowOf(record, columns, findingsOf(record), estate)),
    pools: Object.fromEntries(poolsOf(columns, records, estate)),
  };
}

/** Id and title, then what every such record has, what is wanted of it, and what any of these has. Lists have no column. */
function columnsOf(declaration: Declaration, records: readonly RecordEntry[]): TableColumn[] {
  const single = singleFields(declaration.fields);
  const wanted = declaration.wanted.flatMap(need => need.fields);
  const needed = declaration.needs.flatMap(need => (need.at ? [] : need.fields));
  const asked = ['id', 'title', ...declaration.everyday.map(String), ...needed, ...wanted];
  const isWritten = (path: Path) => records.some(record => textAt(record, path) !== undefined);
  const first = asked.flatMap(name => single.filter(([path]) => path.join('.') === name));
  const rest = single.filter(([path]) => path[0] !== 'kind' && isWritten(path));
  const seen = new Map([...first, ...rest].map(one => [nameOfPath(one[0]), one]));
  seen.delete(nameOfPath(['kind']));
  return [...seen.values()].map(([path, field, group]) => {
    const words = wordsOf(field, path);
    return { path, ...words, label: group === undefined ? words.label : `${group}: ${words.label}` };
  });
}

type Single = readonly [path: Path, field: Field, group?: string];

/** Fields of one value, those of groups after their group's name. */
function singleFields(fields: Fields): Single[] {
  return Object.entries(fields).flatMap(([key, field]): Single[] => {
    if (field.written) return [];
    if (field.kind === 'group')
      return singleFields(field.fields).map(([path, inner]) => [[key, ...path], inner, field.label]);
    return field.kind === 'list' || field.kind === 'open' ? [] : [[[key], field]];
  });
}

function rowOf(
  record: RecordEntry,
  columns: readonly TableColumn[],
  findings: PlacedFindings,
  estate: Estate,
): TableRow {
  const texts = columns.map(column => textAt(record, column.path));
  return {
    uri: record.file,
    place: record.index,
    id: record.id,
    school: estate.schoolOf(record.file)?.id ?? '',
    scope: scopeOf(record.file, estate),
    texts: texts.map(text => text ?? ''),
    marks: marksOf(record, columns, findings),
  };
}

/** What stands in a field of one value: its text, or the source of whatever else stands there; undefined where nothing does. */
function textAt(record: RecordEntry, path: Path): string | undefined {
  const { node, found } = nodeAt(record.text.root, path);
  if (!node || found < path.length || isAbsent(node)) return undefined;
  return node.type === 'scalar' ? node.text : record.source.slice(node.start, node.end).trim().slice(0, 200);
}

function marksOf(record: RecordEntry, columns: readonly TableColumn[], findings: PlacedFindings): CellMark[] {
  return columns.flatMap(({ path }, at) => {
    // What is said of the whole record stands at its id.
    const own = findings.get(nameOfPath(path)) ?? [];
    const found = path[0] === 'id' ? [...own, ...(findings.get('') ?? [])] : own;
    const closed = isClosed(record, path) ? { closed: true as const } : {};
    if (found.length === 0) return 'closed' in closed ? [{ at, ...closed }] : [];
    return [{ at, severity: worstOf(found), messages: found.map(one => one.message), ...closed }];
  });
}

const order = ['error', 'warning', 'information'] as const;

function worstOf(findings: readonly FormFinding[]): FormFinding['severity'] {
  return order.find(severity => findings.some(finding => finding.severity === severity)) ?? 'information';
}

/** Whether something else than one text stands there, or in the way of it. */
function isClosed(record: RecordEntry, path: Path): boolean {
  const { node, found } = nodeAt(record.text.root, path);
  if (!node || isAbsent(node)) return false;
  if (found === path.length) return node.type !== 'scalar';
  const field = fieldAt(record.declaration, path.slice(0, found));
  return found > 0 && node.type === 'scalar' && field !== undefined && !isAnswerWithoutValue(node.text, field);
}

function poolsOf(
  columns: readonly TableColumn[],
  records: readonly RecordEntry[],
  estate: Estate,
): Map<string, readonly RecordChoice[]> {
  const pools = new Map<string, readonly RecordChoice[]>();
  const files = new Map(records.map(record => [scopeOf(record.file, estate), record.file]));
  for (const { path } of columns) {
    const kinds = kindsAt(path, records);
    if (!kinds) continue;
    for (const [scope, file] of files) {
      const name = `${poolName(kinds)}@${scope}`;
      if (!pools.has(name)) pools.set(name, recordsFor(kinds, file, estate));
    }
  }
  return pools;
}

function kindsAt(path: Path, [record]: readonly RecordEntry[]): readonly string[] | undefined {
  const field = fieldAt(record?.declaration, path);
  return field && kindsFor(field);
}
