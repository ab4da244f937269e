import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { inRoot } from '../../../scripts/root.ts';
import { judgeCrash } from '../../../src/crash-budget.ts';
import { credentialOf, nextQuestion, type CredentialDraft } from '../../../src/credential-draft.ts';
import { readCredential } from '../../../src/read-credential.ts';
import { usualFile } from '../../../server/records/file-names.data.ts';
import { readSnippets, separatorAfter } from '../../../src/record-snippets.ts';
import { redactTrace } from '../../../src/redact.ts';

test('a server that dies is started again five times in three minutes', () => {
  let crashes: readonly number[] = [];
  const verdicts = [0, 1, 2, 3, 4, 5].map(second => {
    const verdict = judgeCrash(crashes, second * 1000);
    crashes = verdict.recent;
    return verdict.restart;
  });
  assert.deepEqual(verdicts, [true, true, true, true, true, false]);
  const later = judgeCrash(crashes, 10 * 60 * 1000);
  assert.deepEqual([later.restart, later.first], [true, true], 'a quiet time forgives');
});

test('the trace loses what belongs to a credential, in both of its forms', () => {
  const asked = `Received request 'fits/credential - (3)'.\nParams: {\n  "name": "snmp-ks1"\n}`;
  const given = `Sending response 'fits/credential - (3)'. Processing request took 2ms\nResult: { "secret": { "community": "hush" } }`;
  assert.equal(redactTrace(asked), `Received request 'fits/credential - (3)'.\n…`);
  assert.doesNotMatch(redactTrace(given), /hush/);
  const message = { jsonrpc: '2.0', id: 3, result: { secret: { community: 'hush' } } };
  const answer = redactTrace(JSON.stringify({ isLSPMessage: true, type: 'send-response', message, timestamp: 1 }));
  assert.doesNotMatch(answer, /hush/);
  const request = { jsonrpc: '2.0', id: 3, method: 'fits/credential', params: { name: 'snmp-ks1' } };
  assert.doesNotMatch(redactTrace(JSON.stringify({ type: 'receive-request', message: request })), /snmp-ks1/);
  assert.equal(redactTrace('{ "send-response" "type":"send-response" hush'), '…');
  const other = `Sending request 'textDocument/hover - (4)'.\nParams: {}`;
  assert.equal(redactTrace(other), other);
});

test('the questions of a credential follow from the answers', () => {
  const asked = (draft: CredentialDraft) => nextQuestion(draft);
  assert.equal(asked({}), 'name');
  assert.equal(asked({ name: 'a', v: '2c' }), 'community');
  assert.equal(asked({ name: 'a', v: '2c', community: 'c' }), undefined);
  assert.equal(asked({ name: 'a', v: '3', user: 'u', level: 'noAuthNoPriv' }), undefined);
  assert.equal(asked({ name: 'a', v: '3', user: 'u', level: 'authNoPriv', authProtocol: 'sha' }), 'authPassword');
  const full = { name: 'a', v: '3', user: 'u', level: 'authPriv', authProtocol: 'sha', authPassword: 'p1' } as const;
  assert.equal(asked(full), 'privProtocol');
  assert.equal(credentialOf(full), undefined);
  assert.deepEqual(credentialOf({ ...full, privProtocol: 'aes', privPassword: 'p2' }), {
    v: '3',
    user: 'u',
    level: 'authPriv',
    auth: { protocol: 'sha', password: 'p1' },
    priv: { protocol: 'aes', password: 'p2' },
  });
  assert.deepEqual(credentialOf({ name: 'a', v: '1', community: 'c' }), { v: '1', community: 'c' });
});

test('a stored value that is no credential counts as missing', () => {
  assert.deepEqual(readCredential('{"v":"2c","community":"c","more":1}'), { v: '2c', community: 'c' });
  for (const text of ['', '7', 'null', '{"v":"2c"}', '{"v":"3","user":"u"}', '{"v":"4"}'])
    assert.equal(readCredential(text), undefined);
});

test('snippets are read with the kind that they open', () => {
  const text = JSON.stringify({
    Switch: { prefix: 'switch', body: ['kind: asset', 'id: ${1:SW-01}'], description: 'A network switch.' },
    'Only a field': { prefix: 'x', body: 'title: $1' },
  });
  assert.deepEqual(readSnippets(text), [
    { name: 'Switch', description: 'A network switch.', body: 'kind: asset\nid: ${1:SW-01}', kind: 'asset' },
  ]);
});

test('a new record is a record of its own, whatever the file ends with', () => {
  assert.equal(separatorAfter(''), '');
  assert.equal(separatorAfter('\n'), '');
  assert.equal(separatorAfter('kind: asset'), '\n---\n');
  assert.equal(separatorAfter('kind: asset\n'), '---\n');
  assert.equal(separatorAfter('kind: asset\r\n---\r\n'), '');
  assert.equal(separatorAfter('kind: asset\n---  # next'), '\n');
  assert.equal(usualFile('problem'), 'problems.fits.yaml');
  assert.equal(usualFile('location'), 'locations.fits.yaml');
});

test('the welcome links find their record among the generated ones', async () => {
  const text = await readFile(inRoot('snippets/fits-record.code-snippets'), 'utf8');
  const kinds = new Set(readSnippets(text).map(snippet => snippet.kind));
  for (const kind of ['school', 'asset', 'problem']) assert.ok(kinds.has(kind), kind);
});
