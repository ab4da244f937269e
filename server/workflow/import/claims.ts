import type { Estate } from '../../estate/estate.ts';
import { isKnownNetworkAddress } from './networks.ts';
import { nameOf, type RecordOf } from '../../estate/record.ts';
import type { Draft } from './draft.ts';
import { distinctFields, distinctKey, type Matching } from './match.ts';

/** Who has which serial number, label, name and address: among the rows of the list, and among the records. */
export interface Claims {
  /** A sentence where an earlier row has the same serial number or label: the same device twice, or a slip. */
  readonly twinOf: (draft: Draft) => string | undefined;
  /** The row that means the same record already, if any. */
  readonly claimRecord: (record: RecordOf<'asset'>, row: number) => number | undefined;
  /** Takes out of the draft what belongs to another device, and tells it. `record` is the one that the draft goes into. */
  readonly settle: (draft: Draft, record: RecordOf<'asset'> | undefined) => void;
}

export function createClaims(estate: Estate, home: string, matching: Matching): Claims {
  const labels = new Map<string, number>();
  const records = new Map<RecordOf<'asset'>, number>();
  const values = new Map<string, number>();
  const isInside = isKnownNetworkAddress(estate, home);
  return {
    twinOf: draft => {
      const own = [
        ['serial number', draft.values.get('serial')],
        ['tag', draft.tag],
      ] as const;
      for (const [what, text] of own) {
        if (text === undefined) continue;
        const key = `${what}:${text.toLowerCase()}`;
        const first = labels.get(key);
        if (first !== undefined)
          return `Rows ${first} and ${draft.number} have the same ${what}, ${text}. Either the device is in the list twice, or one was typed wrongly.`;
      }
      for (const [what, text] of own) if (text !== undefined) labels.set(`${what}:${text.toLowerCase()}`, draft.number);
      return undefined;
    },
    claimRecord: (record, row) => {
      const before = records.get(record);
      if (before === undefined) records.set(record, row);
      return before;
    },
    settle: (draft, record) => {
      for (const { field, index } of distinctFields) {
        const text = draft.values.get(field);
        if (text === undefined) continue;
        const key = distinctKey(field, text);
        const holder = matching.holder(index, key);
        const row = values.get(`${index}:${key}`);
        if (holder && holder !== record) leaveOut(draft, field, `the ${index} ${text} belongs to ${nameOf(holder)}`);
        else if (row !== undefined) leaveOut(draft, field, `the ${index} ${text} stands in row ${row}, too`);
        else if (field === 'address' && !isInside(text, draft.type))
          leaveOut(draft, field, `${text} is in none of your recorded networks`);
        else values.set(`${index}:${key}`, draft.number);
      }
    },
  };
}

function leaveOut(draft: Draft, field: (typeof distinctFields)[number]['field'], because: string): void {
  draft.values.delete(field);
  draft.said.push(`${because}, so it is left out`);
}
