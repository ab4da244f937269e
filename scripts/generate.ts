/**
 * Writes what is derived from declarations and rules: snippets, the pages docs/rules.md, docs/records.md and docs/slips.md, the JSON
 * Schema of records, the schema of `fits.rules`.
 * `--check` writes nothing and fails when a file is not what it would write.
 */
import fs from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { snippetOf } from '../server/language/completion.ts';
import { schemaOfAnyRecord } from '../server/language/json-schema.ts';
import { declarations } from '../server/records/index.ts';
import { rules } from '../server/rules/index.ts';
import { recordsPage } from './records-page.ts';
import { inRoot } from './root.ts';
import { rulesPage } from './rules-page.ts';
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
  return formatJson('package.json', parsed);
}

async function formatJson(file: string, value: unknown): Promise<string> {
  return format(JSON.stringify(value), { ...(await resolveConfig(inRoot(file))), filepath: inRoot(file) });
}

const schemaFile = 'schemas/fits-record.schema.json';

const outputs: Record<string, () => string | Promise<string>> = {
  'snippets/fits-record.code-snippets': snippets,
  'docs/rules.md': () => rulesPage(note),
  'docs/records.md': () => recordsPage(note),
  'docs/slips.md': () => slipsPage(note),
  [schemaFile]: () => formatJson(schemaFile, schemaOfAnyRecord()),
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
    continue;
  }
  fs.mkdirSync(path.dirname(inRoot(file)), { recursive: true });
  fs.writeFileSync(inRoot(file), wanted);
}
