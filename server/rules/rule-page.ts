import { inSentence } from '../model/words.ts';
import { declarationOf } from '../records/index.ts';
import { rules } from './index.ts';
import type { Rule } from './rule.ts';
import { sleepingRules } from './sleeping.data.ts';

/** A rule in a person's words, as Markdown below a heading of the code: what it asks, why, how grave it is, wrong and right. */
export function ruleSection(rule: Rule): string {
  const label = rule.kind === undefined ? undefined : (declarationOf(rule.kind)?.plural ?? rule.kind);
  const cases = Object.entries(rule.cases).map(([name, severity]) => `${name.replaceAll('_', ' ')}: ${severity}`);
  const looksAt = label === undefined ? '' : `Looks at: ${inSentence(label)}. `;
  const examples = rule.bad
    ? `\nWrong:\n\n\`\`\`yaml\n${rule.bad.trimEnd()}\n\`\`\`\n\nRight:\n\n\`\`\`yaml\n${rule.good.trimEnd()}\n\`\`\`\n`
    : '';
  return `**${rule.title}.** ${rule.why}\n\n${looksAt}Severity – ${cases.join(', ')}.\n${examples}`;
}

const waits = {
  measurements: 'Not active yet: it waits for measurements of the network.',
  baselines: 'Not active yet: it waits for a comparison with an agreed baseline.',
  discovery: 'Not active yet: it waits for a comparison with what is seen on the network.',
} as const;

/** What cannot be checked yet, as Markdown: nobody should think that it was looked at. */
export function sleepingSections(): string {
  return sleepingRules
    .map(({ code, title, why, needs }) => `## ${code}\n\n**${title}.** ${why}\n\n${waits[needs]}\n`)
    .join('\n');
}

/** A page about one code, or undefined where there is no such rule. */
export function rulePage(code: string): string | undefined {
  const rule = rules.find(one => one.code === code);
  if (!rule) return undefined;
  const silence = rule.firm
    ? ''
    : `\nTo silence one finding, say why in a comment on its line: \`# fits-ignore ${code}: new ones are ordered\`. `;
  return `# ${code}\n\n${ruleSection(rule)}${silence}\nHow grave it is can be changed in the settings, under \`fits.rules\`.\n`;
}
