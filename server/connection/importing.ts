import { importFields, isImportField, type Column } from '../exchange/columns.ts';
import { describeColumns, guessColumns, withDateOrders, type GuessedColumn } from '../exchange/guess-columns.ts';
import type { Table, TableAnswer } from '../exchange/table.ts';
import type { Estate } from '../estate/estate.ts';
import {
  planList,
  planSchoolList,
  type ChosenColumn,
  type ListColumn,
  type PlanListAnswer,
  type PlanListParams,
  type PlanSchoolListParams,
} from '../protocol/importing.ts';
import { planImport } from '../workflow/import/assets.ts';
import type { Answering } from './features.ts';
import { planSchoolsFrom } from './importing-schools.ts';
import { createListReader } from './list-source.ts';
import { wireChanges } from './wire-changes.ts';

/** Answers Import Assets and New Schools: what lists would become, and the changes that do it. */
export function answerImports({ connection, workspace }: Answering): void {
  const readList = createListReader();
  connection.onRequest(planList, async (params: PlanListParams): Promise<PlanListAnswer> => {
    await workspace.ready;
    const home = homeOf(params.school, workspace.estate);
    if (home === undefined) return { ok: false, sentence: 'There is no school record for the list to belong to yet.' };
    return planFrom(await readList(params.source), params, workspace.estate, home);
  });
  connection.onRequest(planSchoolList, async (params: PlanSchoolListParams) => {
    await workspace.ready;
    return planSchoolsFrom(await readList(params.source), params, workspace.estate);
  });
}

/** The file of the school's record. */
function homeOf(id: string, estate: Estate): string | undefined {
  const schools = estate.ofKindAnywhere('school');
  return id === '' && schools.length === 1 ? schools[0]?.file : schools.find(school => school.id === id)?.file;
}

function planFrom(answer: TableAnswer, params: PlanListParams, estate: Estate, home: string): PlanListAnswer {
  if (!answer.ok) return answer;
  const { table } = answer;
  const columns = columnsFor(table, params.columns, estate, home);
  const { rows, files, counts, summary } = planImport({ table, columns, estate, home });
  return {
    ok: true,
    columns: columns.map(wireColumn),
    fields: Object.entries(importFields).map(([field, label]) => ({ field, label })),
    sheet: table.sheet,
    sheets: table.sheets,
    counts,
    summary,
    ...(params.want === 'rows' ? { rows } : {}),
    ...(params.want === 'changes' ? { changes: wireChanges(files) } : {}),
  };
}

/** As the person has chosen, where that is for these columns; else as they are guessed. */
function columnsFor(
  table: Table,
  chosen: readonly ChosenColumn[] | undefined,
  estate: Estate,
  home: string,
): readonly GuessedColumn[] {
  const today = estate.today(home);
  if (chosen?.length !== table.headings.length) {
    const places = estate.ofKind('location', home).flatMap(place => [place.id, place.title]);
    return withDateOrders(guessColumns(table, assetList, { today, places }), table, assetList, { today });
  }
  const fields = chosen.map(({ field }) => (field !== null && isImportField(field) ? field : undefined));
  const described = describeColumns(table, fields).map((column, at): GuessedColumn => {
    const dateOrder = chosen[at]?.dateOrder;
    return dateOrder === undefined ? column : { ...column, dateOrder };
  });
  return withDateOrders(described, table, assetList, { today });
}

function wireColumn({ field, ...column }: GuessedColumn & Column): ListColumn {
  return { ...column, field: field ?? null, label: field === undefined ? '' : importFields[field] };
}
