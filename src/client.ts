import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import type { LanguageClientOptions, NodeModule } from 'vscode-languageclient/node';
import { commands } from '../server/protocol/base.ts';
import type { FindingsStore } from './findings-store.ts';
import { recordDocuments } from './record-documents.ts';
import { codeLensEnabled, inlayHintsEnabled, serverSettings } from './settings.ts';
import { redactingChannel } from './trace-channel.ts';

/** The client writes every failure to the log; what a person must know is said once, by the server link. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

interface ClientParts {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly findings: FindingsStore;
}

export function createClient({ context, log, findings }: ClientParts): LanguageClient {
  const module: NodeModule = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const options: LanguageClientOptions = {
    documentSelector: [...recordDocuments],
    initializationOptions: serverSettings,
    initializationFailedHandler: () => false,
    outputChannel: log,
    traceOutputChannel: redactingChannel(log),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'fits',
    diagnosticCollectionProvider: findings,
    diagnosticPullOptions: { onChange: true, onTabs: true, onSave: true },
    markdown: { isTrusted: { enabledCommands: [commands.probe] }, supportThemeIcons: true },
    // The link starts a fresh client instead: a client whose start was cut off cannot be used again.
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({
        action: CloseAction.DoNotRestart,
        handled: true,
        message: vscode.l10n.t('The language server has ended.'),
      }),
    },
    middleware: {
      provideCodeLenses: (document, token, next) => (codeLensEnabled() ? next(document, token) : []),
      provideInlayHints: (document, range, token, next) => (inlayHintsEnabled() ? next(document, range, token) : []),
    },
  };
  return new QuietClient('fits', 'FITS Maintenance', { run: module, debug: module }, options);
}
