import * as vscode from 'vscode';
import { chooseTarget } from './choose-target.ts';
import { readSnippets, separatorAfter, type RecordSnippet } from './record-snippets.ts';
import type { Tools } from './tools.ts';

/** Where no folder is open: the record as a text with blanks. Asks for its kind, unless a link names it. */
export async function newRecordAsText(tools: Tools, kind: unknown): Promise<void> {
  const file = vscode.Uri.joinPath(tools.context.extensionUri, 'snippets', 'fits-record.code-snippets');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const snippets = readSnippets(text);
  const snippet =
    snippets.find(candidate => candidate.kind === kind) ??
    (await chooseSnippet(inOrder(snippets, tools.link.estate?.records ?? 0)));
  const target = snippet === undefined ? undefined : await chooseTarget(snippet.kind);
  if (snippet !== undefined && target !== undefined) await insert(snippet, target);
}

/** A new folder begins with the school; from then on what is recorded every week stands first. */
function inOrder(snippets: readonly RecordSnippet[], records: number): readonly RecordSnippet[] {
  if (records === 0) return snippets;
  const rank = (snippet: RecordSnippet) => everyday.findIndex(kind => kind === snippet.kind) + 1 || everyday.length + 1;
  return snippets.toSorted((a, b) => rank(a) - rank(b));
}

const everyday = ['asset', 'problem'];

async function chooseSnippet(snippets: readonly RecordSnippet[]): Promise<RecordSnippet | undefined> {
  const items = snippets.map(snippet => ({ label: snippet.name, detail: snippet.description, snippet }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New Record'),
    placeHolder: vscode.l10n.t('What do you want to record?'),
    matchOnDetail: true,
  });
  return chosen?.snippet;
}

async function insert(snippet: RecordSnippet, target: vscode.TextDocument): Promise<void> {
  const editor = await vscode.window.showTextDocument(target);
  const end = target.lineAt(target.lineCount - 1).range.end;
  const separator = separatorAfter(target.getText());
  if (separator !== '')
    await editor.edit(edit => edit.insert(end, separator), { undoStopBefore: true, undoStopAfter: false });
  const place = target.lineAt(target.lineCount - 1).range.end;
  await editor.insertSnippet(new vscode.SnippetString(snippet.body), place, {
    undoStopBefore: separator === '',
    undoStopAfter: true,
  });
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
