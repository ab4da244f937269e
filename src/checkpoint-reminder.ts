import * as vscode from 'vscode';
import { reminderDue } from './reminder-due.ts';
import type { TodayView } from './today-view.ts';

const remindedKey = 'fits.checkpoint.reminded';

/** Once a day, when the working day has ended and records have changed since the last checkpoint. */
export function remindOfCheckpoint(today: TodayView, memory: vscode.Memento): vscode.Disposable {
  const look = async (): Promise<void> => {
    if (!vscode.workspace.isTrusted || memory.get<string>(remindedKey) === new Date().toDateString()) return;
    const { dayEnds } = today.lines;
    if (!reminderDue(new Date(), dayEnds)) return;
    const { unsaved } = await today.ask();
    if (unsaved === 0) return;
    await memory.update(remindedKey, new Date().toDateString());
    const save = vscode.l10n.t('Save a Checkpoint');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('The day is over, and {0} records have changed since the last checkpoint.', unsaved),
      save,
    );
    if (answer === save) await vscode.commands.executeCommand('fits.checkpoint.save');
  };
  const timer = setInterval(() => void look(), 60_000);
  return new vscode.Disposable(() => clearInterval(timer));
}
