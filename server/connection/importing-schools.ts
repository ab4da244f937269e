import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Estate } from '../estate/estate.ts';
import { guessSchoolColumns, schoolFields } from '../exchange/school-columns.ts';
import type { TableAnswer } from '../exchange/table.ts';
import { readRecordFiles, whyNot } from '../host/record-files.ts';
import { inSentence, listed } from '../model/words.ts';
import type { PlanSchoolListAnswer, PlanSchoolListParams } from '../protocol/importing.ts';
import { planSchools } from '../workflow/school/many-schools.ts';
import { readTemplate, type TemplateFile } from '../workflow/school/school-template.ts';
import { nameOfPath, nameOfUri, pathOf } from './names.ts';
import { wireChanges } from './wire-changes.ts';

/** What a list of schools would make of a template, in a folder of this computer. */
export async function planSchoolsFrom(
  answer: TableAnswer,
  { template: templateUri, into: intoUri, want }: PlanSchoolListParams,
  opened: Estate,
): Promise<PlanSchoolListAnswer> {
  if (!answer.ok) return answer;
  const [from, into] = [pathOf(nameOfUri(templateUri)), pathOf(nameOfUri(intoUri))];
  if (from === undefined || into === undefined)
    return { ok: false, sentence: 'Both folders must be on this computer.' };
  const template = readTemplate(await recordFilesIn(from), opened.pretendedToday);
  if (typeof template === 'string') return { ok: false, sentence: template };
  const folders = namesIn(into);
  if (!Array.isArray(folders)) return { ok: false, sentence: `The folder cannot be read: ${folders.why}.` };
  const columns = guessSchoolColumns(answer.table);
  const ids = [...opened.ofKindAnywhere('school').map(school => school.id), ...(await schoolIdsIn(into))];
  const { rows, files, summary } = planSchools({ table: answer.table, columns, template, folders, ids });
  const taken = columns.flatMap(field => (field === undefined ? [] : [schoolFields[field]]));
  const changes = files.map(({ name, text }) => ({
    file: nameOfPath(path.join(into, ...name.split('/'))),
    isNew: true,
    before: '',
    edits: [{ start: 0, end: 0, text }],
  }));
  return {
    ok: true,
    made: rows.filter(row => row.outcome === 'new').length,
    summary,
    columns: `${listed(taken.map((label, at) => (at === 0 ? label : inSentence(label))))} ${taken.length === 1 ? 'is' : 'are'} taken from the list.`,
    ...(want === 'rows' ? { rows: rows.map(({ folder, ...row }) => ({ ...row, id: folder })) } : {}),
    ...(want === 'changes' ? { changes: wireChanges(changes) } : {}),
  };
}

async function recordFilesIn(folder: string): Promise<TemplateFile[]> {
  const files: TemplateFile[] = [];
  await readRecordFiles(folder, {
    onFile: (file, text) => files.push({ name: path.relative(folder, file).split(path.sep).join('/'), text }),
    onUnreadable: () => undefined, // without its record it is no template, and that is said
  });
  return files;
}

function namesIn(folder: string): string[] | { readonly why: string } {
  try {
    return readdirSync(folder);
  } catch (error) {
    return { why: whyNot(error) };
  }
}

/** The folder may lie outside the opened ones. */
async function schoolIdsIn(folder: string): Promise<string[]> {
  const estate = new Estate({ pretended: undefined, now: () => Date.now() });
  await readRecordFiles(folder, { onFile: (file, text) => estate.setFile(file, text), onUnreadable: () => undefined });
  return estate.ofKindAnywhere('school').map(school => school.id);
}
