import * as vscode from 'vscode';
import { pageWhatWeOwn, type PageAnswer } from '../server/protocol/today.ts';
import { chooseSchool } from './choose-school.ts';
import { runningOrTold } from './running.ts';
import type { Tools } from './tools.ts';

/** One page for the head: opened in the browser, to be printed from there. */
export async function printWhatWeOwn(tools: Tools): Promise<void> {
  const { t } = vscode.l10n;
  if (!(await runningOrTold(tools.link))) return;
  const school = await chooseSchool(tools.link, t('What which school owns?'));
  if (school === undefined) return;
  const page = await tools.link.ask<PageAnswer>(pageWhatWeOwn, { school: school.id });
  if (page === undefined) return;
  // The page is read from the machine that the records are on; a remote window makes a way there.
  const url = await vscode.env.asExternalUri(vscode.Uri.parse(page.url));
  if (await vscode.env.openExternal(url)) return;
  void vscode.window.showInformationMessage(
    t('The browser did not open. The page is at {0} for ten minutes.', page.url),
  );
}
