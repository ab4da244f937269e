import path from 'node:path';
import { statSync } from 'node:fs';
import { Estate } from '../estate/estate.ts';
import { readRecordFile, readRecordFiles, recordFilesAbove, whyNot, type Unreadable } from '../host/record-files.ts';
import type { Declaration } from '../model/declaration.ts';
import { fieldAt, fieldsBelow } from '../model/paths.ts';
import { inSentence, listed, nearest, plainForm, withArticle } from '../model/words.ts';
import { declarations, type KindName } from '../records/index.ts';
import { assetTypes } from '../records/vocabulary.data.ts';
import { createChanges } from '../workflow/changes.ts';
import { makeRecord, type NewValue } from '../workflow/new-record/make-record.ts';
import { pathFor } from '../workflow/new-record/questions.ts';
import { nameOf } from './compare.ts';
import { CannotRun, type CliOptions, type Terminal } from './run.ts';
import { writeChanges } from './write-changes.ts';

const usage = 'name the kind and a title: fits new laptop --title "Office laptop" --folder SCHOOL.';

/** `fits new <kind>`: 0 the record is made, 2 it cannot be, with nothing written. */
export async function newRecord(names: readonly string[], options: CliOptions, terminal: Terminal): Promise<number> {
  const [what, ...more] = names;
  if (what === undefined || more.length > 0 || options.folder.length > 1) throw new CannotRun(usage);
  const { kind, type } = kindMeant(what);
  const estate = await readSchool(options.folder[0] ?? '.', options.today, terminal);
  const folder = placeFor(kind, options.folder[0] ?? '.', estate);
  const { title, values } = settings(options, declarations[kind]);
  const made = makeRecord({ kind, type, title, folder, values }, estate);
  if ('refusal' in made) throw new CannotRun(`--set ${made.path.join('.')}: ${made.refusal}`);
  const changes = createChanges(estate);
  changes.append(made.file, made.text);
  if (!options.dryRun) writeChanges(changes.files());
  const file = nameOf(made.file);
  if (options.format === 'json')
    terminal.print(JSON.stringify({ id: made.id, kind, file, text: made.text, written: !options.dryRun }));
  else if (options.dryRun) terminal.print(`${made.text}This was a dry run: ${made.id} would go into ${file}.`);
  else terminal.print(`${made.id} is in ${file}.`);
  return 0;
}

/** A kind, or a sort of equipment: `maintenance-task`, `"Maintenance task"`, `laptop`. */
function kindMeant(what: string): { readonly kind: KindName; readonly type: string } {
  const wanted = plainForm(what);
  const kind = Object.values(declarations).find(one => [one.kind, plainForm(one.label)].includes(wanted));
  if (kind?.byCommand !== undefined) throw new CannotRun(`no hand writes this. ${kind.byCommand}`);
  if (kind) return { kind: kind.kind as KindName, type: '' };
  if (Object.hasOwn(assetTypes, wanted)) return { kind: 'asset', type: wanted };
  const near = nearest(wanted, [...handMade(), ...Object.keys(assetTypes)]);
  throw new CannotRun(
    `there is no kind of record called “${what}”.${near === undefined ? '' : ` Did you mean ${near}?`} fits new --help names them all.`,
  );
}

function handMade(): readonly string[] {
  return Object.values(declarations).flatMap(one => (one.byCommand === undefined ? [one.kind] : []));
}

/** For the help: everything that may stand behind `fits new`. */
export function namesOfKinds(): string {
  return `the kinds: ${handMade().join(', ')}\nequipment by what it is: ${Object.keys(assetTypes).join(', ')}`;
}

/** All records whose ids count, and all that may be named: the school's, and those that stand above it. */
async function readSchool(folder: string, today: string | undefined, terminal: Terminal): Promise<Estate> {
  checkFolder(folder);
  const estate = new Estate({ pretended: today, now: () => Date.now() });
  const onUnreadable = ({ file, why }: Unreadable) => terminal.complain(`${file} could not be read: ${why}.`);
  const readBelow = (top: string) =>
    readRecordFiles(top, { onFile: (file, text) => estate.setFile(wholePath(file), text), onUnreadable });
  for (const above of recordFilesAbove(path.resolve(folder))) {
    const text = readRecordFile(above, onUnreadable);
    if (text !== undefined) estate.setFile(wholePath(above), text);
  }
  // What is for all schools must be free in each of them.
  await readBelow(isShared(folder) ? path.dirname(path.resolve(folder)) : folder);
  const home = estate.schoolFolderOf(`${wholePath(folder)}/x`);
  if (home !== undefined && home !== wholePath(folder)) await readBelow(home);
  return estate;
}

