import * as vscode from 'vscode';
import type { ListSource } from '../server/protocol/importing.ts';

/** A list, and what people call it. */
export interface NamedSource {
  readonly source: ListSource;
  readonly name: string;
}

/** From a file that the person picks, or from what was copied. */
export async function chooseSource(title: string): Promise<NamedSource | undefined> {
  const { t } = vscode.l10n;
  const items = [
    { label: t('From a File…'), detail: t('A list saved as .xlsx or .csv.'), from: 'file' },
    { label: t('From the Clipboard'), detail: t('Rows that you have copied in the spreadsheet.'), from: 'clipboard' },
  ] as const;
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: t('Where is the list?') });
  if (chosen === undefined) return undefined;
  if (chosen.from === 'file') return pickList(title);
  return { source: { text: await vscode.env.clipboard.readText() }, name: t('the clipboard') };
}

export async function pickList(title: string): Promise<NamedSource | undefined> {
  const { t } = vscode.l10n;
  const [file] =
    (await vscode.window.showOpenDialog({
      title,
      canSelectMany: false,
      openLabel: t('Take This List'),
      filters: { [t('Lists')]: ['xlsx', 'csv', 'tsv', 'txt'], [t('All files')]: ['*'] },
    })) ?? [];
  return file === undefined ? undefined : sourceOf(file);
}

export function sourceOf(file: vscode.Uri): NamedSource {
  return { source: { file: file.toString() }, name: file.path.split('/').at(-1) ?? '' };
}

/** A file as a link or a test names it: a path, or a URI. */
export function uriOf(file: string): vscode.Uri {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(file) ? vscode.Uri.parse(file) : vscode.Uri.file(file);
}
