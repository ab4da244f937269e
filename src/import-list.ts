import * as vscode from 'vscode';
import { listSchools, type SchoolRow } from '../server/protocol/base.ts';
import type { ChosenColumn, ListSource, PlanListAnswer, PlanListParams } from '../server/protocol/importing.ts';
import { applyChanges, type Applied } from './apply-changes.ts';
import { chooseSchool } from './choose-school.ts';
import { chooseSource, sourceOf, uriOf, type NamedSource } from './import-source.ts';
import { askColumn, askMapping, askSheet, type Plan } from './import-steps.ts';
import { importLabel, rowsText, takenRows } from './import-words.ts';
import { untilReady } from './running.ts';
import { tellDone } from './tell-done.ts';
import type { Tools } from './tools.ts';

/** From a link or a test; from the palette there is none. */
export interface ImportArgument {
  /** A path or a URI. */
  readonly file?: string;
  readonly text?: string;
  readonly school?: string;
  /** The caller has the person's consent: the columns are taken as they are guessed. */
  readonly yes?: true;
}

/** What came of it, for whoever called. */
export interface Imported {
  readonly counts: Plan['counts'];
  readonly summary: string;
  readonly undo: Applied['undo'];
}

/** What a list becomes: equipment, incidents. */
export interface Importing {
  /** The request that plans it. */
  readonly request: string;
  /** What the command is called. */
  readonly title: string;
  /** Kind of the records that it makes. */
  readonly kind: string;
  /** Where the columns that were chosen are kept. */
  readonly memory: string;
}

/** A list that the school has already becomes records: the columns are looked at, then it is one step that can be undone. */
export async function importList(tools: Tools, importing: Importing, argument: unknown): Promise<Imported | undefined> {
  if (!(await untilReady(tools.link))) return undefined;
  const wish = (typeof argument === 'object' && argument !== null ? argument : {}) as ImportArgument;
  const named = await sourceFor(wish, importing.title);
  const school = named && (await schoolFor(tools, wish.school));
  if (!school) return undefined;
  const list: List = { tools, importing, school: school.id, ...named };
  const memory = rememberedColumns(tools, importing.memory);
  const start = await firstPlan(list, memory);
  const decided = start && (wish.yes ? { list, plan: start } : await decide(list, start));
  if (!decided) return undefined;
  await memory.keep(decided.plan);
  return take(decided.list, decided.plan);
}

/** As the columns are guessed, or as they were chosen for a list with the same headings. */
async function firstPlan(list: List, memory: ReturnType<typeof rememberedColumns>): Promise<Plan | undefined> {
  const guessed = await planned(list, {});
  const columns = guessed && memory.get(guessed);
  return columns === undefined ? guessed : planned(list, { columns });
}

interface List extends NamedSource {
  readonly tools: Tools;
  readonly importing: Importing;
  readonly school: string;
}

function sourceFor({ file, text }: ImportArgument, title: string): Promise<NamedSource | undefined> {
  if (file !== undefined) return Promise.resolve(sourceOf(uriOf(file)));
  if (text !== undefined) return Promise.resolve({ source: { text }, name: vscode.l10n.t('the list') });
  return chooseSource(title);
}

async function schoolFor({ link }: Tools, id: string | undefined): Promise<SchoolRow | undefined> {
  if (id === undefined) return chooseSchool(link, vscode.l10n.t('Which school is the list of?'));
  const schools = (await link.ask<readonly SchoolRow[]>(listSchools, {})) ?? [];
  return schools.find(school => school.id === id);
}

type Wish = Pick<PlanListParams, 'columns' | 'want'>;

/** The plan; a list that cannot be read is said, and there is none. */
async function planned({ tools, importing, school, source }: List, wish: Wish): Promise<Plan | undefined> {
  const params: PlanListParams = { school, source, ...wish };
  const answer = await tools.link.ask<PlanListAnswer>(importing.request, params);
  if (answer?.ok === true) return answer;
  if (answer !== undefined) void vscode.window.showWarningMessage(answer.sentence);
  return undefined;
}

/** The mapping is shown until it is imported or left; every change of it is reckoned anew. */
async function decide(start: List, first: Plan): Promise<{ list: List; plan: Plan } | undefined> {
  let [list, plan, at]: [List, Plan, number | undefined] = [start, first, undefined];
  for (;;) {
    const step = await askMapping(plan, list.name, at);
    if (step === undefined) return undefined;
    if (step.is === 'import') return { list, plan };
    at = step.is === 'column' ? step.at : undefined;
    if (step.is === 'rows') await showRows(list, plan);
    else if (step.is === 'sheet') [list, plan] = await otherSheet(list, plan);
    else {
      const columns = await askColumn(plan, step.at);
      if (columns !== undefined) plan = (await planned(list, { columns })) ?? plan;
    }
  }
}

async function showRows(list: List, plan: Plan): Promise<void> {
  const full = await planned(list, { columns: plan.columns, want: 'rows' });
  if (full === undefined) return;
  const { t } = vscode.l10n;
  await list.tools.results.show(t('Import of {0}', list.name), rowsText(t, list.name, full.summary, full.rows ?? []));
}

async function otherSheet(list: List, plan: Plan): Promise<[List, Plan]> {
  const sheet = await askSheet(plan);
  if (sheet === undefined) return [list, plan];
  const source: ListSource = { ...list.source, sheet };
  const other = await planned({ ...list, source }, {});
  return other === undefined ? [list, plan] : [{ ...list, source }, other];
}

async function take(list: List, { columns, counts, summary }: Plan): Promise<Imported | undefined> {
  const changes = async () => (await planned(list, { columns, want: 'changes' }))?.changes;
  const first = await changes();
  if (first === undefined) return undefined;
  const label = importLabel(vscode.l10n.t, takenRows({ counts } as Plan));
  const applied = await applyChanges(first, { label, again: changes });
  if (applied === undefined) return undefined;
  void tellDone(summary, first.files.length === 0 ? undefined : applied, { table: list.importing.kind });
  return { counts, summary, undo: applied.undo };
}

/** A list with the same headings comes again every term: what was chosen for its columns is proposed. */
function rememberedColumns({ context }: Tools, memoryKey: string) {
  const headingsOf = (plan: Plan) => plan.columns.map(column => column.heading);
  return {
    get: (plan: Plan): readonly ChosenColumn[] | undefined => {
      const kept = context.workspaceState.get<{ headings: string[]; columns: ChosenColumn[] }>(memoryKey);
      return JSON.stringify(kept?.headings) === JSON.stringify(headingsOf(plan)) ? kept?.columns : undefined;
    },
    keep: (plan: Plan) =>
      context.workspaceState.update(memoryKey, {
        headings: headingsOf(plan),
        columns: plan.columns.map(({ field }) => ({ field })),
      }),
  };
}
