import * as vscode from 'vscode';
import { explainRule, listRules, type ExplainAnswer, type RuleRow } from '../server/protocol/explain.ts';
import { runningOrTold } from './running.ts';
import type { ServerLink } from './server-link.ts';
import type { Tools } from './tools.ts';

const scheme = 'fits-rule';

/** Serves the page of a rule as a document that cannot be changed. */
export function registerRulePages(link: ServerLink): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => {
      const code = /([A-Z]+-\d+)\.md$/.exec(path)?.[1] ?? '';
      const answer = await link.ask<ExplainAnswer>(explainRule, { code });
      return answer?.page ?? vscode.l10n.t('There is no rule of this name.');
    },
  });
}

/** What a code means: from the link on a finding, or chosen from the rules, those of the present file first. */
export async function explainFinding(tools: Tools, argument: unknown): Promise<string | undefined> {
  if (!(await runningOrTold(tools.link))) return undefined;
  const code = typeof argument === 'string' ? argument : await chooseCode(tools.link);
  if (code === undefined) return undefined;
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme, path: `/${code}.md` }));
  return code;
}

async function chooseCode(link: ServerLink): Promise<string | undefined> {
  const rules = (await link.ask<readonly RuleRow[]>(listRules, {})) ?? [];
  const here = new Set(codesOfActiveFile());
  const rows = [...rules].sort((a, b) => Number(here.has(b.code)) - Number(here.has(a.code)));
  const picks = rows.map(({ code, title }) => ({
    label: title,
    description: here.has(code) ? vscode.l10n.t('{0}, in this file', code) : code,
    code,
  }));
  const placeHolder = vscode.l10n.t('What do you want explained?');
  return (await vscode.window.showQuickPick(picks, { placeHolder, matchOnDescription: true }))?.code;
}

function codesOfActiveFile(): readonly string[] {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (!uri) return [];
  return vscode.languages
    .getDiagnostics(uri)
    .flatMap(({ code }) => (typeof code === 'object' ? String(code.value) : code === undefined ? [] : String(code)));
}
