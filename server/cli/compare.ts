import path from 'node:path';
import {
  differing,
  filesAt,
  findCommit,
  readAt,
  repositoriesFor,
  type GitFailure,
  type PastTexts,
} from '../host/git.ts';
import { count } from '../model/words.ts';
import type { Checker } from '../rules/checker.ts';
import { CannotRun, type Terminal } from './run.ts';

/** How a file is called in findings: its path from the current folder, with `/`. */
export function nameOf(file: string): string {
  return path.relative('.', file).split(path.sep).join('/');
}

/**
 * Hands in what the records said at the revision, so that steps that were left out are found. Without one it is the last commit, and a
 * folder that has none is checked as it stands; a revision that was named must be there.
 */
export async function compareWithPast(
  checker: Checker,
  folders: readonly string[],
  since: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const { estate } = checker;
  if (since !== undefined) estate.pastName = `“${since}”`;
  const files = [...estate.files.keys()].map(file => path.resolve(file));
  const named = folders.map(folder => path.resolve(folder));
  const repositories = named.flatMap(folder =>
    repositoriesFor(
      folder,
      files.filter(file => file.startsWith(folder + path.sep)),
    ),
  );
  for (const folder of new Set(repositories)) {
    const past = await readPast(folder, since ?? 'HEAD');
    if (typeof past !== 'object') {
      if (since !== undefined) throw new CannotRun(past);
      continue;
    }
    for (const [file, text] of past.texts) checker.setPast(nameOf(file), text);
    if (past.missing.length > 0)
      terminal.complain(
        `${count(past.missing.length, 'file')} could not be compared with ${estate.pastName}: too large, or not in this copy of the repository.`,
      );
  }
}

/** The texts of all files that differ, or why there are none. */
async function readPast(folder: string, revision: string): Promise<PastTexts | string> {
  const why = (failed: { reason: GitFailure; detail: string }) => sentenceFor(folder, revision, failed);
  const commit = await findCommit(folder, revision);
  if (!commit.ok) return why(commit);
  const files = await filesAt(folder, commit.value.commit);
  if (!files.ok) return why(files);
  const past = await readAt(folder, files.value, await differing(files.value));
  return past.ok ? past.value : why(past);
}

function sentenceFor(
  folder: string,
  revision: string,
  { reason, detail }: { reason: GitFailure; detail: string },
): string {
  const sentences: Readonly<Record<GitFailure, string>> = {
    no_git: '--since needs git, and there is none on this computer.',
    no_repository: `${folder} lies in no git repository, so there is nothing that --since could compare with.`,
    no_revision: `git knows no revision “${revision}” of ${folder}. Where only the newest commits were fetched, as build servers do, fetch them all.`,
    failed: `${folder} cannot be compared with “${revision}”. git says: ${detail}.`,
  };
  return sentences[reason];
}
