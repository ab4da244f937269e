import * as vscode from 'vscode';
import { listSchools, type SchoolRow } from '../server/protocol/base.ts';
import {
  countKinds,
  makeRecord,
  type KindCount,
  type NewRecordAnswer,
  type NewRecordParams,
} from '../server/protocol/form.ts';
import { assetTypes } from '../server/records/vocabulary.data.ts';
import { applyChanges } from './apply-changes.ts';
import { chooseSchool } from './choose-school.ts';
import type { FormEditor } from './form-editor.ts';
import { newRecordAsText } from './new-record-text.ts';
import { untilReady } from './running.ts';
import { askChoice, askText, runSteps, type Choice, type Step } from './steps.ts';
import type { Tools } from './tools.ts';

interface Draft {
  readonly kind?: string;
  /** Empty for kinds that have none. */
  readonly type?: string;
  readonly title?: string;
}

/** At most three questions; then the record is there, in the file of its like, and its form asks for the rest. */
export async function newRecord(tools: Tools, forms: FormEditor, kind: unknown): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) return newRecordAsText(tools, kind);
  if (kind === 'school') return newSchoolRecord(tools);
  if (!(await untilReady(tools.link))) return;
  const kinds = await kindsOf(tools);
  const known = kinds.some(one => one.kind === kind) ? { kind: String(kind) } : {};
  const draft = await askDraft(known, kinds);
  if (draft?.kind === 'school') await newSchoolRecord(tools);
  else if (draft !== undefined) await makeFrom(draft, tools, forms, folder);
}

async function kindsOf({ link }: Tools): Promise<readonly KindCount[]> {
  return (await link.ask<readonly KindCount[]>(countKinds, {})) ?? [];
}

async function makeFrom(draft: Draft, tools: Tools, forms: FormEditor, folder: vscode.Uri): Promise<void> {
  const school = await schoolFor(tools);
  if (school === undefined) return;
  const { kind = '', type = '', title = '' } = draft;
  await make(tools, forms, { kind, type, title, school: school.id, folder: folder.toString() });
}

/** A school is more than one record: its own command asks for the rest. */
async function newSchoolRecord(tools: Tools): Promise<void> {
  const commands = await vscode.commands.getCommands(true);
  if (commands.includes('fits.school.new')) await vscode.commands.executeCommand('fits.school.new');
  else await newRecordAsText(tools, 'school');
}

/** Where there is no school yet, the folder will do. */
async function schoolFor({ link }: Tools): Promise<Pick<SchoolRow, 'id'> | undefined> {
  const schools = (await link.ask<readonly SchoolRow[]>(listSchools, {})) ?? [];
  return schools.length === 0 ? { id: '' } : chooseSchool(link, vscode.l10n.t('In which school is it?'));
}

function askDraft(known: Draft, kinds: readonly KindCount[]): Promise<Draft | undefined> {
  return runSteps<Draft>(known, (draft, step) => {
    if (draft.kind === 'school') return undefined;
    if (draft.kind === undefined) return askKind(draft, kinds, step);
    if (draft.type === undefined && draft.kind === 'asset') return askType(draft, step);
    return draft.title === undefined ? askTitle(draft, kinds, step) : undefined;
  });
}

async function askKind(draft: Draft, kinds: readonly KindCount[], step: number): Promise<Step<Draft>> {
  const choices = inOrder(kinds).map(({ kind, label, about }): Choice<string> => ({
    label,
    detail: about,
    value: kind,
  }));
  const placeholder = vscode.l10n.t('What do you want to record?');
  return keep(await askChoice({ title: vscode.l10n.t('New Record'), step, placeholder }, choices), kind => ({
    ...draft,
    kind,
  }));
}

/** A new folder begins with the school; from then on what is recorded every week stands first. */
function inOrder(kinds: readonly KindCount[]): readonly KindCount[] {
  if (kinds.every(({ records }) => records === 0)) return kinds;
  const rank = ({ kind }: KindCount) =>
    kind === 'school' ? 99 : (everyday.indexOf(kind) + everyday.length + 1) % (everyday.length + 1);
  return kinds.toSorted((a, b) => rank(a) - rank(b));
}

const everyday = ['asset', 'problem'];

async function askType(draft: Draft, step: number): Promise<Step<Draft>> {
  const choices = Object.entries(assetTypes).map(([type, sentence]): Choice<string> => {
    const [label = sentence, description = ''] = sentence.split(/: (.*)/);
    return { label, description, value: type };
  });
  const placeholder = vscode.l10n.t('What sort of thing is it?');
  return keep(await askChoice({ title: vscode.l10n.t('New Record'), step, placeholder }, choices), type => ({
    ...draft,
    type,
  }));
}

async function askTitle(draft: Draft, kinds: readonly KindCount[], step: number): Promise<Step<Draft>> {
  const label = kinds.find(({ kind }) => kind === draft.kind)?.label ?? '';
  const asking = {
    title: vscode.l10n.t('New Record: {0}', label),
    step,
    placeholder: vscode.l10n.t('What do people call it? Such as: Printer in the library.'),
    secret: false,
    check: (text: string) =>
      text.trim() === '' ? vscode.l10n.t('It needs a name, so that people find it.') : undefined,
  };
  return keep(await askText(asking), title => ({ ...draft, title: title.trim() }));
}

function keep(step: Step<string>, next: (value: string) => Draft): Step<Draft> {
  return step.is === 'value' ? { is: 'value', value: next(step.value) } : step;
}

async function make({ link }: Tools, forms: FormEditor, params: NewRecordParams): Promise<void> {
  const ask = () => link.ask<NewRecordAnswer>(makeRecord, params);
  const made = await ask();
  if (made === undefined) return;
  const label = vscode.l10n.t('New Record: {0}', params.title);
  const applied = await applyChanges(made.changes, { label, again: async () => (await ask())?.changes });
  if (applied !== undefined) await forms.show(vscode.Uri.parse(made.uri), { id: made.id }, 'first');
}
