/** A sample, checked as on a day. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Estate } from '../../../server/estate/estate.ts';
import { Checker } from '../../../server/rules/checker.ts';

export interface Row {
  readonly file: string;
  readonly record: string;
  readonly code: string;
  readonly severity: string;
}

interface Sample {
  readonly checker: Checker;
  readonly rows: readonly Row[];
}

/** All findings of the sample on the day, file by file. */
export function load(name: string, day: string): Sample {
  const folder = path.join('samples', name);
  const estate = new Estate({ pretended: day, now: () => Date.parse(day) });
  const onFailure = (code: string, _record: unknown, error: unknown) => assert.fail(`${code} failed: ${String(error)}`);
  const checker = new Checker(estate, { settings: {}, onFailure });
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => file.split(path.sep).join('/'))
    .filter(file => /\.fits\.ya?ml$/.test(file))
    .sort();
  for (const file of files) checker.setFile(file, fs.readFileSync(path.join(folder, file), 'utf8'));
  const rows = files.flatMap(file =>
    checker.inFile(file).map(({ record, finding }) => ({
      file,
      record: record?.id ?? '',
      code: finding.code,
      severity: finding.severity,
    })),
  );
  return { checker, rows };
}

