import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { definitionAt } from '../../../server/language/definition.ts';
import { hoverAt } from '../../../server/language/hover.ts';
import { symbolsOf } from '../../../server/language/symbols.ts';
import { lensesOf } from '../../../server/language/lenses.ts';
import { checkerOf, school } from '../engine/school.ts';

const places = 'kind: location\nid: KS1-store\ntitle: KS1 *store*\n';

function look(marked: string) {
  const text = marked.replace('<|>', '');
  const { estate } = checkerOf({ 's/school.fits.yaml': school, 's/places.fits.yaml': places, 's/x.fits.yaml': text });
  const place = TextDocument.create('x', 'y', 1, text).positionAt(marked.indexOf('<|>'));
  const hover = hoverAt(estate, 's/x.fits.yaml', place);
  return {
    estate,
    place,
    says: hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '',
  };
}

const asset = 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: KS1-store\nbought: 2026-12-07\n';

test('hover tells what a field is, what a choice says, how far a date is, and shows what is named', () => {
  assert.match(
    look(asset.replace('type', 'ty<|>pe')).says,
    /\*\*Type\*\*[\s\S]*`switch` – Switch: joins wired devices/,
  );
  assert.match(look(asset.replace('switch\nlo', 'swi<|>tch\nlo')).says, /^Switch: joins wired devices/);
  assert.match(look(asset.replace('2026-12', '2026<|>-12')).says, /7 December 2026, in 14 days/);
  assert.match(
    look(asset.replace('KS1-', 'KS1<|>-')).says,
    /\*\*KS1 \\\*store\\\*\*\* \(KS1-store\) · Place/,
    'text of a record is no Markdown',
  );
  assert.match(look(asset.replace('kind: as', 'kind: a<|>s')).says, /\*\*Asset\*\*/);
  assert.equal(look(`${asset}# com<|>ment\n`).says, '');
});

test('definition leads to the record that is named', () => {
  const { estate, place } = look(asset.replace('KS1-', 'KS1<|>-'));
  assert.deepEqual(definitionAt(estate, 's/x.fits.yaml', place), [
    { uri: 's/places.fits.yaml', range: { start: { line: 1, character: 4 }, end: { line: 1, character: 13 } } },
  ]);
});

test('symbols: each record with its fields, in its place', () => {
  const { estate } = look(`${asset}---\n${places}<|>`);
  const symbols = symbolsOf(estate, 's/x.fits.yaml');
  assert.deepEqual(
    symbols.map(symbol => [symbol.name, symbol.detail, symbol.selectionRange.start.line]),
    [
      ['Switch', 'SW-06 · Asset', 1],
      ['KS1 *store*', 'KS1-store · Place', 8],
    ],
  );
  assert.deepEqual(
    symbols[0]?.children?.map(child => child.name),
    ['Type', 'Place', 'Bought'],
  );
});

test('a lens only where a device can be asked', () => {
  const { estate } = look(`${asset}---\n${asset.replace('SW-06', 'SW-07')}address: 10.0.0.4\n<|>`);
  assert.deepEqual(
    lensesOf(estate, 's/x.fits.yaml', 'probe').map(lens => lens.command?.arguments),
    [[{ school: 'SCH-1', id: 'SW-07' }]],
  );
});
