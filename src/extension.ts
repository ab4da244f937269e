import * as vscode from 'vscode';
import type { EstateChanged } from '../server/protocol/base.ts';
import type { FitsApi } from './api.ts';
import { AssetsView } from './assets-view.ts';
import { createClient } from './client.ts';
import { registerCommands } from './commands.ts';
import { watchContextKeys } from './context-keys.ts';
import { remindOfCheckpoint } from './checkpoint-reminder.ts';
import { Credentials } from './credentials.ts';
import { FindingsStore } from './findings-store.ts';
import { registerRulePages } from './explain-command.ts';
import { FormEditor } from './form-editor.ts';
import { showNewSchool } from './new-school-command.ts';
import { ProblemsView } from './problems-view.ts';
import { Results } from './results.ts';
import { ServerLink } from './server-link.ts';
import { serverSettings, watchSettings } from './settings.ts';
import { showStatus } from './status.ts';
import { Tables } from './table-panel.ts';
import { tellCrash } from './tell-crash.ts';
import { TodayView } from './today-view.ts';
import { watchFolders } from './watch-folders.ts';

/**
 * Nothing is waited for: the views and commands are there at once and say "reading the records" until the server answers.
 * There is no `deactivate`: everything that must end is among the subscriptions.
 */
export function activate(context: vscode.ExtensionContext): FitsApi {
  const log = vscode.window.createOutputChannel('FITS Maintenance', { log: true });
  const credentials = new Credentials(context.secrets);
  const findings = new FindingsStore();
  const link = new ServerLink({
    log,
    create: () => createClient({ context, log, findings }),
    settings: serverSettings,
    credential: asked => credentials.answer(asked),
    tellCrash: again => void tellCrash(again, log),
  });
  const results = new Results();
  const assets = new AssetsView(link, context.workspaceState);
  const problems = new ProblemsView(link);
  const today = new TodayView(link, context.workspaceState);
  const forms = new FormEditor(context.extensionUri, link);
  const tables = new Tables(context.extensionUri, link, forms);
  const tools = { context, log, link, results, credentials };
  context.subscriptions.push(
    log,
    results,
    assets,
    problems,
    today,
    forms,
    tables,
    remindOfCheckpoint(today, context.workspaceState),
    watchContextKeys(link),
    watchSettings(link),
    watchFolders(link, findings),
    showStatus(link),
    registerRulePages(link),
    registerCommands(tools, { assets, problems, today, forms, tables }),
    { dispose: () => link.stop() },
    link,
  );
  void link.start();
  void showNewSchool(context);
  return {
    ready: () => whenReady(link),
    estate: () => link.estate,
    serverState: () => link.state,
    serverProcessId: () => link.processId,
    assets: () => assets.provider.roots(),
    problems: () => problems.provider.roots(),
    today: async () => (await today.ask()).lines,
    problemBadge: () => problems.shownBadge,
    results: () => results.newestFirst,
    forms: uri => forms.sessionsOf(uri),
    tables: () => tables.shown,
  };
}

function whenReady(link: ServerLink): Promise<EstateChanged> {
  return new Promise(resolve => {
    const settle = () => {
      if (link.estate !== undefined) resolve(link.estate);
      return link.estate !== undefined;
    };
    if (settle()) return;
    const heard = link.onDidChange(() => {
      if (settle()) heard.dispose();
    });
  });
}
