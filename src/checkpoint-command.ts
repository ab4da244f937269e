import * as vscode from 'vscode';
import { askCheckpoint, beginHistory, saveCheckpoint, type CheckpointState } from '../server/protocol/today.ts';
import { saveOpenRecords } from './record-documents.ts';
import { runningOrTold } from './running.ts';
import type { Tools } from './tools.ts';
import { trustedOrTold } from './trust.ts';

type Kept = Extract<CheckpointState, { is: 'kept' }>;

/** Keeps the present state of the records, with a sentence that says what changed. Asks once before it begins a history. */
export async function saveACheckpoint(tools: Tools): Promise<void> {
  if (!(await trustedOrTold()) || !(await runningOrTold(tools.link))) return;
  await saveOpenRecords();
  const states = await tools.link.ask<readonly CheckpointState[]>(askCheckpoint, {});
  const state = states?.find(one => one.is !== 'kept' || one.records > 0) ?? states?.[0];
  if (state === undefined)
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no records to keep yet.'));
  else await goOn(tools, state);
}

async function goOn(tools: Tools, state: CheckpointState): Promise<void> {
  if (state.is === 'no git') await tellNoGit();
  else if (state.is === 'failed') tellFailed(tools, state.detail);
  else if (state.is === 'none') await begin(tools, state.folder);
  else if (state.is === 'kept') await save(tools, state);
}

async function begin(tools: Tools, folder: string): Promise<void> {
  const { t } = vscode.l10n;
  const chosen = await vscode.window.showQuickPick(
    [
      {
        label: t('Keep a history in this folder'),
        detail: t('Every checkpoint can be looked at and gone back to. It stays on this computer; nothing is sent.'),
        yes: true,
      },
      { label: t('Not now'), detail: '', yes: false },
    ],
    { title: t('Save a Checkpoint'), placeHolder: t('No history is kept here yet. Begin one?') },
  );
  if (chosen?.yes !== true) return;
  const wrong = await tools.link.ask<string>(beginHistory, { folder });
  if (wrong !== '') {
    tellFailed(tools, wrong ?? '');
    return;
  }
  const states = await tools.link.ask<readonly CheckpointState[]>(askCheckpoint, {});
  const state = states?.find((one): one is Kept => one.is === 'kept' && one.folder === folder);
  if (state !== undefined) await save(tools, state);
}

async function save(tools: Tools, { folder, records, sentence }: Kept): Promise<void> {
  const { t } = vscode.l10n;
  if (records === 0) {
    void vscode.window.showInformationMessage(t('Nothing has changed since the last checkpoint.'));
    return;
  }
  const typed = await vscode.window.showInputBox({
    title: t('Save a Checkpoint'),
    prompt: t('What changed? This is what was seen; add why, if you like.'),
    value: sentence,
    valueSelection: [sentence.length, sentence.length],
    ignoreFocusOut: true,
  });
  if (typed === undefined) return;
  const words = typed.trim() === '' ? sentence : typed.trim();
  const wrong = await tools.link.ask<string>(saveCheckpoint, { folder, sentence: words });
  if (wrong !== '') {
    tellFailed(tools, wrong ?? '');
    return;
  }
  vscode.window.setStatusBarMessage(`$(check) ${t('Checkpoint saved: {0}', words)}`, 10_000);
  await vscode.commands.executeCommand('fits.view.refresh');
}

async function tellNoGit(): Promise<void> {
  const { t } = vscode.l10n;
  const get = t('Where to Get It');
  const answer = await vscode.window.showInformationMessage(
    t('Checkpoints are kept by the program git, which is not installed here. Everything else works without it.'),
    get,
  );
  if (answer === get) await vscode.env.openExternal(vscode.Uri.parse('https://git-scm.com/downloads'));
}

function tellFailed(tools: Tools, detail: string): void {
  tools.log.warn(`git: ${detail}`);
  void vscode.window.showWarningMessage(
    detail === ''
      ? vscode.l10n.t('The checkpoint could not be saved. Nothing is lost: the records stay as they are.')
      : vscode.l10n.t(
          'The checkpoint could not be saved ({0}). Nothing is lost: the records stay as they are.',
          detail,
        ),
  );
}
