import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Credential } from '../model/outcome.ts';
import { whyNot } from './record-files.ts';

/**
 * Credentials outside an editor (precise.md 14): a JSON file `{ "<school>": { "<name>": {…} } }` that only its owner can read.
 * `undefined` where there is none; a text where there is one that may not be used.
 */
export type CredentialFile =
  | { readonly find: (school: string, name: string) => Credential | undefined }
  | { readonly refused: string }
  | undefined;

export function openCredentialFile(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
): CredentialFile {
  const config =
    environment['XDG_CONFIG_HOME'] ?? (environment['HOME'] ? path.join(environment['HOME'], '.config') : undefined);
  const named = environment['FITS_CREDENTIALS'];
  const file = named ?? (config === undefined ? undefined : path.join(config, 'fits-maintenance', 'credentials.json'));
  if (file === undefined) return undefined;
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return named === undefined ? undefined : { refused: `The file of credentials, ${file}, is not there.` };
  if (platform !== 'win32' && (found.mode & 0o077) !== 0) {
    return {
      refused: `The file of credentials, ${file}, can be read by others, so it is not used. Make it yours alone: chmod 600 ${file}`,
    };
  }
  return readCredentials(file);
}

function readCredentials(file: string): CredentialFile {
  try {
    const all = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    return { find: (school, name) => asCredential(memberOf(memberOf(all, school), name)) };
  } catch (error) {
    // A JSON error quotes the text it stumbled over, which may be a secret: it is not passed on.
    const why = error instanceof SyntaxError ? 'it is not written as JSON' : whyNot(error);
    return { refused: `The file of credentials, ${file}, cannot be used: ${why}.` };
  }
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** The shape is checked as far as a wrong one would be misread; the probe reports what is wrong inside. */
function asCredential(value: unknown): Credential | undefined {
  const version = memberOf(value, 'v');
  if ((version === '1' || version === '2c') && typeof memberOf(value, 'community') === 'string')
    return value as Credential;
  return version === '3' && typeof memberOf(value, 'user') === 'string' && typeof memberOf(value, 'level') === 'string'
    ? (value as Credential)
    : undefined;
}
