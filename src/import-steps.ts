import * as vscode from 'vscode';
import type { ChosenColumn, ListColumn, PlanListAnswer } from '../server/protocol/importing.ts';
import { columnDescription, columnLabel, dateQuestion, importLabel, takenRows, withColumn } from './import-words.ts';

export type Plan = Extract<PlanListAnswer, { ok: true }>;

/** What the person does with the mapping. */
export type MappingStep =
  | { readonly is: 'import' }
  | { readonly is: 'rows' }
  | { readonly is: 'sheet' }
  | { readonly is: 'column'; readonly at: number };

interface Item<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

/** The mapping, one line a column, with what would come of it above; `at` is the line that is chosen at first. */
export async function askMapping(plan: Plan, name: string, at: number | undefined): Promise<MappingStep | undefined> {
  const { t } = vscode.l10n;
  const first: Item<MappingStep> = {
    label: `$(check) ${importLabel(t, takenRows(plan))}`,
    detail: plan.summary,
    value: { is: 'import' },
  };
  const rows: Item<MappingStep> = {
    label: `$(list-flat) ${t('See What Happens to Every Row')}`,
    value: { is: 'rows' },
  };
  const sheet: Item<MappingStep>[] =
    plan.sheets.length > 1 ? [{ label: `$(files) ${t('Sheet: {0}', plan.sheet)}`, value: { is: 'sheet' } }] : [];
  const columns = plan.columns.map((column, index): Item<MappingStep> => ({
    ...columnItem(column),
    value: { is: 'column', at: index },
  }));
  const heading = { label: t('Columns: Enter changes one'), kind: vscode.QuickPickItemKind.Separator };
  return pickOne([first, rows, ...sheet, heading, ...columns], {
    title: t('Import {0}', name),
    placeholder: t('Is every column what it should be?'),
    active: at === undefined ? first : columns[at],
  });
}

function columnItem(column: ListColumn): vscode.QuickPickItem {
  const { t } = vscode.l10n;
  const question = dateQuestion(t, column);
  const icon = question !== undefined ? '$(question) ' : column.field === null ? '$(circle-slash) ' : '';
  return {
    label: icon + columnLabel(t, column),
    description: columnDescription(t, column),
    ...(question === undefined ? {} : { detail: question }),
  };
}

/** Another field for a column, or another order of its dates; undefined = as it was. */
export async function askColumn(plan: Plan, at: number): Promise<readonly ChosenColumn[] | undefined> {
  const { t } = vscode.l10n;
  const column = plan.columns[at];
  if (column === undefined) return undefined;
  const orders = column.dateOrder === undefined ? [] : orderItems(column);
  const none: Item<ChosenColumn> = { label: `$(circle-slash) ${t('Leave This Column Out')}`, value: { field: null } };
  const fields = plan.fields.map(({ field, label }): Item<ChosenColumn> => {
    const holder = plan.columns.find(one => one.field === field && one !== column);
    return { label, description: holder === undefined ? '' : t('now: {0}', holder.heading), value: { field } };
  });
  const chosen = await pickOne([...orders, ...fields, none], {
    title: t('What is “{0}”?', column.heading),
    placeholder: column.samples.join(' · '),
    active: fields.find(item => item.value?.field === column.field) ?? none,
    back: true,
  });
  return chosen === undefined ? undefined : withColumn(plan.columns, at, chosen);
}

function orderItems(column: ListColumn): Item<ChosenColumn>[] {
  const { t } = vscode.l10n;
  const { field } = column;
  return [
    { label: `$(calendar) ${t('Its dates are day first: 23/11/2026')}`, value: { field, dateOrder: 'uk' } },
    { label: `$(calendar) ${t('Its dates are month first: 11/23/2026')}`, value: { field, dateOrder: 'us' } },
  ];
}

export function askSheet(plan: Plan): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const items = plan.sheets.map(sheet => ({ label: sheet, value: sheet }));
  return pickOne(items, {
    title: t('Which sheet?'),
    placeholder: '',
    active: items.find(item => item.value === plan.sheet),
    back: true,
  });
}

interface Picking<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly active: Item<T> | undefined;
  readonly back?: boolean;
}

/** One line of a list, with the present one chosen at first. Undefined = Escape or back. */
export function pickOne<T>(
  items: readonly Item<T>[],
  { title, placeholder, active, back = false }: Picking<T>,
): Promise<T | undefined> {
  const pick = vscode.window.createQuickPick<Item<T>>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.items = items;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.buttons = back ? [vscode.QuickInputButtons.Back] : [];
  if (active !== undefined) pick.activeItems = [active];
  return new Promise(resolve => {
    const finish = (value: T | undefined) => {
      resolve(value);
      pick.dispose();
    };
    pick.onDidAccept(() => {
      const value = pick.selectedItems[0]?.value;
      if (value !== undefined) finish(value);
    });
    pick.onDidTriggerButton(() => finish(undefined));
    pick.onDidHide(() => finish(undefined));
    pick.show();
  });
}
