/** What the table's page and the extension say to one another. Types only. */
import type { Question, TableModel, To } from '../model/form.ts';
import type { Path } from '../model/paths.ts';

export interface PageCell {
  readonly uri: string;
  readonly place: number;
  readonly id: string;
  readonly path: Path;
  readonly to: To;
}

export type ToTablePage =
  | { readonly type: 'words'; readonly words: TableWords }
  | { readonly type: 'table'; readonly table: TableModel }
  | { readonly type: 'undoable'; readonly steps: number; readonly undone?: boolean }
  /** `left`: cells that stay as they are, by their number in the change. */
  | {
      readonly type: 'result';
      readonly n: number;
      readonly changed: number;
      readonly left: readonly ({ readonly at: number } & (Question | { readonly refusal: string }))[];
    };

export type FromTablePage =
  | { readonly type: 'ready' }
  | { readonly type: 'change'; readonly n: number; readonly label: string; readonly cells: readonly PageCell[] }
  | { readonly type: 'undo' }
  | { readonly type: 'open'; readonly uri: string; readonly id: string; readonly place: number };

export interface TableWords {
  readonly filter: string;
  /** {0} of {1} rows. */
  readonly shown: string;
  readonly ticked: string;
  readonly tick: string;
  readonly tickAll: string;
  readonly changeTicked: string;
  readonly column: string;
  readonly apply: string;
  readonly cancel: string;
  readonly undo: string;
  readonly openForm: string;
  readonly notKnown: string;
  readonly nothing: string;
  readonly yes: string;
  readonly no: string;
  /** {0}: what counts while nothing is written. */
  readonly assumed: string;
  readonly none: string;
  readonly empty: string;
  readonly noMatch: string;
  readonly closed: string;
  readonly error: string;
  readonly warning: string;
  readonly information: string;
  readonly fillNeedsTicks: string;
  /** {0}: how many cells. */
  readonly changed: string;
  readonly left: string;
  readonly undone: string;
  readonly keys: string;
  readonly ascending: string;
  readonly descending: string;
  /** {0}: a column's label. */
  readonly setTo: string;
  /** {0}: a label, {1}: how many records. */
  readonly stepFill: string;
}
