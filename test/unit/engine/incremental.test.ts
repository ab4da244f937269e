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
    'kind: rfc\nid: RFC-1\ntitle: R\nstatus: scheduled\nitems: [A1]\nreason: r\nproblems: [PRB-1]\nwindow: { from: 2026-11-24 07:00, to: 2026-11-24 09:00 }\noutage: { expected: yes }\napprovals: [{ stage: proceed, by: ict-owner, on: 2026-11-03 }]\n',
    'kind: rfc\nid: RFC-2\ntitle: R\nstatus: planned\nitems: [B2]\nreason: r\nwindow: { from: 2026-11-24 08:00, to: 2026-11-24 10:00 }\n',
    'kind: rfc\nid: RFC-3\ntitle: R\nchange_type: standard\nstatus: scheduled\nitems: [A1]\nreason: r\nraised: 2026-11-02\nstandard_change: STD-1\n',
    'kind: standard_change\nid: STD-1\ntitle: S\nprocedure: [a]\napproved_by: ict-owner\napproved: 2026-09-01\n',
    'kind: problem\nid: PRB-2\ntitle: P\nassets: [A1]\nimpact: one_room\nstatus: resolved\nresolved: 2026-11-02\nrfc: [RFC-1]\nincidents: [INC-1]\n',
    'kind: problem\nid: PRB-3\ntitle: P\nassets: [B2]\nimpact: one_room\nstatus: deferred\nrisk: RSK-1\nrecurrence_of: PRB-2\n',
    'kind: risk\nid: RSK-1\ntitle: R\nstatus: accepted\nassets: [A1]\nreview_due: 2026-12-01\nacknowledges: [PRB-012]\n',
    'kind: incident\nid: INC-1\ntitle: I\non: 2026-11-10\nasset: A1\nby: ict-owner\n',
    'kind: incident\nid: INC-2\ntitle: I\non: 2026-11-12\nasset: A1\n',
    'kind: incident\nid: INC-3\ntitle: I\non: 2026-11-14\nasset: A1\nproblem: PRB-2\n',
    'kind: incident\nid: INC-4\ntitle: I\non: 2026-11-16\nasset: a1\n',
    'kind: dr_plan\nid: DRP-1\ntitle: D\nstatus: approved\napproved: 2026-09-01\nassets: [A1]\n',
    'kind: backup_job\nid: BKP-1\ntitle: B\nprotects: [A1]\ntarget: SUP-1\nlast_success: 2026-11-20\n',
    'kind: service\nid: SVC-2\ntitle: S\ndepends_on: [SVC-1, B2]\n',
    'kind: calendar\nid: CAL-2\ntitle: C\nterms:\n  - { from: 2027-01-05, to: 2027-03-24 }\nfreezes:\n  - { name: F, from: 2026-11-24, to: 2026-11-24 }\n',
    'kind: role\nid: ict-owner\ntitle: O\nfunction: other\n',
  ),
  fc.constantFrom(
    'kind: asset\nid: B2\ntitle: Firewall\ntype: firewall\nlocation: hall\naddress: 10.0.0.9\ncriticality: critical\n',
    'kind: asset\nid: FW-9\ntitle: Firewall\ntype: firewall\nlocation: hall\nconnected_to: [A1 port 4, B2 port 4]\n',
    'kind: asset\nid: SW-9\ntitle: Switch\ntype: switch\nlocation: SUP-1\ncriticality: high\naddress: 10.0.0.5\nconnected_to: [B2 port 4]\nchecks: [ping]\n',
    'kind: link\nid: LNK-1\ntitle: L\na: { asset: A1, port: "4" }\nb: { asset: SW-9, port: "5" }\nmedium: copper\n',
    'kind: link\nid: LNK-2\ntitle: L\na: { asset: B2, port: "4" }\nb: { asset: SW-9, port: "5" }\nmedium: copper\n',
    'kind: service\nid: SVC-9\ntitle: S\ncriticality: critical\ndepends_on: [SW-9, A1]\n',
    'kind: monitoring_policy\nid: P1\ntitle: P\napplies_to: { location: [hall] }\nchecks: [{ type: ping, warn: 200 }]\n',
  ),
  fc.constantFrom(
    'kind: maintenance_task\nid: TSK-1\ntitle: T\napplies_to: [hall]\nfrequency: weekly\nlast_done: 2026-11-09\nperformer: SUP-1\n',
    'kind: maintenance_task\nid: TSK-1\ntitle: T\nfor_all: { type: switch }\nfrequency: weekly\npurpose: alert_test\n',
    'kind: maintenance_log\nid: TLG-1\ntitle: T\ntask: TSK-1\ndate: 2026-11-16\nresult: done\n',
    'kind: maintenance_log\nid: TLG-2\ntitle: T\ntask: TSK-1\ndate: 2026-10-16\nresult: skipped\n',
    'kind: supplier\nid: SUP-1\ntitle: Supplier\ncontract: { to: 2026-11-22 }\n',
    'kind: audit\nid: AUD-1\ntitle: A\nmethod: physical\nscope: all\ndone: 2025-01-10\n',
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
