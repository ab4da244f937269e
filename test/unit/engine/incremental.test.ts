import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkerOf, newChecker, school } from './school.ts';
import { seen } from './seen.ts';

const files = ['s/a.fits.yaml', 's/b.fits.yaml', 's/deep/c.fits.yaml', 'shared/d.fits.yaml', 't/e.fits.yaml'];
const ids = ['A1', 'a1', 'B2', 'hall', 'NET-1', 'SUP-1'];

const record = fc.oneof(
  fc
    .record({ kind: fc.constant('location'), id: fc.constantFrom(...ids), parent: fc.constantFrom(...ids, '') })
    .map(r => `kind: location\nid: ${r.id}\ntitle: Place ${r.id}\n${r.parent ? `parent: ${r.parent}\n` : ''}`),
  fc
    .record({
      id: fc.constantFrom(...ids),
      location: fc.constantFrom(...ids),
      serial: fc.constantFrom('s1', 's2'),
      address: fc.constantFrom('10.0.0.4', '10.1.0.4'),
    })
    .map(
      r =>
        `kind: asset\nid: ${r.id}\ntitle: Thing\ntype: switch\nlocation: ${r.location}\nserial: ${r.serial}\naddress: ${r.address}\n`,
    ),
  fc.constantFrom(
    'kind: subnet\nid: NET-1\ntitle: Net\ncidr: 10.0.0.0/24\n',
    'kind: subnet\nid: NET-2\ntitle: Net\ncidr: 10.0.0.0/16\n',
    'kind: supplier\nid: SUP-1\ntitle: Supplier\n',
  ),
  fc.constantFrom(
    school,
    'kind: school\nid: SCH-2\ntitle: Other\nphase: primary\n',
    'kind: asest\nid: A1\n',
    '- a\n- b\n',
    '',
    'title: "open\n',
    '<<<<<<< a\n=======\n>>>>>>> b\n',
  ),
  fc.constantFrom(
    'kind: problem\nid: PRB-1\ntitle: P\nassets: [A1]\nimpact: one_room\nacknowledges: [CFG-003, CFG-002]\n',
    'kind: problem\nid: PRB-1\ntitle: P\nassets: [A1]\nimpact: one_room\nstatus: closed\n',
    'kind: service\nid: SVC-1\ntitle: S\nstatus: retired\n',
    'kind: service\nid: SVC-1\ntitle: S\nstatus: proposed\ndepends_on: [SVC-1, A1]\n',
  ),
);
const edit = fc.record({
  file: fc.constantFrom(...files),
  past: fc.boolean(),
  text: fc.option(fc.array(record, { maxLength: 4 }).map(records => records.join('---\n'))),
});

test('the index after any edits is the index made from scratch', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 14 }), edits => {
      const checker = newChecker();
      const last: Record<string, string> = {};
      const before: Record<string, string> = {};
      for (const { file, past, text } of edits) {
        const texts = past ? before : last;
        if (past) checker.setPast(file, text ?? undefined);
        else checker.setFile(file, text ?? undefined);
        if (text === null) Reflect.deleteProperty(texts, file);
        else texts[file] = text;
        for (const name of Object.keys(last)) checker.inFile(name); // fill the caches, so that stale ones would show
      }
      const scratch = checkerOf(last);
      for (const [file, text] of Object.entries(before)) scratch.setPast(file, text);
      assert.deepEqual(seen(checker), seen(scratch));
    }),
    { numRuns: 400 },
  );
});

test('only the records that can change are looked at again', () => {
  const many = Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [`s/${i}.fits.yaml`, `kind: location\nid: place-${i}\ntitle: Place ${i}\n`]),
  );
  const checker = checkerOf({
    's/school.fits.yaml': school,
    ...many,
    's/x.fits.yaml': 'kind: asset\nid: SW-1\ntitle: Switch\ntype: switch\nlocation: place-7\n',
  });
  for (const file of checker.estate.files.keys()) checker.inFile(file);
  const touched = checker.setFile('s/7.fits.yaml', 'kind: location\nid: place-7b\ntitle: Place 7\n');
  assert.deepEqual([...touched].sort(), ['s/7.fits.yaml', 's/x.fits.yaml']);
});
