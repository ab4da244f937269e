import * as vscode from 'vscode';
import { CodeLensRequest, State, WorkDoneProgress } from 'vscode-languageclient/node';
import type { LanguageClient, WorkDoneProgressBegin, WorkDoneProgressReport } from 'vscode-languageclient/node';
import { askCredential, estateChanged, settingsChanged } from '../server/protocol/base.ts';
import type {
  CredentialAnswer,
  CredentialParams,
  EstateChanged,
  InitializationOptions,
} from '../server/protocol/base.ts';
import { judgeCrash } from './crash-budget.ts';

/** starting: also while the records are read for the first time. stopped: it is down and stays down until somebody asks. */
export type ServerState = 'starting' | 'ready' | 'stopped';

interface Surroundings {
  readonly log: vscode.LogOutputChannel;
  readonly create: () => LanguageClient;
  readonly settings: () => InitializationOptions;
  readonly credential: (asked: CredentialParams) => Promise<CredentialAnswer>;
  readonly tellCrash: (again: boolean) => void;
}

/** The one join with the language server: its life, its counts, its questions. Everything else of src asks through it. */
export class ServerLink implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** The server's state or what it knows has changed. */
  readonly onDidChange = this.changed.event;
  private client: LanguageClient | undefined;
  private crashes: readonly number[] = [];
  private now: { readonly state: ServerState; readonly estate?: EstateChanged } = { state: 'starting' };
  private readonly around: Surroundings;

  constructor(around: Surroundings) {
    this.around = around;
  }

  get state(): ServerState {
    return this.now.state;
  }

  get estate(): EstateChanged | undefined {
    return this.now.estate;
  }

  get processId(): number | undefined {
    return this.client?.serverProcess?.pid;
  }

  get serverVersion(): string {
    return this.client?.initializeResult?.serverInfo?.version ?? '';
  }

  async start(): Promise<void> {
    this.become({ state: 'starting' });
    const client = this.around.create();
    this.client = client;
    client.onNotification(estateChanged, (estate: EstateChanged) => this.become({ state: 'ready', estate }));
    client.onRequest(askCredential, (asked: CredentialParams) => this.around.credential(asked));
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped || newState === State.StartFailed) this.ended(client);
    });
    const told = JSON.stringify(this.around.settings());
    try {
      await client.start();
      // A folder may have become trusted while the server started: nobody could tell it then.
      if (JSON.stringify(this.around.settings()) !== told) this.notify(settingsChanged, this.around.settings());
    } catch (error) {
      this.around.log.error(String(error));
      this.ended(client);
    }
  }

  async restart(): Promise<void> {
    this.crashes = [];
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client !== undefined) await this.discard(client);
  }

  /** Answers undefined when the server is not there: whoever asks shows nothing rather than an error. */
  async ask<T>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<T | undefined> {
    const client = this.client;
    if (client?.isRunning() !== true) return undefined;
    const gone = whenGone(client);
    const answer = token ? client.sendRequest<T>(method, params, token) : client.sendRequest<T>(method, params);
    try {
      return await Promise.race([answer, gone.promise]);
    } finally {
      gone.dispose();
    }
  }

  notify(method: string, params: unknown): void {
    const client = this.client;
    if (client?.isRunning() !== true) return;
    client.sendNotification(method, params).catch((error: unknown) => this.around.log.error(String(error)));
  }

  /** Hears the progress that the server reports under this token. */
  onProgress(token: string, hear: (step: WorkDoneProgressBegin | WorkDoneProgressReport) => void): vscode.Disposable {
    const heard = this.client?.onProgress(WorkDoneProgress.type, token, step => {
      if (step.kind !== 'end') hear(step);
    });
    return new vscode.Disposable(() => void heard?.dispose());
  }

  refreshCodeLenses(): void {
    const feature = this.client?.getFeature(CodeLensRequest.method);
    for (const document of vscode.workspace.textDocuments)
      feature?.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private become(next: { readonly state: ServerState; readonly estate?: EstateChanged }): void {
    this.now = next;
    this.changed.fire();
  }

  /** The server's process is gone, and nobody asked for it (`stop` forgets the client first). */
  private ended(client: LanguageClient): void {
    if (this.client !== client) return;
    this.client = undefined;
    const verdict = judgeCrash(this.crashes, Date.now());
    this.crashes = verdict.recent;
    if (verdict.first || !verdict.restart) this.around.tellCrash(verdict.restart);
    this.around.log.warn(
      verdict.restart
        ? vscode.l10n.t('The language server stopped by itself and is started again.')
        : vscode.l10n.t('The language server stopped again and again; it is left stopped.'),
    );
    this.become({ state: verdict.restart ? 'starting' : 'stopped' });
    void this.discard(client);
    if (verdict.restart) void this.start();
  }

  private async discard(client: LanguageClient): Promise<void> {
    try {
      await client.dispose();
    } catch (error) {
      // A client that never got up refuses to be stopped; its process is ended by the client all the same.
      this.around.log.debug(String(error));
    }
  }
}

/** A request whose server dies is never answered by the client: this ends the waiting. */
function whenGone(client: LanguageClient): { readonly promise: Promise<undefined>; readonly dispose: () => void } {
  const listening = new vscode.EventEmitter<undefined>();
  const promise = new Promise<undefined>(settle => listening.event(settle));
  const heard = client.onDidChangeState(({ newState }) => {
    if (newState !== State.Running) listening.fire(undefined);
  });
  return { promise, dispose: () => void vscode.Disposable.from(heard, listening).dispose() };
}
