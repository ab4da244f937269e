/** What the tests of importing share: a table from a text, its columns as guessed, the plan, and the records after it. */
import assert from 'node:assert/strict';
import type { Column } from '../../../server/exchange/columns.ts';
import { assetList } from '../../../server/exchange/asset-list.ts';
import { guessColumns, withDateOrders } from '../../../server/exchange/guess-columns.ts';
import { readTableText } from '../../../server/exchange/read-table.ts';
import type { Table } from '../../../server/exchange/table.ts';
import { applyEdits } from '../../../server/model/text-edit.ts';
import type { Checker } from '../../../server/rules/checker.ts';
import { planImport } from '../../../server/workflow/import/assets.ts';
import type { ImportPlan } from '../../../server/workflow/import/plan.ts';
import { checkerOf, school } from '../engine/school.ts';

export const home = 's/school.fits.yaml';
export const today = '2026-11-23';

export function schoolWith(files: Readonly<Record<string, string>> = {}): Checker {
  return checkerOf({ [home]: school, ...files });
}

export function tableOf(text: string): Table {
  const answer = readTableText(text);
  assert.ok(answer.ok, answer.ok ? '' : answer.sentence);
  return answer.table;
}

export function columnsOf(table: Table, checker: Checker): readonly Column[] {
  const places = checker.estate.ofKind('location', home).flatMap(place => [place.id, place.title]);
  return withDateOrders(guessColumns(table, assetList, { today, places }), table, assetList, { today });
}

export function planOf(
  table: Table,
  checker: Checker,
  columns: readonly Column[] = columnsOf(table, checker),
): ImportPlan {
  return planImport({ table, columns, estate: checker.estate, home });
}

export function importText(text: string, checker: Checker): ImportPlan {
  const plan = planOf(tableOf(text), checker);
  apply(plan, checker);
  return plan;
}

export function apply(plan: ImportPlan, checker: Checker): void {
  for (const { file, before, edits } of plan.files) checker.setFile(file, applyEdits(before, edits));
}

/** "row outcome id" of each row. */
export function outcomes(plan: ImportPlan): string[] {
  return plan.rows.map(row => `${row.number} ${row.outcome} ${row.id}`.trim());
}

/** Everything that the checker calls an error, anywhere. */
export function errorsIn(checker: Checker): string[] {
  return [...checker.estate.files.keys()].flatMap(file =>
    checker
      .inFile(file)
      .filter(({ finding }) => finding.severity === 'error')
      .map(({ finding, record }) => `${finding.code} ${record?.id ?? ''} ${finding.message}`),
  );
}

export function valuesOf(checker: Checker, id: string): Readonly<Record<string, unknown>> {
  const record = checker.estate.named(id, home);
  assert.ok(record, `${id} is recorded`);
  return { title: record.title, ...record.values };
}
