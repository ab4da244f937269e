import * as vscode from 'vscode';
import type { FormEditor } from './form-editor.ts';
import { isRecordDocument } from './record-documents.ts';
import type { TreeNode } from './tree-node.ts';

/** The record of a tree, the file of the Explorer, or the record under the cursor, as a form. */
export async function openAsForm(forms: FormEditor, from: unknown): Promise<void> {
  const node = from as TreeNode | vscode.Uri | undefined;
  if (node instanceof vscode.Uri) {
    const editor = vscode.window.activeTextEditor;
    const isHere = editor?.document.uri.toString() === node.toString();
    return forms.show(node, isHere ? { line: editor.selection.active.line } : {});
  }
  if (node?.place !== undefined) {
    const { uri, range } = node.place;
    return forms.show(vscode.Uri.parse(uri), { line: range.start.line });
  }
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && isRecordDocument(editor.document))
    return forms.show(editor.document.uri, { line: editor.selection.active.line });
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open a record file first, or choose an asset in the FITS view: then its record opens as a form.'),
  );
}
