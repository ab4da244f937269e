import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CodeActionKind,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { isRecordFile } from '../host/record-files.ts';
import { actionsAt } from '../language/actions.ts';
import { completeAt } from '../language/completion.ts';
import { definitionAt } from '../language/definition.ts';
import { hoverAt } from '../language/hover.ts';
import { inlayHintsOf } from '../language/inlay-hints.ts';
import { lensesOf } from '../language/lenses.ts';
import { assetRows, problemRows, schoolRows } from '../language/rows.ts';
import { symbolsOf } from '../language/symbols.ts';
import {
  commands,
  listAssets,
  listProblems,
  listSchools,
  probeDevices,
  settingsChanged,
  type InitializationOptions,
  type ProbeParams,
} from '../protocol/base.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { announcer } from './announce.ts';
import { features } from './features.ts';
import { Histories } from './history.ts';
import { LastCommit } from './last-commit.ts';
import { nameOfUri, pathOf } from './names.ts';
import { Probing } from './probing.ts';
import { Diagnostics } from './pull.ts';
import { watchFiles } from './watching.ts';
import { Workspace } from './workspace.ts';

const capabilities: InitializeResult['capabilities'] = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  diagnosticProvider: { identifier: 'fits', interFileDependencies: true, workspaceDiagnostics: true },
  completionProvider: { triggerCharacters: [':', ' ', '-', '[', ','] },
  hoverProvider: true,
  definitionProvider: true,
  documentSymbolProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
  codeLensProvider: {},
  inlayHintProvider: true,
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: {
      didRename: { filters: [{ pattern: { glob: '**/*' } }] },
      didDelete: { filters: [{ pattern: { glob: '**/*' } }] },
      didCreate: { filters: [{ pattern: { glob: '**/*' } }] },
    },
  },
};

/** Wires the engine to a connection; `workerPath` is the bundle of the probe worker. The only place that knows the protocol's transport. */
export function serve(connection: Connection, workerPath: string): void {
  connection.onInitialize(params => {
    start(connection, params, workerPath);
    return { capabilities, serverInfo: { name: 'fits-maintenance', version: packageJson.version } };
  });
  connection.listen();
}

function start(connection: Connection, params: InitializeParams, workerPath: string): void {
  const pulls = params.capabilities.textDocument?.diagnostic !== undefined;
  const announce = announcer(connection);
  const workspace: Workspace = new Workspace((params.initializationOptions ?? {}) as InitializationOptions, {
    onChange: (files, edited) => {
      diagnostics.changed(files, edited);
      announce.soon(workspace);
    },
    onTyped: name => lastCommit.typed(name),
    onWritten: name => {
      histories.forget();
      lastCommit.written(name);
    },
    onRead: () => {
      histories.forget();
      lastCommit.everythingRead();
    },
    log: line => connection.console.info(line),
  });
  const diagnostics = new Diagnostics(connection, workspace, pulls);
  const histories = new Histories(workspace);
  const lastCommit = new LastCommit(workspace, line => connection.console.info(line));
  const probing = new Probing(connection, workspace, workerPath);
  takeDocuments(connection, workspace);
  answerLanguage(connection, workspace, diagnostics);
  answerViews(connection, workspace, probing, announce);
  for (const answer of features) answer({ connection, workspace, probing, histories });
  liveAndEnd(connection, params, { workspace, diagnostics, probing, announce, lastCommit });
}

function takeDocuments(connection: Connection, workspace: Workspace): void {
  const documents = new TextDocuments(TextDocument);
  documents.onDidChangeContent(({ document }) => workspace.edit(document.uri, document.getText()));
  documents.onDidClose(({ document }) => workspace.close(document.uri));
  documents.listen(connection);
}

