import * as vscode from 'vscode';
import { askProbe } from './ask-probe.ts';
import { chooseSchool } from './choose-school.ts';
import { logLine, schoolText } from './report-text.ts';
import { runningOrTold } from './running.ts';
import type { Tools } from './tools.ts';
import { trustedOrTold } from './trust.ts';

/** Every device of a school that has an address. How many at once is the server's business. */
export async function checkAllDevices(tools: Tools): Promise<void> {
  if (!(await trustedOrTold()) || !(await runningOrTold(tools.link))) return;
  const school = await chooseSchool(tools.link, vscode.l10n.t('Which school should be checked?'));
  if (school === undefined) return;
  const name = school.title === '' ? school.id : school.title;
  const answer = await askProbe(tools.link, vscode.l10n.t('Checking the devices of {0}', name), { school: school.id });
  if (answer === undefined || (answer.cancelled && answer.reports.length === 0)) return;
  for (const report of answer.reports) tools.log.info(logLine(vscode.l10n.t, report));
  tools.log.info(answer.summary);
  const summary = answer.cancelled ? vscode.l10n.t('Stopped before the end. {0}', answer.summary) : answer.summary;
  await tools.results.show(vscode.l10n.t('Check of {0}', name), schoolText(vscode.l10n.t, summary, answer.reports));
}
