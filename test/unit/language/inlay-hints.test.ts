import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlayHintsOf } from '../../../server/language/inlay-hints.ts';
import { checkerOf } from '../engine/school.ts';

const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const five = 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: unknown\n';

function hints(text: string, within = everywhere): [line: number, character: number, label: string][] {
  const file = 's/x.fits.yaml';
  return inlayHintsOf(checkerOf({ [file]: text }).estate, file, within).map(({ position, label }) => [
    position.line,
    position.character,
    typeof label === 'string' ? label : '',
  ]);
}

test('what counts though nobody wrote it stands behind the kind', () => {
  assert.deepEqual(hints(`# a comment\n${five}`), [
    [1, 11, 'status: in use · how much depends on it: normal · owned: yes'],
  ]);
  assert.match(
    hints('kind: school\nid: S\ntitle: S\nphase: primary\n')[0]?.[2] ?? '',
    /time zone: Europe\/London · working day: 08:00 to 16:00/,
  );
});

test('what is written has no hint, nor what lies elsewhere, nor what cannot be read', () => {
  assert.deepEqual(hints(`${five}status: spare\ncriticality: high\nowned: no\nsupplier: unknown\n`), []);
  assert.equal(
    hints(`${five}---\n${five.replace('06', '07')}`, { ...everywhere, start: { line: 4, character: 0 } }).length,
    1,
  );
  assert.deepEqual(hints('kind: nonsense\nid: x\n'), []);
  assert.deepEqual(hints(''), []);
});
