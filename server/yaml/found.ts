import type { TextEdit } from '../model/text-edit.ts';
import type { Slip } from './node.ts';

/** A slip and how the draft is mended so that the rest can be read: as a rule by the slip's own first fix. */
export interface Found {
  readonly slip: Slip;
  readonly mends: readonly TextEdit[];
  /** An echo of another slip: mended for reading, not said. */
  readonly quiet?: boolean;
}

export function foundWithFirstFix(slip: Slip): Found {
  return { slip, mends: slip.fixes[0]?.edits ?? [] };
}
