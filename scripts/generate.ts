/**
 * Writes what is derived from declarations and rules: snippets, docs/rules.md, docs/records.md, the schema of `fits.rules`.
 * `--check` writes nothing and fails when a file is not what it would write.
 */
import fs from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { snippetOf } from '../server/language/completion.ts';
import type { Field, Fields } from '../server/model/field.ts';
import { declarations } from '../server/records/index.ts';
import { rules } from '../server/rules/index.ts';
import { inRoot } from './root.ts';
import { slipsPage } from './slips.ts';

const note = '<!-- Written by `npm run generate` from the declarations and rules. Edit those, not this. -->';

function snippets(): string {
  const entries = Object.values(declarations).map(declaration => [
    `New ${declaration.label.toLowerCase()}`,
    {
      prefix: [declaration.kind, `new ${declaration.label.toLowerCase()}`],
      description: declaration.about,
      body: [...snippetOf(declaration.kind, declaration.everyday, declaration.fields), '$0'],
    },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

function rulesPage(): string {
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

function recordsPage(): string {
  const parts = Object.values(declarations).map(({ kind, label, about, everyday, fields, prefix }) => {
    const rows = fieldRows(fields, '').map(([key, words, form]) => `| \`${key}\` | ${words} | ${form} |`);
    return `## ${label}\n\n\`kind: ${kind}\`, ids such as \`${prefix}-01\`. ${about}\n\nThe shortest one: ${everyday.map(key => `\`${key}\``).join(', ')}.\n\n| field | what it is | form |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `${note}\n\n# Record kinds\n\n\`unknown\` is an answer everywhere; it means "to be found out".\n\n${parts.join('\n')}`;
}

function fieldRows(fields: Fields, prefix: string): [string, string, string][] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const name = prefix + key;
    const inner = field.kind === 'list' ? field.of : field;
    const own: [string, string, string] = [
      name + (field.kind === 'list' ? '[]' : ''),
      `${field.label}. ${field.about}`.replaceAll('|', '/'),
      formOf(field),
    ];
    return inner.kind === 'group' ? [own, ...fieldRows(inner.fields, `${own[0]}.`)] : [own];
  });
}

function formOf(field: Field): string {
  const inner = field.kind === 'list' ? field.of : field;
  if (inner.kind === 'choice')
    return Object.keys(inner.choices)
      .map(choice => `\`${choice}\``)
      .join(' ');
  const form = inner.kind === 'reference' ? `id of: ${inner.to.join(', ')}` : inner.kind;
  return [form, inner.unit, inner.default === undefined ? '' : `default \`${inner.default}\``]
    .filter(Boolean)
    .join(', ');
}

/** package.json with the schema of the setting `fits.rules`. */
async function packageJson(): Promise<string> {
  const text = fs.readFileSync(inRoot('package.json'), 'utf8');
  const parsed = JSON.parse(text);
  const setting = parsed.contributes?.configuration?.properties?.['fits.rules'];
  if (!setting) return text;
  setting.properties = Object.fromEntries(
    rules.map(rule => [
      rule.code,
      {
        enum: ['off', 'information', 'warning', 'error', 'default'],
        default: 'default',
        description: `${rule.title}.`,
      },
    ]),
  );
  setting.additionalProperties = false;
  return format(JSON.stringify(parsed), {
    ...(await resolveConfig(inRoot('package.json'))),
    filepath: inRoot('package.json'),
  });
}

const outputs: Record<string, () => string | Promise<string>> = {
  'snippets/fits-record.code-snippets': snippets,
  'docs/rules.md': rulesPage,
  'docs/records.md': recordsPage,
  'docs/slips.md': () => slipsPage(note),
  'package.json': packageJson,
};

const check = process.argv.includes('--check');
for (const [file, make] of Object.entries(outputs)) {
  const wanted = await make();
  const present = fs.existsSync(inRoot(file)) ? fs.readFileSync(inRoot(file), 'utf8') : '';
  if (wanted === present) continue;
  if (check) {
    console.error(`${file} is not what the declarations say: run npm run generate.`);
    process.exitCode = 1;
  } else fs.writeFileSync(inRoot(file), wanted);
}
