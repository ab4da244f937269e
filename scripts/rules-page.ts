/** docs/rules.md: each rule with why it is there, how grave it is, and its two examples. */
import { rules } from '../server/rules/index.ts';

export function rulesPage(note: string): string {
  const parts = rules.map(rule => {
    const cases = Object.entries(rule.cases).map(([name, severity]) => `${name.replaceAll('_', ' ')}: ${severity}`);
    const example = rule.bad
      ? `\nWrong:\n\n\`\`\`yaml\n${rule.bad.trimEnd()}\n\`\`\`\n\nRight:\n\n\`\`\`yaml\n${rule.good.trimEnd()}\n\`\`\`\n`
      : '';
    return `## ${rule.code}\n\n**${rule.title}.** ${rule.why}\n\n${rule.kind ? `Looks at: ${rule.kind}. ` : ''}Severity – ${cases.join(', ')}.\n${example}`;
  });
  const intro = `Every finding has a code; each code is explained here. How grave a rule is can be set in \`fits.rules\`; a single finding is silenced with a comment that says why: \`# fits-ignore CFG-005: new ones are ordered\`.`;
  return `${note}\n\n# Rules\n\n${intro}\n\n${parts.join('\n')}`;
}
