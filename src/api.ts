import type { Uri } from 'vscode';
import type { EstateChanged } from '../server/protocol/base.ts';
import type { TodayRow } from '../server/protocol/today.ts';
import type { FormSession } from './form-session.ts';
import type { TableSession } from './table-session.ts';
import type { TreeNode } from './tree-node.ts';

/** What `activate` returns: enough to see from outside what the views show. Not an interface for other extensions. */
export interface FitsApi {
  /** Settles when the server has read the records. */
  ready(): Promise<EstateChanged>;
  /** The server's counts, or undefined while it is starting or down. */
  estate(): EstateChanged | undefined;
  serverState(): string;
  serverProcessId(): number | undefined;
  assets(): Promise<readonly TreeNode[]>;
  problems(): Promise<readonly TreeNode[]>;
  today(): Promise<readonly TodayRow[]>;
  problemBadge(): number;
  /** Answers of the probes of this session, newest first: the text of the result documents. */
  results(): readonly string[];
  /** Forms of a document, oldest first. */
  forms(uri: Uri): readonly FormSession[];
  /** Tables that are open, oldest first. */
  tables(): readonly TableSession[];
}
