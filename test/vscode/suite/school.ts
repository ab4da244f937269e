import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FitsApi } from '../../../src/api.ts';
import type { TreeNode } from '../../../src/tree-node.ts';

/** The extension, once its server has read the records. */
export async function readyApi(): Promise<FitsApi> {
  const extension = vscode.extensions.getExtension<FitsApi>('fits-maintenance.fits-maintenance');
  assert.ok(extension, 'the extension is installed');
  const api = await extension.activate();
  await api.ready();
  return api;
}

function openedFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'a folder is open');
  return folder;
}

/** A small school of its own below the sample, so that the tests depend on no record of the sample. */
export class School {
  readonly folder: vscode.Uri;

  constructor(name: string) {
    this.folder = vscode.Uri.joinPath(openedFolder(), name);
  }

  file(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }

  async write(name: string, text: string): Promise<vscode.Uri> {
    await vscode.workspace.fs.writeFile(this.file(name), new TextEncoder().encode(text));
    return this.file(name);
  }

  /** The school's record and one place; nothing in them is wrong. */
  async build(): Promise<void> {
    const id = `SCH-${this.folder.path.split('/').at(-1)?.toUpperCase() ?? ''}`;
    await this.write('school.fits.yaml', `kind: school\nid: ${id}\ntitle: School of the tests\nphase: primary\n`);
    await this.write('places.fits.yaml', 'kind: location\nid: KS1-store\ntitle: KS1 store\n');
  }

  async remove(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [name] of await vscode.workspace.fs.readDirectory(this.folder))
      await vscode.workspace.fs.delete(this.file(name));
    await vscode.workspace.fs.delete(this.folder, { recursive: true });
  }
}

/** Asks again until the answer is there. A minute is a guard against hanging, not a measure. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 50_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise(later => setTimeout(later, 50));
  }
}

function codes(uri: vscode.Uri, least = vscode.DiagnosticSeverity.Warning): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(found => found.severity <= least)
    .map(found => String(typeof found.code === 'object' ? found.code.value : found.code));
}

/** Waits for exactly these codes of warnings and errors. */
export async function untilCodes(uri: vscode.Uri, wanted: readonly string[]): Promise<void> {
  const sorted = [...wanted].sort().join(' ');
  await until(
    `${uri.path} has ${sorted === '' ? 'no finding' : sorted}`,
    () => codes(uri).sort().join(' ') === sorted,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; it has ${codes(uri).join(' ')}`);
  });
}

export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** The position just behind a text. */
export function behind(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `the document holds ${text}`);
  return document.positionAt(at + text.length);
}

export function leaves(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap(node => (node.children.length === 0 ? [node] : leaves(node.children)));
}

/** Presses Enter on whatever is asked until the command is done. */
export async function accepted<T>(done: Promise<T | undefined>): Promise<T> {
  const ended: (T | undefined)[] = [];
  void done.then(result => ended.push(result));
  await until('the command to be done', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return ended.length > 0;
  });
  const [result] = ended;
  if (result === undefined) throw new Error('The command was left without a result.');
  return result;
}

/** Every record file of the school, as it is on disk. */
export async function everything(school: School): Promise<Record<string, string>> {
  const names = (await vscode.workspace.fs.readDirectory(school.folder)).map(([name]) => name).sort();
  const texts: Record<string, string> = {};
  for (const name of names.filter(one => one.endsWith('.fits.yaml')))
    texts[name] = new TextDecoder().decode(await vscode.workspace.fs.readFile(school.file(name)));
  return texts;
}