function isShared(folder: string): boolean {
  return path.basename(path.resolve(folder)) === 'shared';
}

function checkFolder(folder: string): void {
  try {
    if (statSync(folder).isDirectory()) return;
  } catch (error) {
    throw new CannotRun(`the folder ${folder} cannot be read: ${whyNot(error)}.`);
  }
  throw new CannotRun(`${folder} is not a folder. Name the folder that holds the records.`);
}

/** Files go by their whole path: shared records may stand above the folder, and above the current one. */
function wholePath(file: string): string {
  return path.resolve(file).split(path.sep).join('/');
}

/** The school's folder: the one named, the one that it is in, or the only one below it; with no school yet, the folder itself. */
function placeFor(kind: KindName, folder: string, estate: Estate): string {
  const name = wholePath(folder);
  const own = estate.schoolFolderOf(`${name}/x`);
  if (kind === 'school') return freeForSchool(name, own, estate);
  if (own !== undefined) return own;
  if (isShared(folder)) return sharedFor(kind, name);
  const below = estate.schoolFolders.filter(one => one.startsWith(`${name}/`));
  if (below.length > 1)
    throw new CannotRun(`there are ${below.length} schools below ${folder}. Name the folder of one with --folder.`);
  return below[0] ?? name;
}

function freeForSchool(name: string, own: string | undefined, estate: Estate): string {
  if (own !== name) return name;
  throw new CannotRun(
    `there is a school in ${nameOf(name) || 'this folder'} already: ${estate.schoolOf(`${name}/x`)?.title ?? ''}.`,
  );
}

function sharedFor(kind: KindName, name: string): string {
  if (declarations[kind].shared) return name;
  const label = withArticle(inSentence(declarations[kind].label));
  throw new CannotRun(`${label} belongs to one school, not to all. Name the school's folder with --folder.`);
}

/** `--title` and every `--set key=value`; a field that holds several takes one from each. */
function settings(options: CliOptions, declaration: Declaration): { title: string; values: readonly NewValue[] } {
  const given = options.set.map(readSetting);
  const titles = [options.title, given.find(({ key }) => key === 'title')?.text];
  const title = titles.find(one => one !== undefined && one.trim() !== '')?.trim();
  if (title === undefined) throw new CannotRun(`it needs a name, so that people find it: --title. ${usage}`);
  const counts = new Map<string, number>();
  const values = given.flatMap(({ key, text }): NewValue[] => {
    if (key === 'title') return [];
    const keys = knownKeys(key, declaration);
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    if (text === 'unknown') return [{ path: keys, to: { answer: 'unknown' } }];
    return [{ path: pathFor(declaration, keys, nth), to: { text } }];
  });
  return { title, values };
}

function readSetting(setting: string): { readonly key: string; readonly text: string } {
  const at = setting.indexOf('=');
  if (at < 1) throw new CannotRun(`--set wants a field and what it says, such as location=hall, not “${setting}”.`);
  return { key: setting.slice(0, at).trim(), text: setting.slice(at + 1).trim() };
}

/** The steps to a field: `contract.to`. */
function knownKeys(key: string, declaration: Declaration): readonly string[] {
  const keys = key.split('.').map(one => one.trim());
  for (const [depth, step] of keys.entries()) {
    const above = keys.slice(0, depth);
    if (depth > 0 && fieldAt(declaration, above)?.kind === 'list')
      throw new CannotRun(`--set ${key}: “${above.join('.')}” holds several entries. Write them in the file.`);
    const fields = Object.keys(fieldsBelow(declaration, above) ?? {});
    if (fields.includes(step) && key !== 'kind') continue;
    const near = nearest(step, fields);
    const meant =
      near === undefined ? ` The fields are: ${listed(fields)}.` : ` Did you mean ${[...above, near].join('.')}?`;
    throw new CannotRun(`--set: there is no field “${key}” in ${withArticle(inSentence(declaration.label))}.${meant}`);
  }
  return keys;
}
