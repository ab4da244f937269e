/** What is said of the school as a whole: nothing before it has a live service, a hint while it was never begun, a warning when it has lapsed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkerOf, school } from './school.ts';

const service =
  'kind: service\nid: SVC-1\ntitle: Files\ndepends_on: unknown\nuser_description: x\nusers: x\nhours: 24x7\nowner: unknown\nsupport_contact: unknown\ndata: none\nholds_data: no\nservice_levels: { incident_response_hours: 4 }\nlevel_basis: agreed\nreviewed: 2026-09-14\n';
const asset = 'kind: asset\nid: SRV-1\ntitle: Server\ntype: server\nlocation: unknown\nhostname: srv\nchecks: [ping]\n';
const task = (purpose: string, last: string) =>
  `kind: maintenance_task\nid: TSK-1\ntitle: Task\napplies_to: [SRV-1]\nfrequency: annual\npurpose: ${purpose}\nperformer: unknown\n${last}`;
const audit = (scope: string, done: string) =>
  `kind: audit\nid: AUD-${scope}\ntitle: Audit\nmethod: ${scope === 'all' ? 'physical' : 'sample'}\nscope: ${scope}\ndone: ${done}\nby: unknown\n`;
const baseline = (more: string) =>
  `kind: network_baseline\nid: NBL-1\ntitle: Normal\nvalues: [{ check: SRV-1/ping, typical: 1 }]\n${more}`;
const change = (more: string) =>
  `kind: rfc\nid: RFC-2026-001\ntitle: New server\nitems: [SRV-1]\nreason: x\ncategory: major\nstatus: closed\n${more}`;
const review = (day: string) =>
  `kind: document\nid: DOC-1\ntitle: Review\nkind_of_document: programme_review\nlocation_of_text: office\nreviewed: ${day}\n`;

/** `information never` of each finding of the code on the school's record. */
function said(code: string, ...records: readonly string[]): string[] {
  const checker = checkerOf({ 's/school.fits.yaml': school, 's/x.fits.yaml': records.join('---\n') });
  return checker
    .inFile('s/school.fits.yaml')
    .filter(({ finding }) => finding.code === code)
    .map(({ finding }) => `${finding.severity} ${finding.case}`);
}

describe('a school that only keeps a register is asked for nothing', () => {
  for (const code of ['MON-006', 'MON-010', 'PM-007', 'CFG-014'])
    test(code, () => {
      assert.deepEqual(said(code, asset, task('servicing', '')), []);
      assert.deepEqual(
        said(code, asset, task('servicing', ''), service.replace('title', 'status: proposed\ntitle')),
        [],
      );
      assert.equal(said(code, asset, task('servicing', ''), service)[0], 'information never');
    });
});

const cases: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['MON-006', 'a year old today', [baseline('taken: 2025-11-23\n')], []],
  ['MON-006', 'a year and a day old', [baseline('taken: 2025-11-22\n')], ['warning lapsed']],
  ['MON-006', 'valid until today', [baseline('taken: 2026-01-10\nvalid_until: 2026-11-23\n')], []],
  ['MON-006', 'valid until yesterday', [baseline('taken: 2026-01-10\nvalid_until: 2026-11-22\n')], ['warning lapsed']],
  ['MON-006', 'a major change on its day', [baseline('taken: 2026-08-10\n'), change('implemented: 2026-08-10\n')], []],
  [
    'MON-006',
    'a major change a day later',
    [baseline('taken: 2026-08-10\n'), change('implemented: 2026-08-11 17:00\n')],
    ['warning lapsed'],
  ],
  [
    'MON-006',
    'a change that is not major',
    [baseline('taken: 2026-08-10\n'), change('implemented: 2026-08-11\n').replace('major', 'minor')],
    [],
  ],
  ['MON-010', 'planned', [task('alert_test', '')], []],
  ['MON-010', 'planned no longer', [task('alert_test', 'status: retired\n')], ['information never']],
  ['PM-007', 'a year ago today', [task('servicing', ''), review('2025-11-23')], []],
  ['PM-007', 'a year and a day ago', [task('servicing', ''), review('2025-11-22')], ['warning lapsed']],
  ['PM-007', 'as a task', [task('programme_review', 'last_done: 2026-07-10\n')], []],
  ['PM-007', 'nothing is serviced yet', [], []],
  ['CFG-014', 'all a year ago, and that was the last sample', [audit('all', '2025-11-23')], ['warning sample']],
  [
    'CFG-014',
    'all a year and a day ago, a few a term ago',
    [audit('all', '2025-11-22'), audit('sample', '2026-07-24')],
    ['warning full'],
  ],
  ['CFG-014', 'a few a term and a day ago', [audit('sample', '2026-07-23')], ['warning sample']],
  ['CFG-014', 'all in summer', [audit('all', '2026-08-01')], []],
];

describe('a duty that was begun', () => {
  for (const [code, when, records, expected] of cases)
    test(`${code}: ${when}`, () => {
      assert.deepEqual(said(code, asset, service, ...records), expected);
    });
});

test('a school without checks is not asked to try an alert', () => {
  assert.deepEqual(said('MON-010', asset.replace('[ping]', '[{ type: ping, enabled: no }]'), service), []);
});
