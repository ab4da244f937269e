/** Who approves what, how large a change is, and what touches what: where a fixture with one school cannot say it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKind, type RecordOf } from '../../../server/estate/record.ts';
import { isFinalApprover, isIctOwner, profileOf } from '../../../server/facts/approvals.ts';
import { categoryOf, inSchoolHours, inStandingWindow, overlap } from '../../../server/facts/changes.ts';
import { computedPriority, priorityOf } from '../../../server/facts/problems.ts';
import { checkerOf, school } from './school.ts';

const primary = school.replace('phase: primary', 'phase: primary\npurchase_limit_gbp: 500');
const full = primary.replace('phase: primary', 'phase: primary\napprovals: full');
const people = [
  ['head', 'final_approver', 'governor'],
  ['governor', 'other', ''],
  ['deputy', 'deputy_ict_owner', ''],
  ['technician', 'maintenance', ''],
  ['bursar', 'other', ''],
]
  .map(
    ([id, job, deputy]) =>
      `---\nkind: role\nid: ${id}\ntitle: ${id}\nfunction: ${job}\n${deputy ? `deputy: ${deputy}\n` : ''}`,
  )
  .join('');
const supplier = '---\nkind: supplier\nid: SUP-1\ntitle: Network Firm\n';

const fields: Readonly<Record<string, string>> = {
  kind: 'rfc',
  id: 'RFC-1',
  title: 'New switch',
  status: 'scheduled',
  items: 'unknown',
  reason: 'It is old.',
  description: 'A new one.',
  originator: 'technician',
  raised: '2026-11-02',
  impact: 'None.',
  risk: '{ level: low }',
  plan: '[Swap]',
  back_out: 'Put it back.',
  test: 'It answers.',
  window: '{ from: 2026-12-02 16:30, to: 2026-12-02 18:00 }',
  outage: '{ expected: no }',
  implementer: 'SUP-1',
};
const change = (more: Readonly<Record<string, string>>) =>
  Object.entries({ ...fields, ...more })
    .map(([key, value]) => (value ? `${key}: ${value}\n` : ''))
    .join('');
const yes = (stage: string, by: string, on = '2026-11-03') => `{ stage: ${stage}, by: ${by}, on: ${on} }`;

function found(its: string, more: Readonly<Record<string, string>>, others = ''): string[] {
  const checker = checkerOf({
    's/school.fits.yaml': `${its}${people}${supplier}${others}`,
    's/x.fits.yaml': change(more),
  });
  return checker
    .inFile('s/x.fits.yaml')
    .filter(({ finding }) => finding.code.startsWith('CHG-'))
    .map(({ finding }) => `${finding.code} ${finding.case}`);
}

const proceed = yes('proceed', 'ict-owner');
const implement = yes('implement', 'head', '2026-11-10');
const peer = yes('peer_review', 'SUP-1', '2026-11-05');

test('two steps: the ICT owner says whether it may be planned, the last word whether it may be done', () => {
  const of = (status: string, ...approvals: string[]) =>
    found(full, { status, category: 'minor', approvals: `[${approvals.join(', ')}]` });
  assert.deepEqual(of('submitted'), []);
  assert.deepEqual(of('approved_to_proceed'), ['CHG-001 missing']);
  assert.deepEqual(of('approved_to_proceed', proceed), []);
  assert.deepEqual(of('approved_to_proceed', implement), ['CHG-001 missing'], 'the second yes is not the first');
  assert.deepEqual(of('planned', yes('proceed', 'deputy')), []);
  assert.deepEqual(of('planned', yes('proceed', 'bursar')), ['CHG-001 by']);
  assert.deepEqual(
    of('planned', yes('proceed', 'SUP-1')),
    ['CHG-003 implementer', 'CHG-001 by'].sort(),
    'a supplier never',
  );
  assert.deepEqual(of('planned', yes('proceed', 'unknown')), [], 'nobody knows who');
  assert.deepEqual(of('approved_to_implement', proceed), ['CHG-002 missing']);
  assert.deepEqual(
    of('approved_to_implement', proceed, yes('implement', 'governor', '2026-11-10')),
    [],
    'the deputy of the head',
  );
  assert.deepEqual(of('scheduled', proceed, yes('implement', 'ict-owner', '2026-11-10')), ['CHG-002 by']);
  assert.deepEqual(of('scheduled', proceed, implement), []);
  assert.deepEqual(of('scheduled', proceed, implement, '{ stage: implement, by: head, decision: more_information }'), [
    'CHG-002 missing',
  ]);
  assert.deepEqual(of('scheduled', proceed, '{ stage: implement, by: head, decision: perhaps }'), [], 'cannot be read');
});

test('one step: a second yes for what is major, or costs as much', () => {
  const of = (more: Readonly<Record<string, string>>, ...approvals: string[]) =>
    found(primary, { category: 'minor', ...more, approvals: `[${approvals.join(', ')}]` });
  assert.deepEqual(of({}, proceed), []);
  assert.deepEqual(of({ cost_gbp: '499.99' }, proceed), []);
  assert.deepEqual(of({ cost_gbp: '500' }, proceed), ['CHG-002 missing']);
  assert.deepEqual(of({ cost_gbp: '500' }, proceed, implement), []);
  assert.deepEqual(
    of({ category: 'major', status: 'approved', window: '' }, proceed),
    [],
    'before its day is set it may wait',
  );
  assert.deepEqual(of({ category: 'major' }, proceed), ['CHG-002 missing']);
  assert.deepEqual(
    found(primary.replace('phase: primary', 'phase: unknown'), { category: 'major', approvals: `[${proceed}]` }),
    [],
  );
});

test('a second pair of eyes: for larger changes, where the school has that step', () => {
  const of = (its: string, more: Readonly<Record<string, string>>, ...approvals: string[]) =>
    found(its, { ...more, approvals: `[${[proceed, implement, ...approvals].join(', ')}]` }).filter(one =>
      one.startsWith('CHG-016'),
    );
  const said = ['CHG-016 missing'];
  assert.deepEqual(of(full, { category: 'significant' }), said);
  assert.deepEqual(of(full, { category: 'significant' }, peer), []);
  assert.deepEqual(of(full, { category: 'minor' }), []);
  assert.deepEqual(of(full, { category: 'significant', status: 'planned' }), [], 'not yet');
  assert.deepEqual(of(full, { category: 'significant', status: 'peer_reviewed' }), said);
  assert.deepEqual(of(primary, { category: 'significant' }), [], 'the short way has no such step');
  assert.deepEqual(
    of(full, {
      outage: '{ expected: yes, agreed_with: [{ who: all, on: 2026-11-20 }] }',
      notice: '{ sent: 2026-11-20 }',
    }),
    said,
  );
});

test('a yes in time: before it was planned, and before the work', () => {
  const history = (on: string) => `[{ on: ${on}, from: approved_to_proceed, to: planned }]`;
  const of = (approvals: string, more: Readonly<Record<string, string>> = {}) =>
    found(full, { category: 'minor', approvals, status: 'planned', ...more });
  assert.deepEqual(of(`[${yes('proceed', 'ict-owner', '2026-11-05')}]`, { history: history('2026-11-04') }), [
    'CHG-004 late',
  ]);
  assert.deepEqual(
    of(`[${yes('proceed', 'ict-owner', '2026-11-04 12:00')}]`, { history: history('2026-11-04 09:00') }),
    [],
  );
  const again = `[${yes('proceed', 'ict-owner', '2026-11-03')}, ${yes('proceed', 'ict-owner', '2026-11-09')}]`;
  assert.deepEqual(of(again, { history: history('2026-11-04') }), [], 'asked again after the plan had changed');
  const both = (on: string) => `[${proceed}, ${yes('implement', 'head', on)}]`;
  const past = { status: 'in_progress', window: '{ from: 2026-11-18 16:30, to: 2026-11-18 18:00 }' };
  assert.deepEqual(of(both('2026-11-18 17:00'), past), []);
  assert.deepEqual(of(both('2026-11-19'), past), ['CHG-004 late']);
});

test('the way of approving follows from the phase, unless the school says it', () => {
  const of = (text: string) => {
    const { estate } = checkerOf({ 's/school.fits.yaml': text });
    return profileOf('s/x.fits.yaml', estate);
  };
  const phases = ['nursery', 'primary', 'secondary', 'all_through', 'special', 'unknown'];
  assert.deepEqual(
    phases.map(phase => of(school.replace('phase: primary', `phase: ${phase}`))),
    ['simple', 'simple', 'full', 'full', 'full', undefined],
  );
  assert.equal(of(full), 'full');
  assert.equal(of('kind: role\nid: a\ntitle: A\nfunction: other\n'), undefined);
});

test('who may say yes: by function, by being the deputy, and only as far as it is known', () => {
  const { estate } = checkerOf({ 's/school.fits.yaml': `${school}${people}${supplier}` });
  const file = 's/x.fits.yaml';
  const owners = [
    'ict-owner',
    'ICT-OWNER',
    'deputy',
    'ict_owner',
    'bursar',
    'technician',
    'SUP-1',
    'nobody',
    undefined,
  ];
  assert.deepEqual(
    owners.map(by => isIctOwner(by, file, estate)),
    [true, true, true, true, false, false, false, undefined, undefined],
  );
  assert.deepEqual(
    ['head', 'governor', 'ict-owner', 'SUP-1'].map(by => isFinalApprover(by, file, estate)),
    [true, true, false, false],
  );
  const alone = checkerOf({
    's/school.fits.yaml': `${school}---\nkind: role\nid: tech\ntitle: T\nfunction: maintenance\n`,
  });
  assert.deepEqual(
    ['ict-owner', 'tech'].map(by => isFinalApprover(by, file, alone.estate)),
    [undefined, false],
    'where nobody has the last word yet, only technical support is known not to',
  );
});

function changeIn(
  more: Readonly<Record<string, string>>,
  others: string,
): { record: RecordOf<'rfc'>; estate: ReturnType<typeof checkerOf>['estate'] } {
  const { estate } = checkerOf({ 's/school.fits.yaml': `${primary}${others}`, 's/x.fits.yaml': change(more) });
  const record = estate.files.get('s/x.fits.yaml')?.records[0];
  assert.ok(isKind(record, 'rfc'));
  return { record, estate };
}

test('how large a change is: as written, else by money, by what it touches, by what is off', () => {
  const others =
    '---\nkind: asset\nid: SRV-01\ntitle: Server\ntype: server\nlocation: unknown\ncriticality: critical\n---\nkind: asset\nid: SW-01\ntitle: Switch\ntype: switch\nlocation: unknown\ncriticality: high\n---\nkind: asset\nid: NAS-01\ntitle: Store\ntype: storage\nlocation: unknown\n---\nkind: asset\nid: PRN-01\ntitle: Printer\ntype: printer\nlocation: unknown\n---\nkind: dr_plan\nid: DRP-1\ntitle: Old\nstatus: approved\napproved: 2025-09-01\nassets: [PRN-01]\n---\nkind: dr_plan\nid: DRP-2\ntitle: New\nstatus: approved\napproved: 2026-09-01\nassets: [nas-01]\n';
  const size = (more: Readonly<Record<string, string>>) => {
    const { record, estate } = changeIn(more, others);
    return categoryOf(record, estate);
  };
  assert.equal(size({ items: '[PRN-01]' }), 'minor', 'the older plan counts no more');
  assert.equal(size({ items: '[PRN-01]', cost_gbp: '500' }), 'major');
  assert.equal(size({ items: '[PRN-01, SRV-01]' }), 'major');
  assert.equal(size({ items: '[NAS-01]' }), 'major');
  assert.equal(size({ items: '[SW-01]' }), 'significant');
  assert.equal(size({ items: '[PRN-01]', outage: '{ expected: yes }' }), 'significant');
  assert.equal(size({ items: '[SRV-01]', category: 'minor' }), 'minor', 'what is written counts');
});

test('windows: on the school’s clock, day by day', () => {
  const standing =
    '---\nkind: calendar\nid: CAL-27\ntitle: Spring\nterms:\n  - { name: spring, from: 2027-01-05, to: 2027-03-24 }\nstanding_windows:\n  - { name: Wednesday, weekday: wed, from: 17:00, to: 19:00, agreed_by: ict-owner }\n  - { name: Thursday, weekday: thu, from: 17:00, to: 19:00 }\n';
  const of = (from: string, to: string) => {
    const { record, estate } = changeIn({ window: `{ from: ${from}, to: ${to} }` }, standing);
    return [inSchoolHours(record, estate), inStandingWindow(record, estate)];
  };
  assert.deepEqual(of('2026-12-02 15:59', '2026-12-02 18:00'), [true, false]);
  assert.deepEqual(of('2026-12-02 16:00', '2026-12-02 18:00'), [false, false]);
  assert.deepEqual(of('2026-12-02 17:00', '2026-12-02 19:00'), [false, true]);
  assert.deepEqual(of('2026-12-02 17:00', '2026-12-02 19:01'), [false, false]);
  assert.deepEqual(of('2026-12-03 17:00', '2026-12-03 19:00'), [false, false], 'nobody agreed to Thursdays');
  assert.deepEqual(of('2026-12-04 20:00', '2026-12-07 07:00'), [false, false], 'over a weekend');
  assert.deepEqual(of('2026-12-04 20:00', '2026-12-07 09:00'), [true, false], 'until Monday morning');
  assert.deepEqual(of('2026-12-21 10:00', '2026-12-21 12:00'), [false, false], 'in the holidays');
  assert.deepEqual(of('2027-06-21 10:00', '2027-06-21 12:00'), [false, false], 'no calendar covers it');
  assert.deepEqual(of('2026-12-02T15:30:00Z', '2026-12-02T17:00:00Z'), [true, false]);
  assert.deepEqual(of('2026-10-02T15:30:00Z', '2026-10-02T17:00:00Z'), [false, false], '16:30 in summer time');
  assert.deepEqual(of('2026-12-02', '2026-12-02'), [false, false], 'a day without times cannot be told');
});

test('two windows overlap when they share a moment', () => {
  const at = (from: string, to: string) => ({ from: `2026-12-02T${from}`, to: `2026-12-02T${to}` });
  const zone = 'Europe/London';
  assert.equal(overlap(at('16:00', '17:00'), at('16:59', '18:00'), zone), true);
  assert.equal(overlap(at('16:00', '17:00'), at('17:00', '18:00'), zone), false);
  assert.equal(overlap(at('17:00', '18:00'), at('16:00', '17:00'), zone), false);
  assert.equal(overlap({ from: '2026-12-02', to: '2026-12-02' }, at('17:00', '18:00'), zone), true);
});

test('priority: impact times urgency, as the table has it', () => {
  const impacts = ['one_person', 'one_room', 'several_classes', 'whole_school'];
  const of = (impact: string, more: string) => {
    const { estate } = checkerOf({
      's/x.fits.yaml': `kind: problem\nid: P\ntitle: P\nassets: unknown\nimpact: ${impact}\n${more}`,
    });
    const record = estate.files.get('s/x.fits.yaml')?.records[0];
    assert.ok(isKind(record, 'problem'));
    return [computedPriority(record), priorityOf(record)];
  };
  const table = impacts.map(impact => ['low', 'medium', 'high'].map(urgency => of(impact, `urgency: ${urgency}\n`)[0]));
  assert.deepEqual(table, [
    ['low', 'low', 'medium'],
    ['low', 'medium', 'high'],
    ['medium', 'high', 'high'],
    ['high', 'high', 'critical'],
  ]);
  assert.deepEqual(
    impacts.map(impact => of(impact, '')[1]),
    ['low', 'low', 'medium', 'high'],
    'at least',
  );
  assert.deepEqual(of('one_person', 'priority: critical\n'), [undefined, 'critical']);
});
