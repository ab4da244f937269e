import * as vscode from 'vscode';
import type { DiagnosticCollectionProvider } from 'vscode-languageclient/node';

/**
 * The collections that the language client fills. The client forgets what it knew of a document when its tab closes,
 * so the findings of a file that is renamed or deleted while it is open would stay for ever: here they can be dropped.
 */
export class FindingsStore implements DiagnosticCollectionProvider {
  private readonly collections = new Set<vscode.DiagnosticCollection>();

  create(name: string | undefined): vscode.DiagnosticCollection {
    const collection = vscode.languages.createDiagnosticCollection(name);
    this.collections.add(collection);
    return collection;
  }

  dispose(collection: vscode.DiagnosticCollection): void {
    this.collections.delete(collection);
    collection.dispose();
  }

  /** Of a file, or of all files below a folder. A document that is still open keeps its own. */
  drop(gone: vscode.Uri): void {
    const below = `${gone.toString()}/`;
    const open = new Set(vscode.workspace.textDocuments.map(document => document.uri.toString()));
    for (const collection of this.collections) {
      for (const uri of urisOf(collection)) {
        const name = uri.toString();
        if (!open.has(name) && (name === gone.toString() || name.startsWith(below))) collection.delete(uri);
      }
    }
  }
}

/** As a list of its own: the collection is changed while it is walked. */
function urisOf(collection: vscode.DiagnosticCollection): readonly vscode.Uri[] {
  const uris: vscode.Uri[] = [];
  collection.forEach(uri => uris.push(uri));
  return uris;
}
