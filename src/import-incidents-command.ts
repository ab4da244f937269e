import * as vscode from 'vscode';
import { planIncidentList } from '../server/protocol/importing.ts';
import { importList, type Imported } from './import-list.ts';
import type { Tools } from './tools.ts';

/** The help desk's list of what users reported becomes incidents. */
export function importIncidents(tools: Tools, argument: unknown): Promise<Imported | undefined> {
  const title = vscode.l10n.t('Import Incidents');
  const memory = 'fits.import.incidents.columns';
  return importList(tools, { request: planIncidentList, title, kind: 'incident', memory }, argument);
}
