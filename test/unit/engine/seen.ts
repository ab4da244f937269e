import type { Checker } from '../../../server/rules/checker.ts';

/** A place in another record, by the file and the record's number in it. */
function placed(one: { readonly record?: { readonly file: string; readonly index: number } }): unknown {
  const { record: other, ...rest } = one;
  return { ...rest, ...(other ? { file: other.file, index: other.index } : {}) };
}

/** Everything there is to see: findings of each file with their places. */
export function seen(checker: Checker): unknown {
  return [...checker.estate.files.keys()].sort().map(file => [
    file,
    checker.inFile(file).map(({ record: at, finding }) => ({
      at: at && [at.file, at.index, at.id],
      ...finding,
      related: finding.related.map(placed),
      fixes: finding.fixes.map(fix => ({ ...fix, edits: fix.edits.map(placed) })),
    })),
  ]);
}
