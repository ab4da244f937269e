/** What the rows of a table say, and in which order. Nothing here knows a page. */
import type { CellMark, TableColumn, TableModel, TableRow, To } from '../../server/model/form.ts';
import type { TableWords } from '../../server/protocol/table-page.ts';

export interface Row {
  /** The same for the same record as long as it stays in its file. */
  readonly key: string;
  readonly row: TableRow;
  /** As a person reads them: titles of records, words of choices. */
  readonly shown: readonly string[];
  readonly marks: ReadonlyMap<number, CellMark>;
}

/** Which cell the keys act on. Row -1 is the heading; column -1 the ticks. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Shown {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Row[];
  readonly ticked: ReadonlySet<string>;
  readonly at: Place;
  readonly sorting: Sorting | undefined;
  readonly words: TableWords;
}

export interface Sorting {
  readonly column: number;
  readonly down: boolean;
}

type Words = Pick<TableWords, 'notKnown' | 'none' | 'yes' | 'no'>;

export function readRows(table: TableModel, words: Words): Row[] {
  const titles = new Map<string, ReadonlyMap<string, string>>();
  for (const [name, records] of Object.entries(table.pools))
    titles.set(name, new Map(records.map(({ id, title }) => [id, title || id])));
  const choices = table.columns.map(column => new Map(column.choices?.map(({ text, label }) => [text, label])));
  const seen = new Set<string>();
  return table.rows.map(row => {
    const plain = `${row.uri}\n${row.id}`;
    const key = row.id === '' || seen.has(plain) ? `${plain}\n${String(row.place)}` : plain;
    seen.add(key);
    const shown = row.texts.map((text, at) => {
      const column = table.columns[at];
      return column
        ? sayCell(text, column, {
            choices: choices[at],
            titles: titles.get(`${column.pool ?? ''}@${row.scope}`),
            words,
          })
        : text;
    });
    return { key, row, shown, marks: new Map(row.marks.map(mark => [mark.at, mark])) };
  });
}

interface Saying {
  readonly choices: ReadonlyMap<string, string> | undefined;
  readonly titles: ReadonlyMap<string, string> | undefined;
  readonly words: Words;
}

function sayCell(text: string, column: TableColumn, { choices, titles, words }: Saying): string {
  const answer = sayAnswer(text, column, words);
  if (answer !== undefined || text === '') return answer ?? '';
  if (column.widget === 'switch') return sayYes(text, words);
  return choices?.get(text) ?? titles?.get(text) ?? text;
}

function sayAnswer(text: string, column: TableColumn, words: Words): string | undefined {
  if (text === 'unknown' && column.mayBeUnknown) return words.notKnown;
  return text === 'none' && column.none !== undefined ? words.none : undefined;
}

function sayYes(text: string, { yes, no }: Words): string {
  if (/^(?:yes|true)$/i.test(text)) return yes;
  return /^(?:no|false)$/i.test(text) ? no : text;
}

const byText = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** Rows that hold every word, sorted; what says nothing stands last, either way. */
export function arrange(rows: readonly Row[], filter: string, sorting: Sorting | undefined): Row[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? [...rows] : rows.filter(row => holds(row, words));
  if (!sorting) return found;
  const { column, down } = sorting;
  return found.sort((a, b) => {
    const [x, y] = [a.shown[column] ?? '', b.shown[column] ?? ''];
    if (x === '' || y === '') return Number(x === '') - Number(y === '');
    return byText.compare(x, y) * (down ? -1 : 1);
  });
}

function holds(row: Row, words: readonly string[]): boolean {
  const hay = `${row.shown.join('\n')}\n${row.row.id}`.toLowerCase();
  return words.every(word => hay.includes(word));
}

/** The rows in the order they had: a cell that was edited does not run away. What is new and fits comes last. */
export function keepOrder(
  rows: readonly Row[],
  order: readonly string[],
  known: ReadonlySet<string>,
  filter: string,
): Row[] {
  const byKey = new Map(rows.map(row => [row.key, row]));
  const kept = order.flatMap(key => byKey.get(key) ?? []);
  const fresh = arrange(
    rows.filter(row => !known.has(row.key)),
    filter,
    undefined,
  );
  return [...kept, ...fresh];
}

/** What another cell is told, so that it says the same as this one. */
export function sameAs(text: string, column: TableColumn): To {
  if (text === '') return { clear: true };
  if (text === 'unknown' && column.mayBeUnknown) return { answer: 'unknown' };
  return { text, sure: true };
}

/** Width of each column in signs: its longest text within reason. */
export function widths(columns: readonly TableColumn[], rows: readonly Row[]): number[] {
  return columns.map((column, at) => {
    const first = rows.slice(0, 500);
    const longest = Math.max(...first.map(row => row.shown[at]?.length ?? 0), 0);
    const sign = first.some(row => row.marks.get(at)?.severity !== undefined) ? 3 : 0;
    return Math.min(Math.max(longest + 3 + sign, column.label.length + 5, 8), 38);
  });
}
