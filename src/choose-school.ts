import * as vscode from 'vscode';
import { listSchools, type SchoolRow } from '../server/protocol/base.ts';
import type { ServerLink } from './server-link.ts';

/** Asks only where there are several. Says so where there is none. */
export async function chooseSchool(link: ServerLink, question: string): Promise<SchoolRow | undefined> {
  const schools = (await link.ask<readonly SchoolRow[]>(listSchools, {})) ?? [];
  const [only] = schools;
  if (only === undefined) {
    const create = vscode.l10n.t('Create the School Record');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('There is no school record in this folder yet.'),
      create,
    );
    if (answer === create) await vscode.commands.executeCommand('fits.record.new', 'school');
    return undefined;
  }
  if (schools.length === 1) return only;
  const items = schools.map(school => ({
    label: school.title === '' ? school.id : school.title,
    description: school.id,
    school,
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: question, matchOnDescription: true });
  return chosen?.school;
}
