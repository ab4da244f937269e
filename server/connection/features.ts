import type { Connection } from 'vscode-languageserver';
import { answerDiscovery } from './discovery.ts';
import { answerExplanations } from './explain.ts';
import { answerForms } from './form.ts';
import type { Histories } from './history.ts';
import { answerImports } from './importing.ts';
import { answerNewRecords } from './new-record.ts';
import type { Probing } from './probing.ts';
import { answerSchools } from './school.ts';
import { answerToday } from './today.ts';
import type { Workspace } from './workspace.ts';

/** What a feature's answers are made of. */
export interface Answering {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly probing: Probing;
  readonly histories: Histories;
}

/** Each feature beyond the language itself: it registers the requests of its file in `server/protocol`. One line a feature. */
export const features: readonly ((answering: Answering) => void)[] = [
  answerDiscovery,
  answerExplanations,
  answerForms,
  answerImports,
  answerNewRecords,
  answerSchools,
  answerToday,
];
