import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkerOf, codesIn } from './school.ts';

const school = (id: string) =>
  `kind: school\nid: ${id}\ntitle: ${id}\nphase: primary\nict_owner: unknown\nmaintenance: unknown\n---\nkind: calendar\nid: CAL\ntitle: Year\nterms:\n  - { from: 2026-09-01, to: 2026-12-18 }\n`;
const place = (id: string, more = '') => `kind: location\nid: ${id}\ntitle: Place ${id}\n${more}`;
const supplier = 'kind: supplier\nid: SUP-1\ntitle: Supplier\n';
const line = (supplierId: string) => `kind: asset\nid: WAN-1\ntitle: Line\ntype: circuit\nsupplier: ${supplierId}\n`;

/** Errors of every file that has any. */
function errors(files: Record<string, string>): Record<string, string[]> {
  const checker = checkerOf(files);
  const found = Object.keys(files).map(file => [
    file,
    checker.inFile(file).flatMap(({ finding }) => (finding.severity === 'error' ? [finding.code] : [])),
  ]);
  return Object.fromEntries(found.filter(([, codes]) => (codes?.length ?? 0) > 0)) as Record<string, string[]>;
}

test('two schools are two books: the same ids stand in both, and none names what only the other has', () => {
  const files = {
    'p/one/s.fits.yaml': school('ONE'),
    'p/two/s.fits.yaml': school('TWO'),
    'p/one/a.fits.yaml': place('hall'),
    'p/two/a.fits.yaml': place('hall'),
  };
  assert.deepEqual(errors(files), {});
  assert.deepEqual(
    errors({ ...files, 'p/one/b.fits.yaml': place('gym'), 'p/two/b.fits.yaml': place('store', 'parent: gym\n') }),
    { 'p/two/b.fits.yaml': ['GEN-003'] },
  );
});

test('records above the schools, and in a folder called shared, are seen by all of them and see no school', () => {
  const schools = { 'p/one/s.fits.yaml': school('ONE'), 'p/two/s.fits.yaml': school('TWO') };
  const naming = { 'p/one/w.fits.yaml': line('SUP-1'), 'p/two/w.fits.yaml': line('SUP-1') };
  assert.deepEqual(errors({ ...schools, ...naming, 'p/sup.fits.yaml': supplier }), {});
  assert.deepEqual(errors({ ...schools, ...naming, 'p/shared/sup.fits.yaml': supplier }), {});
  assert.deepEqual(errors({ ...schools, ...naming, 'p/other/sup.fits.yaml': supplier }), {
    'p/one/w.fits.yaml': ['GEN-003'],
    'p/two/w.fits.yaml': ['GEN-003'],
  });
  const shared = `${supplier}provides: [WAN-1]\n`;
  assert.deepEqual(errors({ ...schools, ...naming, 'p/shared/sup.fits.yaml': shared }), {
    'p/shared/sup.fits.yaml': ['GEN-003'],
  });
});

test('a school gives way to a shared record of the same id', () => {
  const files = {
    'p/one/s.fits.yaml': school('ONE'),
    'p/one/sup.fits.yaml': supplier,
    'p/shared/sup.fits.yaml': supplier,
  };
  assert.deepEqual(errors(files), { 'p/one/sup.fits.yaml': ['GEN-002'] });
});

test('a school within a school is one of its own; a second one in the same folder is a mistake', () => {
  const outer = { 's/s.fits.yaml': school('OUT'), 's/a.fits.yaml': place('hall') };
  assert.deepEqual(errors({ ...outer, 's/in/s.fits.yaml': school('IN'), 's/in/a.fits.yaml': place('hall') }), {});
  assert.deepEqual(errors({ ...outer, 's/t.fits.yaml': 'kind: school\nid: TWO\ntitle: Two\nphase: primary\n' }), {
    's/t.fits.yaml': ['GEN-002'],
  });
});

test('a shared record names roles by their function; and where folders above may not be read, what may be shared is not missed', () => {
  const checker = checkerOf({
    'p/one/s.fits.yaml': school('ONE'),
    'p/shared/r.fits.yaml': 'kind: role\nid: R\ntitle: R\nfunction: other\ndeputy: ict_owner\n',
    'p/one/w.fits.yaml': line('SUP-9'),
  });
  assert.deepEqual(codesIn(checker, 'p/shared/r.fits.yaml'), []);
  assert.deepEqual(codesIn(checker, 'p/one/w.fits.yaml'), ['GEN-003']);
  checker.estate.mayBeAbove = true;
  checker.recheckAll();
  assert.deepEqual(codesIn(checker, 'p/one/w.fits.yaml'), []);
});

test('without a school the folder is told so once', () => {
  const checker = checkerOf({ 'x/a.fits.yaml': place('hall'), 'x/b.fits.yaml': place('gym', 'parent: hall\n') });
  assert.deepEqual([codesIn(checker, 'x/a.fits.yaml'), codesIn(checker, 'x/b.fits.yaml')], [['GEN-020'], []]);
});
