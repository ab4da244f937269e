import type { Day } from '../model/day.ts';
import { plainForm } from '../model/words.ts';
import type { Column, DateOrder, ImportField } from './columns.ts';
import type { KnownWords, ListTarget } from './list-target.ts';
import { isNotKnown } from './read-cells.ts';
import { askOrder, learnDateOrder } from './read-day.ts';
import type { Table } from './table.ts';

/** A column with what it was taken for, and what a person must know to judge that. */
export interface GuessedColumn<F extends string = ImportField> extends Column<F> {
  /** The first values, as they stand there. */
  readonly samples: readonly string[];
  /** Why it is left out whatever stands in it: passwords, people's names. */
  readonly because?: string;
  /** Of dates that can be read in two ways: "03/04/2021: 3 April or 4 March?" */
  readonly question?: string;
}

export interface Guessing {
  readonly today: Day;
  /** Places that are recorded, by id and title. */
  readonly places: Iterable<string>;
  /** Instead of what the dates themselves say. */
  readonly dateOrder?: DateOrder | undefined;
}

/** The least that a heading or a column's contents must say. */
const enough = 35;

/** What each column holds: by its heading, and by what stands in it where the heading says nothing. No field is given twice. */
export function guessColumns<F extends string>(
  table: Table,
  list: ListTarget<F>,
  guessing: Guessing,
): GuessedColumn<F>[] {
  const known: KnownWords = {
    today: guessing.today,
    places: new Set([...guessing.places].map(plainForm).filter(name => name !== '')),
  };
  const columns = table.headings.map((_, at) => table.rows.map(row => row.cells[at] ?? ''));
  const bids = table.headings.flatMap((heading, column) =>
    bidsFor(heading, columns[column] ?? [], known, list).map(bid => ({ ...bid, column })),
  );
  const fields = assign(bids, list);
  return table.headings.map((heading, at) => describe(heading, list, fields.get(at), columns[at] ?? []));
}

/** What a person's own choice of fields makes of the columns; the dates' order is learnt for the fields chosen. */
export function describeColumns<F extends string>(
  table: Table,
  list: ListTarget<F>,
  fields: readonly (F | undefined)[],
): GuessedColumn<F>[] {
  return table.headings.map((heading, at) =>
    describe(
      heading,
      list,
      fields[at],
      table.rows.map(row => row.cells[at] ?? ''),
    ),
  );
}

function describe<F extends string>(
  heading: string,
  list: ListTarget<F>,
  field: F | undefined,
  cells: readonly string[],
): GuessedColumn<F> {
  const because = list.headings.whyNeverTaken(heading);
  const samples: string[] = [];
  for (const cell of cells) {
    const text = cell.replaceAll(/\s+/g, ' ').trim();
    if (samples.length === 3) break;
    if (text !== '' && !samples.includes(text)) samples.push(text);
  }
  // Passwords are not shown either.
  return {
    heading,
    field,
    samples: because === undefined ? samples : [],
    ...(because === undefined ? {} : { because }),
  };
}

interface Bid<F extends string> {
  readonly column: number;
  readonly field: F;
  readonly score: number;
}

function bidsFor<F extends string>(
  heading: string,
  cells: readonly string[],
  known: KnownWords,
  { headings, evidence, fields }: ListTarget<F>,
): Omit<Bid<F>, 'column'>[] {
  if (headings.whyNeverTaken(heading) !== undefined) return [];
  const values = firstKnown(cells);
  const named = headings.meant(heading).map(({ field, weight }) => ({
    field,
    score: weight * 100 + evidence(field, values, known).withHeading,
  }));
  if (named.length > 0) return named;
  return (Object.keys(fields) as F[]).map(field => ({ field, score: evidence(field, values, known).alone }));
}

/** Enough values to judge a column by; a long list need not be looked through. */
function firstKnown(cells: readonly string[]): string[] {
  const values: string[] = [];
  for (const cell of cells) {
    if (values.length === 400) break;
    if (!isNotKnown(cell)) values.push(cell);
  }
  return values;
}

/** The best bid wins its column and its field, then the next best of what is left. */
function assign<F extends string>(bids: readonly Bid<F>[], { either }: ListTarget<F>): Map<number, F> {
  const fields = new Map<number, F>();
  const taken = new Set<F>();
  const isCovered = (field: F) => either.some(group => group.includes(field) && group.some(one => taken.has(one)));
  for (const bid of bids.filter(one => one.score >= enough).sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (fields.has(bid.column) || taken.has(bid.field) || isCovered(bid.field)) continue;
    fields.set(bid.column, bid.field);
    taken.add(bid.field);
  }
  return fields;
}

/**
 * The columns with their order of day and month: each as its own dates say, else as the other columns' do, else as in Britain – and
 * that is asked.
 */
export function withDateOrders<F extends string>(
  columns: readonly GuessedColumn<F>[],
  table: Table,
  list: ListTarget<F>,
  guessing: Pick<Guessing, 'today' | 'dateOrder'>,
): GuessedColumn<F>[] {
  const learnt = columns.map((column, at) =>
    column.field !== undefined && list.isDated(column.field)
      ? learnDateOrder(table.rows.map(row => row.cells[at] ?? ''))
      : undefined,
  );
  const settled = learnt.flatMap(one => (one?.isSettled ? [one.order] : []));
  const usual: DateOrder = settled.length > 0 && settled.every(order => order === 'us') ? 'us' : 'uk';
  return columns.map((column, at) => {
    const one = learnt[at];
    if (!one) return column;
    const own = one.isSettled ? one.order : usual;
    const open = !one.isSettled && one.example !== undefined && guessing.dateOrder === undefined;
    return {
      ...column,
      dateOrder: column.dateOrder ?? guessing.dateOrder ?? own,
      ...(open ? { question: askOrder(one.example, guessing.today) } : {}),
    };
  });
}
