import type { ChosenColumn, ListColumn, ListRow, PlanListAnswer } from '../server/protocol/importing.ts';
import { counted, type Translate } from './translate.ts';

type Plan = Extract<PlanListAnswer, { ok: true }>;

/** How many rows the import takes, be they new or add something. */
export function takenRows({ counts }: Plan): number {
  return counts.new + counts.adds;
}

export function importLabel(t: Translate, rows: number): string {
  return counted(t, rows, 'Import {0} row', 'Import {0} rows');
}

/** "Purchase date → Bought" */
export function columnLabel(t: Translate, { heading, label }: ListColumn): string {
  return `${heading === '' ? t('No heading') : heading} → ${label === '' ? t('left out') : label}`;
}

export function columnDescription(t: Translate, { samples, because }: ListColumn): string {
  return because === undefined ? samples.map(shorten).join(' · ') : t('{0}', because);
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

/** What is to be decided about a column's dates, and how it is at present. */
export function dateQuestion(t: Translate, { question, dateOrder }: ListColumn): string | undefined {
  if (question === undefined) return undefined;
  return dateOrder === 'us' ? t('{0} Taken as month first.', question) : t('{0} Taken as day first.', question);
}

const outcomes = { new: 'new', adds: 'adds', same: 'as recorded', left_out: 'left out', error: 'error' } as const;

/** One line a row, errors first; the sum above them. */
export function rowsText(t: Translate, name: string, summary: string, rows: readonly ListRow[]): string {
  const lines = (of: readonly ListRow[]) => of.map(row => lineOf(t, row));
  const errors = rows.filter(row => row.outcome === 'error');
  const others = rows.filter(row => row.outcome !== 'error');
  return [
    t('What happens to every row of {0}', name),
    '',
    summary,
    t('Nothing is written yet.'),
    '',
    ...lines(errors),
    ...(errors.length > 0 ? [''] : []),
    ...lines(others),
    '',
  ].join('\n');
}

function lineOf(t: Translate, { number, outcome, id, title, sentence }: ListRow): string {
  const named = [title, id === '' ? '' : `(${id})`].filter(word => word !== '').join(' ');
  const row = t('Row {0}', number).padEnd(9);
  return `${row}  ${t(outcomes[outcome]).padEnd(11)}  ${named === '' ? '' : `${named}: `}${sentence}`;
}

/** A field has one column: the one that had it before is left out. */
export function withColumn(
  columns: readonly ChosenColumn[],
  at: number,
  chosen: ChosenColumn,
): readonly ChosenColumn[] {
  return columns.map((column, index) => {
    if (index === at) return chosen;
    return chosen.field !== null && column.field === chosen.field ? { field: null } : plain(column);
  });
}

/** Orders that were only learnt are learnt again: the column may be another one by then. */
function plain({ field, dateOrder }: ChosenColumn): ChosenColumn {
  return dateOrder === undefined ? { field } : { field, dateOrder };
}
