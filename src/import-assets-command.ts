import * as vscode from 'vscode';
import { planList } from '../server/protocol/importing.ts';
import { importList, type Imported } from './import-list.ts';
import type { Tools } from './tools.ts';

/** A list of equipment becomes assets. */
export function importAssets(tools: Tools, argument: unknown): Promise<Imported | undefined> {
  const title = vscode.l10n.t('Import Assets');
  return importList(tools, { request: planList, title, kind: 'asset', memory: 'fits.import.columns' }, argument);
}
