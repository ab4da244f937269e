import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { explainRule, listRules, type ExplainAnswer, type ExplainParams, type RuleRow } from '../protocol/explain.ts';
import { rules } from '../rules/index.ts';
import { rulePage } from '../rules/rule-page.ts';
import type { InitializationOptions } from '../protocol/base.ts';
import type { Answering } from './features.ts';

/** Answers what a code means. */
export function answerExplanations({ connection }: Answering): void {
  connection.onRequest(explainRule, ({ code }: ExplainParams): ExplainAnswer => {
    const page = rulePage(code);
    return page === undefined ? {} : { page };
  });
  connection.onRequest(listRules, (): RuleRow[] => rules.map(({ code, title }) => ({ code, title })));
}

/** The page of rules that is installed beside the server. */
const page = pathToFileURL(`${import.meta.dirname}/../docs/rules.md`);

/** Where an editor opens the explanation of a code: a command where it has ours, else the page of the installation, if it is there. */
export function linkOfRules({ ruleLinks }: InitializationOptions): (code: string) => string | undefined {
  if (ruleLinks === 'command') return code => `command:fits.rule.explain?${encodeURIComponent(JSON.stringify([code]))}`;
  return fs.existsSync(page) ? code => `${page.href}#${code.toLowerCase()}` : () => undefined;
}
