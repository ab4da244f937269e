/** A sample school in a checker of its own, on the day for which the samples are written. A rule that throws fails the test. */
import fs from 'node:fs';
import path from 'node:path';
import type { Checker } from '../../../server/rules/checker.ts';
import { newChecker } from './school.ts';

/** The texts of a sample's record files by their path. */
export function sampleFiles(name: string): Map<string, string> {
  const folder = path.join('samples', name);
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => file.split(path.sep).join('/'))
    .filter(file => /\.fits\.ya?ml$/.test(file))
    .sort();
  return new Map(files.map(file => [file, fs.readFileSync(path.join(folder, file), 'utf8')]));
}

export function checkerOfSample(name: string): Checker {
  const checker = newChecker();
  for (const [file, text] of sampleFiles(name)) checker.setFile(file, text);
  return checker;
}
