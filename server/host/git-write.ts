/** The two things that are ever done to a repository: begin one, and keep the present state of record files. Never anything else. */
import path from 'node:path';
import { askGit, failure, type GitAnswer } from './git.ts';

/** Adding many files may take a while; a program that asks for something must end all the same. */
const patience = 60_000;

/** Begins a history in the folder. */
export async function initRepository(folder: string): Promise<GitAnswer<undefined>> {
  const end = await askGit(['-c', 'init.defaultBranch=main', 'init', '--quiet'], { folder, timeout: patience });
  return end.ended === 'exit' && end.code === 0 ? { ok: true, value: undefined } : failure(end);
}

/**
 * Keeps these files (paths; those that are gone are kept as gone) under the sentence. Only these: what else somebody has prepared in the
 * repository stays as it is. No hook runs, nothing is signed, nothing is sent.
 */
export async function saveFiles(
  folder: string,
  files: readonly string[],
  sentence: string,
): Promise<GitAnswer<undefined>> {
  const paths = files.map(file => path.relative(folder, file).split(path.sep).join('/'));
  const listing = {
    folder,
    timeout: patience,
    input: `${paths.join('\0')}\0`,
    environment: { GIT_LITERAL_PATHSPECS: '1' },
  };
  const from = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  const added = await askGit(['add', '--all', ...from], listing);
  if (added.ended !== 'exit' || added.code !== 0) return failure(added);
  const commit = ['commit', '--quiet', '--no-verify', '--only', '--message', sentence, ...from];
  const kept = await askGit([...(await identity(folder)), '-c', 'commit.gpgsign=false', ...commit], listing);
  return kept.ended === 'exit' && kept.code === 0 ? { ok: true, value: undefined } : failure(kept);
}

/** Who did it: git's own setting; where there is none, the tool, so that a first checkpoint asks nobody for it. */
async function identity(folder: string): Promise<readonly string[]> {
  const known = await askGit(['config', '--get', 'user.email'], { folder });
  return known.ended === 'exit' && known.code === 0 && known.answer.toString('utf8').trim() !== ''
    ? []
    : ['-c', 'user.name=FITS Maintenance', '-c', 'user.email=fits-maintenance@localhost'];
}
