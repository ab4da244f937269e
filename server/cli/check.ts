import { statSync } from 'node:fs';
import { Estate } from '../estate/estate.ts';
import { readRecordFiles, whyNot, type Unreadable } from '../host/record-files.ts';
import { count, inSentence } from '../model/words.ts';
import { declarationOf } from '../records/index.ts';
import { Checker } from '../rules/checker.ts';
import { rangeInText, rangeOf, type Range } from '../rules/locate.ts';
import { compareWithPast, nameOf } from './compare.ts';
import { CannotRun, type CliOptions, type Terminal } from './run.ts';

interface Row {
  readonly file: string;
  readonly range: Range;
  readonly code: string;
  readonly case: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly record: string;
  /** Kind of the record; not part of the answer in JSON. */
  readonly kind: string;
  readonly acknowledgedBy?: string;
  readonly originalSeverity?: string;
}

/** `fits check`: 0 no errors, 1 errors found, 2 cannot run. */
export async function check(folders: readonly string[], options: CliOptions, terminal: Terminal): Promise<number> {
  const began = performance.now();
  const named = folders.length > 0 || options.folder.length > 0 ? [...folders, ...options.folder] : ['.'];
  const { checker, unreadable } = await load(named, options, terminal);
  await compareWithPast(checker, named, options.since, terminal);
  const rows = [...checker.estate.files.keys()].flatMap(file => rowsOf(checker, file));
  rows.sort(inOrder);
  const summary = summarise(checker.estate, rows, performance.now() - began);
  if (options.format === 'json')
    terminal.print(
      JSON.stringify({ findings: rows, summary }, (key, value: unknown) => (key === 'kind' ? undefined : value)),
    );
  else terminal.print(asText(rows, summary, options.all));
  const worst = summary.errors > 0 || unreadable > 0 || (options.warningsAsErrors && summary.warnings > 0);
  return worst ? 1 : 0;
}

/** Reads the folders into an estate that has been told nothing else; `name` is how its files are called there. */
export async function load(
  folders: readonly string[],
  options: Pick<CliOptions, 'today'>,
  terminal: Terminal,
  name: (file: string) => string = nameOf,
): Promise<{ checker: Checker; unreadable: number }> {
  const estate = new Estate({ pretended: options.today, now: () => Date.now() });
  const checker = new Checker(estate, {
    settings: {},
    onFailure: (code, record, error) => terminal.complain(`Rule ${code} failed on ${record.id}: ${String(error)}`),
  });
  let unreadable = 0;
  const onUnreadable = ({ file, why }: Unreadable) => {
    unreadable += 1;
    terminal.complain(`${file} could not be read: ${why}.`);
  };
  for (const folder of folders) {
    checkFolder(folder);
    await readRecordFiles(folder, { onFile: (file, text) => checker.setFile(name(file), text), onUnreadable });
  }
  if (estate.files.size === 0)
    throw new CannotRun(`there are no records below ${folders.join(', ')}: no file whose name ends with .fits.yaml.`);
  return { checker, unreadable };
}

function checkFolder(folder: string): void {
  try {
    if (!statSync(folder).isDirectory())
      throw new CannotRun(`${folder} is not a folder. Name the folder that holds the records.`);
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`the folder ${folder} cannot be read: ${whyNot(error)}.`);
  }
}

function rowsOf(checker: Checker, file: string): Row[] {
  const { estate } = checker;
  return checker.inFile(file).map(({ record, finding }) => ({
    file,
    range: record ? rangeOf(estate, record, finding) : rangeInText(wholeText(estate, file), finding),
    code: finding.code,
    case: finding.case,
    severity: finding.severity,
    message: finding.message,
    record: record?.id ?? '',
    kind: record?.kind ?? '',
    ...(finding.acknowledgedBy === undefined ? {} : { acknowledgedBy: finding.acknowledgedBy }),
    ...(finding.originalSeverity === undefined ? {} : { originalSeverity: finding.originalSeverity }),
  }));
}

/** Findings about a whole file (conflict markers) count in its text, of which the segments are all but the marker lines. */
function wholeText(estate: Estate, file: string): string {
  return estate.files.get(file)?.text ?? '';
}

function inOrder(a: Row, b: Row): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const place = a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
  if (place !== 0) return place;
  return a.code < b.code ? -1 : 1;
}

interface Summary {
  readonly files: number;
  readonly records: number;
  readonly schools: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly acknowledged: number;
  readonly milliseconds: number;
}

function summarise(estate: Estate, rows: readonly Row[], milliseconds: number): Summary {
  const of = (severity: string) => rows.filter(row => row.severity === severity).length;
  return {
    files: estate.files.size,
    records: [...estate.all()].filter(record => record.text.root).length,
    schools: estate.schoolFolders.length,
    errors: of('error'),
    warnings: of('warning'),
    information: of('information'),
    acknowledged: rows.filter(row => row.acknowledgedBy !== undefined).length,
    milliseconds: Math.round(milliseconds),
  };
}

/** So many findings of one code on one kind of record are written out; the others are counted, unless all are asked for. */
const mostAlike = 3;

/** One line a finding; equal codes of one kind fold after the third. */
function asText(rows: readonly Row[], summary: Summary, all: boolean): string {
  const marks = { error: 'error  ', warning: 'warning', information: 'note   ' } as const;
  const seen = new Map<string, number>();
  const lines = rows.flatMap(row => {
    const times = (seen.get(alike(row)) ?? 0) + 1;
    seen.set(alike(row), times);
    if (times > mostAlike && !all) return [];
    return `${row.file}:${row.range.start.line + 1}:${row.range.start.character + 1}  ${marks[row.severity]}  ${row.code}  ${row.record ? `${row.record}: ` : ''}${row.message}`;
  });
  const folded = all ? [] : [...seen].flatMap(([key, times]) => (times > mostAlike ? foldedLine(key, times) : []));
  const found = [
    count(summary.errors, 'error'),
    count(summary.warnings, 'warning'),
    count(summary.information, 'note'),
  ].join(', ');
  return [
    ...lines,
    ...folded,
    `${count(summary.records, 'record')} in ${count(summary.files, 'file')}: ${found}.`,
  ].join('\n');
}

/** Code and kind of record, which decide what folds together. */
function alike({ code, kind }: Row): string {
  return `${code} ${kind}`;
}

function foldedLine(key: string, times: number): string {
  const [code = '', kind = ''] = key.split(' ');
  const declaration = declarationOf(kind);
  const what = inSentence(declaration?.plural ?? 'records');
  return `… and ${String(times - mostAlike)} more of ${code} on ${what}; --all shows each.`;
}
