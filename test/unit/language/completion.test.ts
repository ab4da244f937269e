import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { completeAt, cursorFor } from '../../../server/language/completion.ts';
import { nodeAt } from '../../../server/yaml/node.ts';
import { readRecord } from '../../../server/yaml/read-record.ts';
import { checkerOf, school } from '../engine/school.ts';

const others = `kind: location
id: KS1-store
title: KS1 store
---
kind: asset
id: SW-01
title: Core switch
type: switch
location: KS1-store
---
kind: asset
id: SW-02
title: Old switch
type: switch
status: retired
location: KS1-store
---
kind: licence
id: LIC-01
title: Antivirus
bought: 3
`;

/** The items at `<|>`, and the text after accepting one of them. */
function at(marked: string) {
  const offset = marked.indexOf('<|>');
  const text = marked.replace('<|>', '');
  const { estate } = checkerOf({ 's/school.fits.yaml': school, 's/others.fits.yaml': others, 's/x.fits.yaml': text });
  const document = TextDocument.create('s/x.fits.yaml', 'fits-record', 1, text);
  const { items } = completeAt(estate, 's/x.fits.yaml', document.positionAt(offset));
  return {
    items,
    labels: items.map(item => item.label),
    accept: (label: string) => {
      const item = items.find(one => one.label === label);
      assert.ok(item, `no ${label} among ${items.map(one => one.label).join(', ')}`);
      return accept(document, item);
    },
  };
}

function accept(document: TextDocument, item: CompletionItem): string {
  const edit = item.textEdit as TextEdit;
  return TextDocument.applyEdits(document, [
    { ...edit, newText: item.label.startsWith('New ') ? edit.newText : edit.newText.replace('$0', '') },
  ]);
}

const asset = 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\n';

test('an empty file offers whole records', () => {
  const { labels, accept } = at('<|>');
  assert.equal(labels[0], 'kind');
  assert.ok(labels.includes('New asset') && labels.includes('New problem'));
  assert.match(accept('New place'), /^kind: location\nid: \$\{1\}\ntitle: \$\{2\}\n$/);
});

test('kinds, choices with their sentence, ids by title and status, dates, the next free id', () => {
  assert.ok(at('kind: <|>\n').labels.includes('licence'));
  assert.equal(
    at('kind: asset\nid: x\ntitle: t\ntype: sw<|>\n').accept('switch'),
    'kind: asset\nid: x\ntitle: t\ntype: switch\n',
  );
  const places = at(`${asset}location: <|>\n`);
  assert.equal(places.items[0]?.label, 'KS1-store');
  assert.equal(places.items[0].labelDetails?.description, 'KS1 store');
  assert.match(places.items[0].filterText ?? '', /KS1 store/, 'found by its title, too');
  assert.equal(places.accept('KS1-store'), `${asset}location: KS1-store\n`);
  assert.deepEqual(at(`${asset}powered_by: <|>\n`).labels, ['SW-01', 'SW-02', 'unknown'], 'retired ones last');
  assert.equal(
    at(`${asset}powered_by: <|>\n`).items[1]?.labelDetails?.description,
    'Old switch · Retired, not yet disposed of',
  );
  assert.equal(at(`${asset}bought: <|>\n`).labels[0], '2026-11-23');
  assert.equal(at('kind: asset\nid: <|>\ntitle: x\ntype: switch\n').labels[0], 'SW-03');
  assert.equal(at('kind: problem\nid: <|>\ntitle: x\n').labels[0], 'PRB-2026-001');
  assert.equal(at('kind: location\nid: <|>\ntitle: Class 7, KS2\n').labels[0], 'Class-7-KS2');
});

