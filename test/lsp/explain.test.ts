import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { explainRule, listRules, type ExplainAnswer, type RuleRow } from '../../server/protocol/explain.ts';
import { rules } from '../../server/rules/index.ts';
import { startClient } from './client.ts';

const files = { 'x.fits.yaml': 'kind: location\nid: hall\ntitle: Hall\nparent: nowhere\n' };

test('the code of a finding leads to its page: to the command where the editor has it, else to the installed page', async () => {
  const hrefs = async (options: object) => {
    const client = await startClient({ files, options });
    const found = await client.diagnostics('x.fits.yaml');
    await client.end();
    return found.find(one => one.code === 'GEN-003')?.codeDescription?.href ?? '';
  };
  assert.equal(await hrefs({ ruleLinks: 'command' }), 'command:fits.rule.explain?%5B%22GEN-003%22%5D');
  const page = new URL(await hrefs({}));
  assert.equal(page.hash, '#gen-003');
  page.hash = '';
  assert.match(fs.readFileSync(fileURLToPath(page), 'utf8'), /^## GEN-003$/m);
});

test('every rule is explained, and no other code', async () => {
  const client = await startClient({ files });
  const rows = await client.connection.sendRequest<RuleRow[]>(listRules, {});
  assert.deepEqual(
    rows.map(row => row.code),
    rules.map(rule => rule.code),
  );
  const explain = (code: string) => client.connection.sendRequest<ExplainAnswer>(explainRule, { code });
  for (const { code, title } of rows) assert.ok((await explain(code)).page?.includes(title), code);
  assert.deepEqual(await explain('GEN-999'), {});
  await client.end();
});
