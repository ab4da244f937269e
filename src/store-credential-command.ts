import * as vscode from 'vscode';
import { settingsChanged, type SchoolRow } from '../server/protocol/base.ts';
import { chooseSchool } from './choose-school.ts';
import { credentialOf } from './credential-draft.ts';
import { askCredentialDraft } from './credential-form.ts';
import { runningOrTold } from './running.ts';
import { serverSettings } from './settings.ts';
import type { Tools } from './tools.ts';

export async function storeCredential(tools: Tools): Promise<void> {
  if (!(await runningOrTold(tools.link))) return;
  const school = await chooseSchool(tools.link, vscode.l10n.t('For the devices of which school?'));
  if (school !== undefined) await storeFor(tools, school);
}

/** Asks for a name and what belongs to it, and keeps both on this computer; the name, or undefined where it was left. */
export async function storeFor(tools: Tools, school: SchoolRow): Promise<string | undefined> {
  const draft = await askCredentialDraft(school);
  const credential = draft === undefined ? undefined : credentialOf(draft);
  if (draft?.name === undefined || credential === undefined) return undefined;
  await tools.credentials.store(school.id, draft.name, credential);
  // The server keeps what it was told for its run: this makes it ask again.
  tools.link.notify(settingsChanged, serverSettings());
  tools.log.info(vscode.l10n.t('The credential "{0}" is stored on this computer.', draft.name));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Stored "{0}" on this computer.', draft.name), 5000);
  return draft.name;
}
