import * as vscode from 'vscode';
import type { ProbeCommandArgument, ProbeParams } from '../server/protocol/base.ts';
import { askProbe } from './ask-probe.ts';
import { chooseDevice } from './choose-device.ts';
import { deviceText, logLine } from './report-text.ts';
import { runningOrTold } from './running.ts';
import type { Tools } from './tools.ts';
import type { TreeNode } from './tree-node.ts';
import { trustedOrTold } from './trust.ts';

/** From a tree item, from the line above an asset (school and id), or from the palette (nothing: it asks). */
export async function probeDevice(tools: Tools, from: TreeNode | ProbeCommandArgument | undefined): Promise<void> {
  if (!(await trustedOrTold()) || !(await runningOrTold(tools.link))) return;
  const wish = from === undefined ? await chooseDevice(tools.link) : wishOf(from);
  if (wish !== undefined) await probe(tools, wish);
}

function wishOf(from: TreeNode | ProbeCommandArgument): ProbeParams | undefined {
  if ('school' in from) return { school: from.school, ids: [from.id] };
  return from.place === undefined ? undefined : { school: from.place.school, ids: [from.place.id] };
}

async function probe(tools: Tools, wish: ProbeParams): Promise<void> {
  const name = wish.address ?? wish.ids?.[0] ?? '';
  const answer = await askProbe(tools.link, vscode.l10n.t('Probing {0}', name), wish);
  if (answer === undefined) return;
  for (const report of answer.reports) tools.log.info(logLine(vscode.l10n.t, report));
  const [report] = answer.reports;
  if (report !== undefined)
    await tools.results.show(vscode.l10n.t('Check of {0}', name), deviceText(vscode.l10n.t, report));
  // Nothing came of it and nobody stopped it (the record is gone, for instance): the server's sentence is the result.
  else if (!answer.cancelled) await tools.results.show(vscode.l10n.t('Check of {0}', name), answer.summary);
}
