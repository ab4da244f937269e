import * as vscode from 'vscode';
import { commands as served, type ProbeCommandArgument } from '../server/protocol/base.ts';
import type { AssetsView } from './assets-view.ts';
import { checkAllDevices } from './check-all-command.ts';
import { saveACheckpoint } from './checkpoint-command.ts';
import { copyTheRecords } from './copy-command.ts';
import { explainFinding } from './explain-command.ts';
import { chooseFilter } from './filter-command.ts';
import { chooseGrouping } from './group-command.ts';
import { importAssets } from './import-assets-command.ts';
import { importIncidents } from './import-incidents-command.ts';
import { lookAtMyNetwork } from './look-command.ts';
import { newRecord } from './new-record-command.ts';
import { newSchool } from './new-school-command.ts';
import { newSchools } from './new-schools-command.ts';
import type { FormEditor } from './form-editor.ts';
import { openAsForm } from './open-form-command.ts';
import { openRecord } from './open-record-command.ts';
import { printWhatWeOwn } from './print-command.ts';
import { probeDevice } from './probe-command.ts';
import type { ProblemsView } from './problems-view.ts';
import { removeCredential } from './remove-credential-command.ts';
import { storeCredential } from './store-credential-command.ts';
import { copySupportText } from './support-command.ts';
import type { Tables } from './table-panel.ts';
import type { TodayNode } from './today-tree.ts';
import type { TodayView } from './today-view.ts';
import type { Tools } from './tools.ts';
import type { TreeNode } from './tree-node.ts';

interface Views {
  readonly assets: AssetsView;
  readonly problems: ProblemsView;
  readonly today: TodayView;
  readonly forms: FormEditor;
  readonly tables: Tables;
}

/** Every command of package.json, and what it does. */
export function registerCommands(tools: Tools, views: Views): vscode.Disposable {
  const table: Readonly<Record<string, (argument: unknown) => unknown>> = {
    [served.probe]: from => probeDevice(tools, from as TreeNode | ProbeCommandArgument | undefined),
    'fits.devices.checkAll': () => checkAllDevices(tools),
    'fits.network.look': argument => lookAtMyNetwork(tools, argument),
    'fits.credential.store': () => storeCredential(tools),
    'fits.credential.remove': () => removeCredential(tools),
    'fits.assets.import': argument => importAssets(tools, argument),
    'fits.incidents.import': argument => importIncidents(tools, argument),
    'fits.assets.group': () => chooseGrouping(views.assets),
    'fits.assets.filter': () => chooseFilter(views.assets),
    'fits.assets.clearFilter': () => views.assets.filterBy(''),
    'fits.view.refresh': () => {
      views.assets.provider.refresh();
      views.problems.provider.refresh();
      views.today.refresh();
    },
    'fits.school.new': () => newSchool(tools),
    'fits.schools.new': argument => newSchools(tools, argument),
    'fits.checkpoint.save': () => saveACheckpoint(tools),
    'fits.records.copy': to => copyTheRecords(tools, to),
    'fits.page.whatWeOwn': () => printWhatWeOwn(tools),
    'fits.today.dismiss': node => views.today.dismiss(node as TodayNode | undefined),
    'fits.server.restart': () => tools.link.restart(),
    'fits.log.show': () => tools.log.show(),
    'fits.record.new': from => newRecord(tools, views.forms, from),
    'fits.record.form': from => openAsForm(views.forms, from),
    'fits.table.open': kind => views.tables.open(kind),
    'fits.record.open': node => openRecord(node as TreeNode | undefined),
    'fits.rule.explain': code => explainFinding(tools, code),
    'fits.support.copy': () => copySupportText(tools),
  };
  const registered = Object.entries(table).map(([id, run]) =>
    vscode.commands.registerCommand(id, bounded(tools.log, id, run)),
  );
  return vscode.Disposable.from(...registered);
}

/** The one boundary for our own bugs: the log gets the stack, the person gets a sentence and the log. */
function bounded(
  log: vscode.LogOutputChannel,
  id: string,
  run: (argument: unknown) => unknown,
): (argument: unknown) => Promise<unknown> {
  return async argument => {
    try {
      return await run(argument);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      const show = vscode.l10n.t('Show Log');
      const answer = await vscode.window.showErrorMessage(
        vscode.l10n.t('This did not work because of a mistake in FITS Maintenance. The log says more.'),
        show,
      );
      if (answer === show) log.show();
      return undefined;
    }
  };
}
