import { guessColumns, withDateOrders, type GuessedColumn } from '../exchange/guess-columns.ts';
import type { DateOrder } from '../exchange/columns.ts';
import type { Estate } from '../estate/estate.ts';
import { readRecordFile, recordFilesAbove } from '../host/record-files.ts';
import { listed } from '../model/words.ts';
import { listImports, type ListImport } from '../workflow/import/lists.ts';
import type { ImportedRow, ImportPlan } from '../workflow/import/plan.ts';
import path from 'node:path';
import { load } from './check.ts';
import { nameOf } from './compare.ts';
import type { Table } from '../exchange/table.ts';
import { readList, readMap } from './read-list.ts';
import { CannotRun, type CliOptions, type Terminal } from './run.ts';
import { writeChanges } from './write-changes.ts';

const usage = 'name the list: fits import assets FILE --folder SCHOOL, or fits import incidents FILE --folder SCHOOL.';

/** `fits import assets|incidents FILE`: 0 all rows are taken, 1 some rows had errors (the others are written), 2 cannot run. */
export async function importList(names: readonly string[], options: CliOptions, terminal: Terminal): Promise<number> {
  const [name, file, ...more] = names;
  const what = importOf(name);
  if (more.length > 0) throw new CannotRun(`one list at a time. ${usage}`);
  const table = await readList(file, options.sheet, usage, what.list);
  const [folder = '.', ...others] = options.folder;
  if (others.length > 0) throw new CannotRun('a list belongs to one school: give one --folder.');
  const { checker } = await load([folder], options, terminal, wholePath);
  for (const above of recordFilesAbove(path.resolve(folder))) {
    const text = readRecordFile(above, ({ file: name, why }) =>
      terminal.complain(`${name} could not be read: ${why}.`),
    );
    if (text !== undefined) checker.setFile(wholePath(above), text);
  }
  const home = homeIn(folder, checker.estate);
  const columns = columnsFor(table, what, checker.estate, home, options);
  tellColumns(columns, terminal);
  const plan = what.plan({ table, columns, estate: checker.estate, home });
  if (!options.dryRun) writeChanges(plan.files);
  terminal.print(options.format === 'json' ? asJson(plan, columns, options.dryRun) : asText(plan, options.dryRun));
  return plan.counts.error > 0 ? 1 : 0;
}

function importOf(name = ''): ListImport {
  if (Object.hasOwn(listImports, name)) return listImports[name as keyof typeof listImports];
  throw new CannotRun(`what can be imported is ${listed(Object.keys(listImports))}. ${usage}`);
}

/** Files go by their whole path: shared records may stand above the folder, and above the current one. */
function wholePath(file: string): string {
  return path.resolve(file).split(path.sep).join('/');
}

/** The school's own record: the list is of the school whose folder is named, be it the folder itself or the only one below it. */
function homeIn(folder: string, estate: Estate): string {
  const name = wholePath(folder);
  const schools = estate.schoolFolders.filter(one => one === name || one.startsWith(`${name}/`));
  const [only, ...others] = schools.includes(name) ? [name] : schools;
  const school = only === undefined ? undefined : estate.schoolOf(`${only}/`);
  if (!school)
    throw new CannotRun(`there is no school record in ${folder}. Name the folder that holds it with --folder.`);
  if (others.length > 0)
    throw new CannotRun(`there are ${schools.length} schools below ${folder}. Name the folder of one with --folder.`);
  return school.file;
}

function columnsFor(
  table: Table,
  { list }: ListImport,
  estate: Estate,
  home: string,
  options: CliOptions,
): readonly GuessedColumn<string>[] {
  const places = estate.ofKind('location', home).flatMap(place => [place.id, place.title]);
  const guessing = { today: estate.today(home), places, dateOrder: orderOf(options.dates) };
  const map = readMap(options.map, table.headings, list.fields);
  const chosen = new Set(map.values());
  const columns = guessColumns(table, list, guessing).map(column => {
    if (map.has(column.heading)) return { ...column, field: map.get(column.heading) };
    return column.field !== undefined && chosen.has(column.field) ? { ...column, field: undefined } : column;
  });
  return withDateOrders(columns, table, list, guessing);
}

function orderOf(dates: string | undefined): DateOrder | undefined {
  if (dates === undefined || dates === 'uk' || dates === 'us') return dates;
  throw new CannotRun(`--dates is uk (day first) or us (month first), not “${dates}”.`);
}

function tellColumns(columns: readonly GuessedColumn<string>[], terminal: Terminal): void {
  for (const { heading, field, question, because, dateOrder } of columns) {
    if (field === undefined)
      terminal.complain(`Column “${heading}” is left out${because === undefined ? '' : `: ${because}`}.`);
    if (question !== undefined)
      terminal.complain(
        `Column “${heading}”: ${question} Taken as ${dateOrder === 'us' ? 'month first; --dates uk' : 'day first; --dates us'} reads them the other way.`,
      );
  }
}

function asJson(
  { rows, counts, summary, files }: ImportPlan,
  columns: readonly GuessedColumn<string>[],
  dryRun: boolean,
): string {
  return JSON.stringify({
    columns: columns.map(({ heading, field = null, dateOrder, question, because }) => ({
      ...{ heading, field, dateOrder, question, because },
    })),
    rows,
    counts,
    summary,
    files: files.map(change => nameOf(change.file)),
    written: !dryRun,
  });
}

const marks: Readonly<Record<ImportedRow['outcome'], string>> = {
  new: 'new     ',
  adds: 'adds    ',
  same: 'same    ',
  left_out: 'left out',
  error: 'error   ',
};

function asText({ rows, summary }: ImportPlan, dryRun: boolean): string {
  const lines = rows.map(({ number, outcome, id, title, sentence }) => {
    const name = [title, id === '' ? '' : `(${id})`].filter(one => one !== '').join(' ');
    return `row ${String(number).padEnd(5)} ${marks[outcome]}  ${name === '' ? '' : `${name}: `}${sentence}`;
  });
  return [...lines, dryRun ? `${summary} This was a dry run: nothing is written.` : summary].join('\n');
}
