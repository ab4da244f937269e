import * as vscode from 'vscode';
import { changedSettings } from './settings.ts';
import { supportText } from './support-text.ts';
import type { Tools } from './tools.ts';

export async function copySupportText({ context, link }: Tools): Promise<void> {
  const { version } = context.extension.packageJSON as { readonly version: string };
  const text = supportText({
    extension: version,
    server: link.serverVersion,
    editor: vscode.env.appName,
    editorVersion: vscode.version,
    platform: `${process.platform} ${process.arch}, Node ${process.versions.node}`,
    remote: vscode.env.remoteName ?? '',
    trusted: vscode.workspace.isTrusted,
    state: link.state,
    folders: vscode.workspace.workspaceFolders?.length ?? 0,
    estate: link.estate,
    changedSettings: changedSettings(context.extension),
  });
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: versions and counts, nothing from the records.'), 5000);
}
