import * as vscode from 'vscode';
import type { RecordPlace } from '../server/protocol/base.ts';
import type { TreeNode } from './tree-node.ts';

/** A click in a tree: the record, with the cursor at its number. */
export async function openRecord(node: TreeNode | undefined): Promise<void> {
  if (node?.place !== undefined) await openPlace(node.place);
}

async function openPlace(place: RecordPlace): Promise<void> {
  const { start, end } = place.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), { selection });
}
