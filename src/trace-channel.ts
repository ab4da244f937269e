import type * as vscode from 'vscode';
import { redactTrace } from './redact.ts';

/** The log, as the language client's tracer sees it: what belongs to a credential never gets through. */
export function redactingChannel(log: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const channel: Omit<vscode.LogOutputChannel, 'show'> = {
    name: log.name,
    get logLevel() {
      return log.logLevel;
    },
    onDidChangeLogLevel: log.onDidChangeLogLevel,
    trace: message => log.trace(redactTrace(message)),
    debug: message => log.debug(redactTrace(message)),
    info: message => log.info(redactTrace(message)),
    warn: message => log.warn(redactTrace(message)),
    error: problem => log.error(redactTrace(String(problem))),
    append: value => log.append(redactTrace(value)),
    appendLine: value => log.appendLine(redactTrace(value)),
    replace: value => log.replace(redactTrace(value)),
    clear: () => log.clear(),
    hide: () => log.hide(),
    dispose: () => log.dispose(),
  };
  return Object.assign(channel, { show: () => log.show(true) });
}
