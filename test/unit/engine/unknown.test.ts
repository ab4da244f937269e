/** “Not known yet” is an answer everywhere, and what a fix writes where only a person could know more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/model/text-edit.ts';
import { checkerOf, school } from './school.ts';

const file = 's/x.fits.yaml';

function look(text: string) {
  const checker = checkerOf({ 's/school.fits.yaml': school, [file]: text });
  const placed = checker.inFile(file);
  return {
    codes: placed.map(({ finding }) => finding.code),
    said: (code: string) => placed.find(({ finding }) => finding.code === code)?.finding.message ?? '',
    mended: (code: string) => {
      const found = placed.find(({ finding }) => finding.code === code);
      const [fix] = found?.finding.fixes ?? [];
      return fix ? applyEdits(found?.record?.source ?? '', fix.edits) : undefined;
    },
  };
}

const service = (more: string) =>
  `kind: service\nid: SVC-01\ntitle: Printing\nuser_description: Print.\nusers: all\nhours: 24x7\nowner: unknown\nsupport_contact: unknown\ndata: none\nholds_data: no\n${more}level_basis: estimate\nreviewed: 2026-09-14\ndepends_on: unknown\n`;

test('unknown for a whole part answers what would stand below it, and stays to be found out', () => {
  assert.ok(look(service('')).codes.includes('GEN-015'));
  const answered = look(service('service_levels: unknown\n'));
  assert.ok(!answered.codes.includes('GEN-015'));
  assert.match(answered.said('GEN-023'), /a fault is looked at within/);
});

test('a fix for what is needed writes unknown, also behind a name that has nothing after it', () => {
  const asset = 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\n';
  assert.equal(look(asset).mended('CFG-001'), `${asset}location: unknown\n`);
  assert.equal(look(`${asset}location:\n`).mended('CFG-001'), `${asset}location: unknown\n`);
});

test('a fix for what is only wanted leaves the lines to be filled in', () => {
  const asset = 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: unknown\n';
  assert.match(look(asset).mended('GEN-023') ?? '', /^make:\nmodel:\nserial:\n/m);
});

test('a record without id or title gets the next free id, and a title that says no more than is known', () => {
  assert.equal(
    look('kind: asset\ntype: switch\nlocation: unknown\n').mended('GEN-001'),
    'kind: asset\nid: SW-01\ntitle: New asset\ntype: switch\nlocation: unknown\n',
  );
  assert.equal(
    look('kind: location\nid: KS1-store\n').mended('GEN-001'),
    'kind: location\nid: KS1-store\ntitle: KS1 store\n',
  );
});
