import { readdirSync } from 'node:fs';
import path from 'node:path';
import { guessSchoolColumns, schoolFields, type SchoolField } from '../exchange/school-columns.ts';
import type { Table } from '../exchange/table.ts';
import { readRecordFiles, whyNot } from '../host/record-files.ts';
import { writeTogether } from '../host/write-files.ts';
import { planSchools, type SchoolsPlan } from '../workflow/school/many-schools.ts';
import { readTemplate, type TemplateFile } from '../workflow/school/school-template.ts';
import { Estate } from '../estate/estate.ts';
import { readList, readMap } from './read-list.ts';
import { CannotRun, type CliOptions, type Terminal } from './run.ts';

const usage = 'name the list and two folders: fits new schools FILE --template FOLDER --into FOLDER.';

/** `fits new schools FILE`: 0 all schools are made, 1 some rows had errors or were left out, 2 cannot run. */
export async function newSchools(names: readonly string[], options: CliOptions, terminal: Terminal): Promise<number> {
  const [what, file, ...more] = names;
  const { template: templateFolder, into } = options;
  if (what !== 'schools' || more.length > 0 || templateFolder === undefined || into === undefined)
    throw new CannotRun(usage);
  const table = await readList(file, options.sheet, usage);
  const columns = columnsFor(table, options.map, terminal);
  const template = readTemplate(await recordFilesIn(templateFolder), options.today);
  if (typeof template === 'string') throw new CannotRun(template);
  const plan = planSchools({ table, columns, template, folders: namesIn(into), ids: await schoolIdsIn(into) });
  if (!options.dryRun) write(plan, into);
  terminal.print(options.format === 'json' ? asJson(plan, options.dryRun) : asText(plan, options.dryRun));
  return plan.rows.every(row => row.outcome === 'new') ? 0 : 1;
}

function columnsFor(table: Table, mapped: readonly string[], terminal: Terminal): (SchoolField | undefined)[] {
  const map = readMap(mapped, table.headings, schoolFields);
  const chosen = new Set(map.values());
  const columns = guessSchoolColumns(table).map((field, at) => {
    const heading = table.headings[at] ?? '';
    if (map.has(heading)) return map.get(heading);
    return field !== undefined && chosen.has(field) ? undefined : field;
  });
  for (const [at, heading] of table.headings.entries())
    if (columns[at] === undefined) terminal.complain(`Column “${heading}” is left out.`);
  return columns;
}

/** The record files of the folder, by their path inside it. */
async function recordFilesIn(folder: string): Promise<TemplateFile[]> {
  const files: TemplateFile[] = [];
  await readRecordFiles(folder, {
    onFile: (file, text) => files.push({ name: path.relative(folder, file).split(path.sep).join('/'), text }),
    onUnreadable: ({ file, why }) => {
      throw new CannotRun(`${file} cannot be read: ${why}.`);
    },
  });
  return files;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new CannotRun(`the folder ${folder} cannot be read: ${whyNot(error)}.`);
  }
}

async function schoolIdsIn(folder: string): Promise<string[]> {
  const estate = new Estate({ pretended: undefined, now: () => Date.now() });
  await readRecordFiles(folder, {
    onFile: (file, text) => estate.setFile(file, text),
    onUnreadable: () => undefined, // what cannot be read has no id to clash with
  });
  return estate.ofKindAnywhere('school').map(school => school.id);
}

function write({ files }: SchoolsPlan, into: string): void {
  const failed = writeTogether(
    files.map(({ name, text }) => ({ file: path.join(into, ...name.split('/')), before: undefined, text })),
  );
  if (failed) throw new CannotRun(`${failed.file} could not be written: ${failed.why}. No school was made.`);
}

function asJson({ rows, files, summary }: SchoolsPlan, dryRun: boolean): string {
  return JSON.stringify({ rows, files: files.map(file => file.name), summary, written: !dryRun });
}

function asText({ rows, summary }: SchoolsPlan, dryRun: boolean): string {
  const marks = { new: 'new     ', left_out: 'left out', error: 'error   ' } as const;
  const lines = rows.map(
    ({ number, outcome, title, sentence }) =>
      `row ${String(number).padEnd(5)} ${marks[outcome]}  ${title === '' ? '' : `${title}: `}${sentence}`,
  );
  return [...lines, dryRun ? `${summary} This was a dry run: nothing is written.` : summary].join('\n');
}
