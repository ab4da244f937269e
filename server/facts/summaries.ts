import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import { tellingOf, type Told } from './newest.ts';
import { summaries, type Summary } from './summaries.data.ts';

/** The fields of the record that other records tell, each with the newest of them. */
export function toldFields(record: RecordEntry, estate: Estate): { summary: Summary; newest: Told }[] {
  return summaries
    .filter(({ kind }) => kind === record.kind)
    .flatMap(summary => {
      const newest = tellingOf(record, summary.from, estate).find(told => counts(told, summary));
      return newest ? [{ summary, newest }] : [];
    });
}

function counts({ record }: Told, { from: { results } }: Summary): boolean {
  return !results || results.includes(String(record.values['result']));
}
