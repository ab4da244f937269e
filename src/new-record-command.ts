import * as vscode from 'vscode';
import { listSchools, type SchoolRow } from '../server/protocol/base.ts';
import {
  askOfRecord,
  checkAnswer,
  makeRecord,
  offerKinds,
  type AskOfRecordAnswer,
  type AskOfRecordParams,
  type CheckAnswerParams,
  type NewRecordAnswer,
  type NewRecordAnswers,
  type NewRecordParams,
  type NewRecordPlace,
  type OfferedGroup,
} from '../server/protocol/new-record.ts';
import { applyChanges, type Applied } from './apply-changes.ts';
import type { FormEditor } from './form-editor.ts';
import { newRecordAsText } from './new-record-text.ts';
import { askKind, askQuestion, askSchool, askShared, askTitle, askType, type Draft } from './new-record-steps.ts';
import { untilReady } from './running.ts';
import { runSteps, type Step } from './steps.ts';
import type { Tools } from './tools.ts';

/** From a link or a test: what is known is not asked. */
export interface NewRecordArgument {
  readonly kind?: string;
  readonly type?: string;
  readonly school?: string;
  readonly title?: string;
  readonly answers?: NewRecordAnswers;
  /** For all schools. */
  readonly shared?: boolean;
  /** The caller has the person's consent: nothing is asked. */
  readonly yes?: true;
}

/** What came of it, for whoever called. */
export interface NewRecordMade {
  readonly uri: string;
  readonly id: string;
  readonly undo: Applied['undo'];
}

interface Making {
  readonly tools: Tools;
  readonly forms: FormEditor;
  readonly folder: string;
  readonly schools: readonly SchoolRow[];
  readonly offered: readonly OfferedGroup[];
}

/** At most five questions; then the record is there, in the file of its like, and its form asks for the rest. */
export async function newRecord(tools: Tools, forms: FormEditor, from: unknown): Promise<NewRecordMade | undefined> {
  const wish = wishOf(from);
  const making = await begin(wish, tools, forms);
  if (making === undefined) return undefined;
  const start = draftFrom(wish, making);
  const draft = wish.yes ? start : await runSteps(start, (known, step) => nextStep(known, step, making));
  if (draft?.kind === 'school') await newSchoolRecord(tools);
  return draft === undefined || draft.kind === 'school' ? undefined : make(draft, making);
}

/** From the title of a view comes what is chosen there: it says nothing of what is wanted. */
function wishOf(from: unknown): NewRecordArgument {
  if (typeof from === 'string') return { kind: from };
  const isOfView = typeof from !== 'object' || from === null || 'children' in from;
  return isOfView ? {} : from;
}

/** What is known before anything is asked; undefined where something else is done instead, or nothing can be. */
async function begin({ kind }: NewRecordArgument, tools: Tools, forms: FormEditor): Promise<Making | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.toString();
  if (folder === undefined) await newRecordAsText(tools, kind);
  else if (kind === 'school') await newSchoolRecord(tools);
  else if (await untilReady(tools.link)) {
    const schools = (await tools.link.ask<readonly SchoolRow[]>(listSchools, {})) ?? [];
    const offered = (await tools.link.ask<readonly OfferedGroup[]>(offerKinds, { school: '', folder })) ?? [];
    return { tools, forms, folder, schools, offered };
  }
  return undefined;
}

/** A kind that is not among those offered is asked for. Where there is no school yet, or only one, there is nothing to ask. */
function draftFrom(wish: NewRecordArgument, { schools, offered }: Making): Draft {
  const { kind, type, title, answers = {}, shared } = wish;
  const isOffered = offered.some(group => group.kinds.some(one => one.kind === kind));
  const only = schools.length > 1 ? undefined : (schools[0]?.id ?? '');
  const school = wish.school ?? only;
  return { school, kind: isOffered ? kind : undefined, type, title, shared, answers, later: [] };
}

/** A school is more than one record: its own command asks for the rest. */
async function newSchoolRecord(tools: Tools): Promise<void> {
  const commands = await vscode.commands.getCommands(true);
  if (commands.includes('fits.school.new')) await vscode.commands.executeCommand('fits.school.new');
  else await newRecordAsText(tools, 'school');
}

/** The next thing that is not known yet: first what it is, then what that asks. */
function nextStep(draft: Draft, step: number, making: Making): Promise<Step<Draft>> | undefined {
  if (draft.school === undefined) return askSchool(draft, making.schools, step);
  if (draft.kind === undefined) return offeredAt(draft, making).then(groups => askKind(draft, groups, step));
  if (draft.kind === 'school') return undefined;
  if (draft.kind === 'asset' && draft.type === undefined) return askType(draft, step);
  return draft.plan === undefined ? planned(draft, making, step) : nextOfPlan(draft, draft.plan, step, making);
}

function nextOfPlan(
  draft: Draft,
  plan: AskOfRecordAnswer,
  step: number,
  making: Making,
): Promise<Step<Draft>> | undefined {
  if (plan.mayBeShared && draft.shared === undefined) return askShared(draft, plan, step);
  const question = plan.questions.find(({ key }) => !(key in draft.answers) && !draft.later.includes(key));
  return question && askQuestion(draft, question, step, (key, text) => checked(draft, making, key, text));
}

/** A school is offered only where there is none yet. */
async function offeredAt(draft: Draft, { tools, folder, offered }: Making): Promise<readonly OfferedGroup[]> {
  return (await tools.link.ask<readonly OfferedGroup[]>(offerKinds, placeOf(draft, folder))) ?? offered;
}

function placeOf({ school = '' }: Draft, folder: string): NewRecordPlace {
  return { school, folder };
}

/** What the server would ask, and the title with it: one step, so that going back skips neither. */
async function planned(draft: Draft, { tools, folder }: Making, step: number): Promise<Step<Draft>> {
  const { kind = '', type = '' } = draft;
  const params: AskOfRecordParams = { ...placeOf(draft, folder), kind, type, asked: step - 1 };
  const plan = await tools.link.ask<AskOfRecordAnswer>(askOfRecord, params);
  if (plan === undefined) return { is: 'end' };
  return draft.title === undefined ? askTitle(draft, plan, step) : { is: 'value', value: { ...draft, plan } };
}

async function checked(draft: Draft, making: Making, key: string, text: string): Promise<string | undefined> {
  const { kind = '', type = '' } = draft;
  const params: CheckAnswerParams = { ...placeOf(draft, making.folder), kind, type, answers: { [key]: [text] } };
  return (await making.tools.link.ask<string | null>(checkAnswer, params)) ?? undefined;
}

async function make(draft: Draft, { tools: { link }, forms, folder }: Making): Promise<NewRecordMade | undefined> {
  const { kind = '', type = '', title = '', answers, shared = false } = draft;
  const params: NewRecordParams = { ...placeOf(draft, folder), kind, type, title, answers, shared };
  const ask = async () => {
    const answer = await link.ask<NewRecordAnswer>(makeRecord, params);
    if (answer && 'refusal' in answer) void vscode.window.showWarningMessage(answer.refusal);
    return answer && 'changes' in answer ? answer : undefined;
  };
  const made = await ask();
  if (made === undefined) return undefined;
  const label = vscode.l10n.t('New Record: {0}', title);
  const applied = await applyChanges(made.changes, { label, again: async () => (await ask())?.changes });
  if (applied === undefined) return undefined;
  await forms.show(vscode.Uri.parse(made.uri), { id: made.id }, 'first');
  return { uri: made.uri, id: made.id, undo: applied.undo };
}
