/** A language client in this process, over streams: what an editor says and hears, without an editor. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  TextEdit,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { serve } from '../../server/connection/serve.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { InitializationOptions } from '../../server/protocol/base.ts';

export interface Client {
  readonly connection: ProtocolConnection;
  readonly folder: string;
  readonly uri: (name: string) => string;
  readonly open: (name: string, text: string) => Promise<void>;
  readonly change: (name: string, text: string) => Promise<void>;
  readonly close: (name: string) => Promise<void>;
  /** Writes to disk and tells the server. */
  readonly write: (name: string, text: string | undefined) => Promise<void>;
  readonly diagnostics: (name: string) => Promise<Diagnostic[]>;
  readonly workspace: (previous?: { uri: string; value: string }[]) => Promise<WorkspaceDiagnosticReport>;
  readonly actions: (name: string, at: Diagnostic) => Promise<CodeAction[]>;
  readonly complete: (name: string, line: number, character: number) => Promise<CompletionList>;
  readonly end: () => Promise<void>;
}

export interface ClientOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly options?: InitializationOptions;
  readonly pulls?: boolean;
  readonly withoutFolder?: boolean;
}

export async function startClient({
  files = {},
  options = {},
  pulls = true,
  withoutFolder = false,
}: ClientOptions = {}): Promise<Client> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-lsp-'));
  const place = (name: string) => path.join(folder, name);
  const uri = (name: string) => pathToFileURL(place(name)).href;
  const put = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(place(name)), { recursive: true });
    fs.writeFileSync(place(name), text);
  };
  for (const [name, text] of Object.entries(files)) put(name, text);
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(
    createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down)),
    path.resolve('dist/probe-worker.js'),
  );
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: withoutFolder ? null : pathToFileURL(folder).href,
    workspaceFolders: withoutFolder ? null : [{ uri: pathToFileURL(folder).href, name: 'school' }],
    capabilities: {
      textDocument: pulls ? { diagnostic: {} } : {},
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true },
    },
    initializationOptions: { today: '2026-11-23', trusted: true, ...options },
  });
  await connection.sendNotification('initialized', {});
  let version = 0;
  const document = (name: string) => ({ textDocument: { uri: uri(name) } });
  return {
    connection,
    folder,
    uri,
    open: (name, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(name), languageId: 'fits-record', version: (version += 1), text },
      }),
    change: (name, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(name), version: (version += 1) },
        contentChanges: [{ text }],
      }),
    close: name => connection.sendNotification('textDocument/didClose', document(name)),
    write: (name, text) => {
      const existed = fs.existsSync(place(name));
      if (text === undefined) fs.rmSync(place(name));
      else put(name, text);
      return connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri(name), type: text === undefined ? 3 : existed ? 2 : 1 }],
      });
    },
    diagnostics: async name => {
      const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', document(name));
      return report.kind === 'full' ? report.items : [];
    },
    workspace: (previous = []) => connection.sendRequest('workspace/diagnostic', { previousResultIds: previous }),
    actions: (name, at) =>
      connection.sendRequest('textDocument/codeAction', {
        ...document(name),
        range: at.range,
        context: { diagnostics: [at] },
      }),
    complete: (name, line, character) =>
      connection.sendRequest('textDocument/completion', { ...document(name), position: { line, character } }),
    end: async () => {
      await connection.sendRequest('shutdown');
      connection.dispose();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A file's text after an edit of the workspace. */
export function applied(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  return applyTo(text, edit?.changes?.[uri] ?? []);
}

export function applyTo(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///x', 'fits-record', 1, text), edits);
}
