import * as vscode from 'vscode';
import type { Credential } from '../server/model/outcome.ts';
import type { CredentialAnswer, CredentialParams } from '../server/protocol/base.ts';
import { readCredential } from './read-credential.ts';

/** Names and passwords of devices, in the editor's secret storage. A record holds only the name under which one is kept. */
export class Credentials {
  private readonly secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.secrets = secrets;
  }

  async store(school: string, name: string, credential: Credential): Promise<void> {
    await this.secrets.store(key(school, name), JSON.stringify(credential));
  }

  async remove(school: string, name: string): Promise<void> {
    await this.secrets.delete(key(school, name));
  }

  async names(school: string): Promise<readonly string[]> {
    const prefix = key(school, '');
    const keys = await this.secrets.keys();
    return keys
      .filter(stored => stored.startsWith(prefix))
      .map(stored => stored.slice(prefix.length))
      .sort();
  }

  /** The server's question. An untrusted folder learns nothing, not even whether there is one. */
  async answer(asked: CredentialParams): Promise<CredentialAnswer> {
    if (!vscode.workspace.isTrusted) return { missing: true };
    const text = await this.secrets.get(key(asked.school, asked.name));
    const secret = text === undefined ? undefined : readCredential(text);
    return secret === undefined ? { missing: true } : { secret };
  }
}

function key(school: string, name: string): string {
  return `fits:${school}:${name}`;
}
