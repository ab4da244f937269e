import * as vscode from 'vscode';
import { languageId, recordDocuments } from './record-documents.ts';
import type { ServerLink } from './server-link.ts';
import { statusText } from './status-text.ts';

const severities = {
  information: vscode.LanguageStatusSeverity.Information,
  warning: vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
};

/** The item behind the braces at the right of the status bar, while a record is being edited. */
export function showStatus(link: ServerLink): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('fits.status', [...recordDocuments, { language: languageId }]);
  item.name = vscode.l10n.t('FITS Maintenance');
  const paint = () => {
    item.busy = link.state === 'starting';
    if (link.state === 'stopped') paintStopped(item);
    else if (link.estate === undefined) paintStarting(item);
    else {
      const said = statusText(vscode.l10n.t, link.estate);
      item.text = said.text;
      item.detail = said.detail;
      item.severity = severities[said.severity];
      item.command = { command: 'workbench.actions.view.problems', title: vscode.l10n.t('Show Problems') };
    }
    item.accessibilityInformation = { label: item.text };
  };
  paint();
  return vscode.Disposable.from(item, link.onDidChange(paint));
}

function paintStarting(item: vscode.LanguageStatusItem): void {
  item.text = vscode.l10n.t('FITS: reading the records');
  item.detail = '';
  item.severity = vscode.LanguageStatusSeverity.Information;
  item.command = { command: 'fits.log.show', title: vscode.l10n.t('Show Log') };
}

function paintStopped(item: vscode.LanguageStatusItem): void {
  item.text = vscode.l10n.t('FITS: the language server is not running');
  item.detail = '';
  item.severity = vscode.LanguageStatusSeverity.Error;
  item.command = { command: 'fits.server.restart', title: vscode.l10n.t('Restart') };
}
