/** docs/rules.md: each rule with why it is there, how grave it is, and its two examples; then those that are not active yet. */
import { rules } from '../server/rules/index.ts';
import { ruleSection, sleepingSections } from '../server/rules/rule-page.ts';

const intro = `Every finding has a code; each code is explained here. How grave a rule is can be set in \`fits.rules\`; a single finding is silenced with a comment that says why: \`# fits-ignore CFG-005: new ones are ordered\`.`;

export function rulesPage(note: string): string {
  const sections = rules.map(rule => `## ${rule.code}\n\n${ruleSection(rule)}`).join('\n');
  return `${note}\n\n# Rules\n\n${intro}\n\n${sections}\n# Not active yet\n\nThese look at things that do not exist yet. They find nothing.\n\n${sleepingSections()}`;
}
