import * as vscode from 'vscode';
import { planSchoolList, type PlanSchoolListAnswer, type PlanSchoolListParams } from '../server/protocol/importing.ts';
import { applyChanges, type Applied } from './apply-changes.ts';
import { pickList, sourceOf, uriOf, type NamedSource } from './import-source.ts';
import { pickOne } from './import-steps.ts';
import { rowsText } from './import-words.ts';
import { untilReady } from './running.ts';
import { tellDone } from './tell-done.ts';
import type { Tools } from './tools.ts';
import { counted } from './translate.ts';

/** From a link or a test: paths or URIs. */
export interface NewSchoolsArgument {
  readonly file?: string;
  readonly template?: string;
  readonly into?: string;
  /** The caller has the person's consent. */
  readonly yes?: true;
}

type Plan = Extract<PlanSchoolListAnswer, { ok: true }>;

interface Making {
  readonly tools: Tools;
  readonly named: NamedSource;
  readonly template: vscode.Uri;
  readonly into: vscode.Uri;
}

/** A spreadsheet of schools and the records of one school make a folder for each of the others. */
export async function newSchools(tools: Tools, argument: unknown): Promise<Applied | undefined> {
  if (!(await untilReady(tools.link))) return undefined;
  const wish = (typeof argument === 'object' && argument !== null ? argument : {}) as NewSchoolsArgument;
  const making = await choose(tools, wish);
  if (making === undefined || !(await isWanted(making, wish))) return undefined;
  const plan = await planned(making, 'changes');
  if (plan?.changes === undefined) return undefined;
  const applied = await applyChanges(plan.changes, { label: makeLabel(plan.made) });
  if (applied !== undefined) void tellDone(plan.summary, plan.made === 0 ? undefined : applied);
  return applied;
}

async function isWanted(making: Making, { yes }: NewSchoolsArgument): Promise<boolean> {
  if (yes) return true;
  const plan = await planned(making);
  return plan !== undefined && confirm(making, plan);
}

async function choose(tools: Tools, { file, template, into }: NewSchoolsArgument): Promise<Making | undefined> {
  const { t } = vscode.l10n;
  const named = file === undefined ? await pickList(t('Which list of schools?')) : sourceOf(uriOf(file));
  if (named === undefined) return undefined;
  const from = await folder(template, t('Which school’s records do they start with?'), t('Start With This School'));
  const to = from && (await folder(into, t('Where are the schools’ folders made?'), t('Make the Folders Here')));
  return to && { tools, named, template: from, into: to };
}

async function folder(given: string | undefined, title: string, openLabel: string): Promise<vscode.Uri | undefined> {
  if (given !== undefined) return uriOf(given);
  const picked = await vscode.window.showOpenDialog({
    title,
    openLabel,
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return picked?.[0];
}

async function planned({ tools, named, template, into }: Making, want?: 'rows' | 'changes'): Promise<Plan | undefined> {
  const params: PlanSchoolListParams = {
    source: named.source,
    template: template.toString(),
    into: into.toString(),
    ...(want === undefined ? {} : { want }),
  };
  const answer = await tools.link.ask<PlanSchoolListAnswer>(planSchoolList, params);
  if (answer?.ok === true) return answer;
  if (answer !== undefined) void vscode.window.showWarningMessage(answer.sentence);
  return undefined;
}

function makeLabel(schools: number): string {
  return counted(vscode.l10n.t, schools, 'Make {0} school', 'Make {0} schools');
}

async function confirm(making: Making, plan: Plan): Promise<boolean> {
  const { t } = vscode.l10n;
  const make = { label: `$(check) ${makeLabel(plan.made)}`, detail: plan.summary, value: 'make' };
  const rows = { label: `$(list-flat) ${t('See What Happens to Every Row')}`, value: 'rows' };
  for (;;) {
    const step = await pickOne<string>([make, rows], {
      title: t('New Schools From {0}', making.named.name),
      placeholder: plan.columns,
      active: make,
    });
    if (step !== 'rows') return step === 'make';
    const full = await planned(making, 'rows');
    if (full === undefined) return false;
    const text = rowsText(t, making.named.name, full.summary, full.rows ?? []);
    await making.tools.results.show(t('New schools from {0}', making.named.name), text);
  }
}