function answerLanguage(connection: Connection, workspace: Workspace, diagnostics: Diagnostics): void {
  const { estate, checker } = workspace;
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
    diagnostics.document(textDocument.uri, previousResultId),
  );
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token) =>
    diagnostics.everything(previousResultIds, token),
  );
  connection.onHover(({ textDocument, position }) => hoverAt(estate, nameOfUri(textDocument.uri), position));
  connection.onDefinition(({ textDocument, position }) => definitionAt(estate, nameOfUri(textDocument.uri), position));
  connection.onDocumentSymbol(({ textDocument }) => symbolsOf(estate, nameOfUri(textDocument.uri)));
  connection.onCompletion(({ textDocument, position }) => completeAt(estate, nameOfUri(textDocument.uri), position));
  connection.onCodeAction(async ({ textDocument, range }) => {
    await workspace.ready;
    return actionsAt(checker, nameOfUri(textDocument.uri), range);
  });
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    inlayHintsOf(estate, nameOfUri(textDocument.uri), range),
  );
  connection.onCodeLens(({ textDocument }) => lensesOf(estate, nameOfUri(textDocument.uri), commands.probe));
}

type Announcer = ReturnType<typeof announcer>;

function answerViews(connection: Connection, workspace: Workspace, probing: Probing, announce: Announcer): void {
  const whenReady =
    <T>(answer: () => T) =>
    async () => {
      await workspace.ready;
      return answer();
    };
  connection.onRequest(
    listAssets,
    whenReady(() => assetRows(workspace.checker, probing.reports)),
  );
  connection.onRequest(
    listProblems,
    whenReady(() => problemRows(workspace.estate)),
  );
  connection.onRequest(
    listSchools,
    whenReady(() => schoolRows(workspace.estate)),
  );
  connection.onRequest(probeDevices, async (params: ProbeParams, token: CancellationToken) => {
    const answer = await probing.run(params, token);
    announce.soon(workspace);
    return answer;
  });
  connection.onNotification(settingsChanged, (settings: InitializationOptions) => workspace.take(settings));
}

interface Parts {
  readonly workspace: Workspace;
  readonly diagnostics: Diagnostics;
  readonly probing: Probing;
  readonly announce: Announcer;
  readonly lastCommit: LastCommit;
}

function liveAndEnd(
  connection: Connection,
  params: InitializeParams,
  { workspace, diagnostics, probing, announce, lastCommit }: Parts,
): void {
  const folders = foldersOf(params);
  workspace.setFolders(folders);
  const ends: (() => unknown)[] = [
    () => diagnostics.dispose(),
    () => probing.close(),
    () => announce.dispose(),
    () => lastCommit.dispose(),
    watchTheDay(workspace),
  ];
  connection.onInitialized(async () => {
    if (params.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () =>
        workspace.setFolders(((await connection.workspace.getWorkspaceFolders()) ?? []).map(folder => folder.uri)),
      );
    }
    const clientWatches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    ends.push(
      await watchFiles(
        connection,
        workspace,
        clientWatches,
        folders.flatMap(uri => pathOf(nameOfUri(uri)) ?? []),
      ),
    );
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // A folder that was moved or deleted is one event, and none for its files.
    if (changes.some(({ uri }) => !isRecordFile(uri))) void workspace.rescan();
    else workspace.refresh(changes.map(({ uri }) => uri));
  });
  connection.workspace.onDidCreateFiles(() => void workspace.rescan());
  connection.workspace.onDidDeleteFiles(() => void workspace.rescan());
  connection.workspace.onDidRenameFiles(() => void workspace.rescan());
  connection.onShutdown(async () => {
    for (const end of ends) await end();
  });
}

/** Older clients name one root instead of folders; none at all is a window without a folder. */
function foldersOf({ workspaceFolders, ...older }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(folder => folder.uri);
  const root: unknown = Object.entries(older).find(([key]) => key === 'rootUri')?.[1];
  return typeof root === 'string' ? [root] : [];
}

/** Half of the rules are date rules, and some count hours: with each new hour everything is looked at anew. */
function watchTheDay(workspace: Workspace): () => void {
  const hourNow = () => workspace.estate.now('').slice(0, 13);
  let hour = hourNow();
  const timer = setInterval(() => {
    const now = hourNow();
    if (now === hour) return;
    hour = now;
    workspace.newDay();
  }, 60_000);
  timer.unref();
  return () => clearInterval(timer);
}
