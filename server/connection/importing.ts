import { describeColumns, guessColumns, withDateOrders, type GuessedColumn } from '../exchange/guess-columns.ts';
import { isFieldOf } from '../exchange/list-target.ts';
import type { Table, TableAnswer } from '../exchange/table.ts';
import type { Estate } from '../estate/estate.ts';
import {
  planIncidentList,
  planList,
  planSchoolList,
  type ChosenColumn,
  type ListColumn,
  type PlanListAnswer,
  type PlanListParams,
  type PlanSchoolListParams,
} from '../protocol/importing.ts';
import { listImports, type ListImport } from '../workflow/import/lists.ts';
import type { Answering } from './features.ts';
import { planSchoolsFrom } from './importing-schools.ts';
import { createListReader } from './list-source.ts';
import { wireChanges } from './wire-changes.ts';

/** The requests that take a list into a school's records, and what each list becomes. */
const requests = [
  [planList, listImports.assets],
  [planIncidentList, listImports.incidents],
] as const;

/** Answers the imports and New Schools: what lists would become, and the changes that do it. */
export function answerImports({ connection, workspace }: Answering): void {
  const readList = createListReader();
  for (const [request, what] of requests)
    connection.onRequest(request, async (params: PlanListParams): Promise<PlanListAnswer> => {
      await workspace.ready;
      const home = homeOf(params.school, workspace.estate);
      if (home === undefined)
        return { ok: false, sentence: 'There is no school record for the list to belong to yet.' };
      return planFrom(await readList(params.source, what.list), params, what, workspace.estate, home);
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

function planFrom(
  answer: TableAnswer,
  params: PlanListParams,
  { list, plan }: ListImport,
  estate: Estate,
  home: string,
): PlanListAnswer {
  if (!answer.ok) return answer;
  const { table } = answer;
  const columns = columnsFor(table, params.columns, list, estate, home);
  const { rows, files, counts, summary } = plan({ table, columns, estate, home });
  return {
    ok: true,
    columns: columns.map(({ field, ...column }): ListColumn => ({
      ...column,
      field: field ?? null,
      label: field === undefined ? '' : (list.fields[field] ?? field),
    })),
    fields: Object.entries(list.fields).map(([field, label]) => ({ field, label })),
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
  list: ListImport['list'],
  estate: Estate,
  home: string,
): readonly GuessedColumn<string>[] {
  const today = estate.today(home);
  if (chosen?.length !== table.headings.length) {
    const places = estate.ofKind('location', home).flatMap(place => [place.id, place.title]);
    return withDateOrders(guessColumns(table, list, { today, places }), table, list, { today });
  }
  const fields = chosen.map(({ field }) => (field !== null && isFieldOf(list, field) ? field : undefined));
  const described = describeColumns(table, list, fields).map((column, at): GuessedColumn<string> => {
    const dateOrder = chosen[at]?.dateOrder;
    return dateOrder === undefined ? column : { ...column, dateOrder };
  });
  return withDateOrders(described, table, list, { today });
}