test('keys: those that fit and are not there yet, in groups and lists, with a value at once', () => {
  const keys = at(`${asset}<|>`);
  assert.ok(!keys.labels.includes('title') && !keys.labels.includes('battery_fitted'));
  assert.equal(keys.labels[0], 'location', 'the everyday ones first');
  assert.equal(keys.accept('warranty_until'), `${asset}warranty_until: `);
  assert.equal(keys.accept('connected_to'), `${asset}connected_to:\n  - `);
  const contract = 'kind: supplier\nid: SUP-1\ntitle: S\ncontract:\n  ';
  assert.ok(at(`${contract}<|>`).labels.includes('notice_days'));
  assert.equal(at(`${contract}fr<|>\n`).accept('from'), `${contract}from: \n`);
  assert.equal(at(`${contract}fr<|>: 2026-01-01\n`).accept('from'), `${contract}from: 2026-01-01\n`);
  assert.ok(at('kind: calendar\nid: C\ntitle: T\nterms:\n  - name: a\n    <|>').labels.includes('half_term'));
});

test('values in lists: what is named already is not offered again', () => {
  const problem = 'kind: problem\nid: P\ntitle: T\nimpact: one_room\n';
  assert.deepEqual(at(`${problem}assets: [SW-01, <|>]\n`).labels, ['SW-02', 'unknown']);
  assert.deepEqual(at(`${problem}assets:\n  - SW-02\n  - <|>\n`).labels, ['SW-01', 'unknown']);
  assert.equal(at(`${problem}assets:\n  - <|>\n`).accept('SW-01'), `${problem}assets:\n  - SW-01\n`);
  assert.ok(at(`${asset}checks: [<|>]\n`).labels.includes('ping'));
});

test('nothing is offered in comments and block texts', () => {
  assert.deepEqual(at(`${asset}# <|>\n`).labels, []);
  assert.deepEqual(at(`${asset}notes: |\n  some <|>\n`).labels, []);
});

const bodies = [
  `${asset}location: KS1-store\nchecks: [ping, disk]\nconnected_to:\n  - SW-01 port 24\nmembers:\n  - tag: a\n    serial: b\n  - tag: c\nbought: 2026-01-01\n`,
  'kind: supplier\nid: SUP-1\ntitle: S\ncontract:\n  from: 2026-01-01\n  to: 2027-01-01\n\n  notice_days: 90\nprovides:\n- SW-01\n# the end\n',
  'kind: problem\r\nid: P\r\ntitle: T\r\nassets: [SW-01]\r\nincidents:\r\n  - INC-1\r\n  - ref: INC-2\r\n    on: 2026-01-01\r\nnotes: |\r\n  a\r\n  b\r\n',
  'kind: subnet\nid: N\ntitle: T\ncidr: 10.0.0.0/24\ndhcp_scope: { from: 10.0.0.1, to: 10.0.0.9 }\nchecks:\n  - type: ping\n    warn: 3\n  - dns\n',
];

test('at every place, whatever is accepted can still be read and stands where it was asked for', () => {
  let tried = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...bodies),
      fc.nat(),
      fc.constantFrom('', ' ', '\n', '\n  ', '\n    ', '\n  - ', ' '),
      fc.nat(),
      (body, seed, typed, pick) => {
        const offset = seed % (body.length + 1);
        const text = body.slice(0, offset) + typed + body.slice(offset);
        // An editor never puts the cursor between the two signs of a line end.
        if (/\r$/.test(text.slice(0, offset + typed.length)) && /^\n/.test(text.slice(offset + typed.length))) return;
        if (readRecord(text).slips.length > 0) return;
        const cursor = cursorFor(text, offset + typed.length);
        const { items } = at(`${text.slice(0, offset + typed.length)}<|>${text.slice(offset + typed.length)}`);
        const item = items[pick % Math.max(1, items.length)];
        if (!item || item.label.startsWith('New ')) return;
        tried += 1;
        const after = readRecord(accept(TextDocument.create('x', 'y', 1, text), item));
        assert.deepEqual(
          after.slips.filter(slip => slip.severity === 'error').map(slip => slip.reason),
          [],
          `${item.label} at ${offset} of ${JSON.stringify(text)}`,
        );
        const path = cursor.at === 'key' ? [...cursor.path, item.label] : cursor.path;
        const parent = nodeAt(after.root, path.slice(0, -1)).node;
        const last = path.at(-1);
        if (parent?.type === 'map')
          assert.ok(
            parent.entries.some(entry => entry.key.text === last),
            `${item.label} is at ${path.join('.')} of ${JSON.stringify(text)}`,
          );
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(tried > 300, `only ${tried} were tried`);
});
