import type * as vscode from 'vscode';
import type { Credentials } from './credentials.ts';
import type { Results } from './results.ts';
import type { ServerLink } from './server-link.ts';

/** What the commands share. Made once by `activate` and handed to each. */
export interface Tools {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly link: ServerLink;
  readonly results: Results;
  readonly credentials: Credentials;
}
