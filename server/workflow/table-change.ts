import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { Question, To } from '../model/form.ts';
import type { Path } from '../model/paths.ts';
import type { Changes } from './changes.ts';
import { answerField } from './form-answer.ts';
import { createPicks } from './form-pools.ts';

/** One cell to be changed. The record is found by its place, and by its id where it has moved since. */
export interface CellChange {
  readonly file: string;
  readonly place: number;
  readonly id: string;
  readonly path: Path;
  readonly to: To;
}

/** A cell that stays as it is, and why: its number in what was asked for. */
export type LeftCell = { readonly at: number } & (Question | { readonly refusal: string });

/** Puts the changes of many cells together; gives those that could not be done. */
export function changeCells(cells: readonly CellChange[], estate: Estate, changes: Changes): LeftCell[] {
  const picks = createPicks(estate);
  return cells.flatMap((cell, at): LeftCell[] => {
    const record = findRow(cell, estate);
    if (!record) return [{ at, refusal: 'This record is no longer there. The table shows it anew.' }];
    const left: LeftCell[] = [];
    changes.edit(record, text => {
      const answer = answerField({ record, text, path: cell.path, to: cell.to }, estate, picks);
      if ('edits' in answer) return answer.edits;
      left.push({ at, ...answer });
      return undefined;
    });
    return left;
  });
}

function findRow({ file, place, id }: CellChange, estate: Estate): RecordEntry | undefined {
  const records = estate.files.get(file)?.records ?? [];
  const same = records[place];
  if (same?.id === id) return same;
  const named = records.filter(record => record.id === id && id !== '');
  return named.length === 1 ? named[0] : undefined;
}
