import * as vscode from 'vscode';
import { copyRecords, type CopyAnswer } from '../server/protocol/today.ts';
import { applyChanges } from './apply-changes.ts';
import { chooseSchool } from './choose-school.ts';
import { saveOpenRecords } from './record-documents.ts';
import { runningOrTold } from './running.ts';
import type { Tools } from './tools.ts';

/** Copies a school's records to a stick or another computer's folder, and notes it in the school's record. */
export async function copyTheRecords(tools: Tools, argument: unknown): Promise<void> {
  const { t } = vscode.l10n;
  if (!(await runningOrTold(tools.link))) return;
  const school = await chooseSchool(tools.link, t('Which school’s records?'));
  if (school === undefined) return;
  await saveOpenRecords();
  const to = typeof argument === 'string' ? vscode.Uri.parse(argument) : await pickPlace();
  if (to === undefined) return;
  const answer = await tools.link.ask<CopyAnswer>(copyRecords, { school: school.id, to: to.toString() });
  if (answer === undefined) return;
  if (!answer.ok) {
    void vscode.window.showWarningMessage(answer.sentence);
    return;
  }
  await applyChanges(answer.changes, { label: t('Note the copy of the records') });
  tools.log.info(answer.folder);
  vscode.window.setStatusBarMessage(`$(check) ${t('{0} files copied to {1}', answer.files, answer.folder)}`, 10_000);
}

async function pickPlace(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    title: vscode.l10n.t('Where should the copy be kept? A stick, or a folder of another computer.'),
    openLabel: vscode.l10n.t('Keep the Copy Here'),
  });
  return picked?.[0];
}
