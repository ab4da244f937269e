import type { Connection } from 'vscode-languageserver';
import type { Probing } from './probing.ts';
import type { Workspace } from './workspace.ts';

/** What a feature's answers are made of. */
export interface Answering {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly probing: Probing;
}

/** Each feature beyond the language itself: it registers the requests of its file in `server/protocol`. One line a feature. */
export const features: readonly ((answering: Answering) => void)[] = [];
