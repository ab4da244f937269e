import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/model/text-edit.ts';
import { declarations } from '../../../server/records/index.ts';
import { problem } from '../host/repository.ts';
import { checkerOf, newChecker, school } from './school.ts';

const asset = (status: string) =>
  `kind: asset\nid: SW-1\ntitle: Switch\ntype: switch\nlocation: unknown\nmake: a\nmodel: b\nserial: c\nend_of_support: unknown\n${status && `status: ${status}\n`}`;

/** What GEN-008 says of the text, where the file – or another one – said something else before. */
function said(before: string, now: string, pastFile = 's/x.fits.yaml'): string[] {
  const checker = checkerOf({ 's/school.fits.yaml': school, 's/x.fits.yaml': now });
  checker.setPast(pastFile, before);
  return checker
    .inFile('s/x.fits.yaml')
    .filter(({ finding }) => finding.code === 'GEN-008')
    .map(({ finding }) => `${finding.severity} ${finding.case}: ${finding.message}`);
}

test('no way: an error that names both statuses', () => {
  assert.deepEqual(said(problem('closed'), problem('investigating')), [
    'error path: At the last commit this was “Closed”, and nothing comes after that. Put the status back, or begin a new record.',
  ]);
  assert.deepEqual(said(asset('in_use'), asset('planned')), [
    'error path: At the last commit this was “In use”, and no steps lead from there to “Planned”. Put the status back.',
  ]);
  assert.deepEqual(said(asset(''), asset('planned')), [], 'nothing was said of the device before, so this is no step');
  assert.equal(said(problem(''), problem('closed')).length, 1, 'a problem begins as logged');
});

test('more than one step: a warning that names the steps between, unless the history lists a way', () => {
  const [only, ...more] = said(problem('logged'), problem('known_error'));
  assert.equal(
    only,
    'warning unlisted: Between “Logged”, where this stood at the last commit, and “Cause known, with a way round it” come “Assigned to someone” and “Being looked into”. Write into the history when each step was taken, or put the status back.',
  );
  assert.deepEqual(more, []);
  const step = (from: string, to: string, day: number) => `  - { on: 2026-10-0${day}, from: ${from}, to: ${to} }\n`;
  const whole = `${step('logged', 'assigned', 1)}${step('assigned', 'investigating', 2)}${step('investigating', 'known_error', 3)}`;
  assert.deepEqual(said(problem('logged'), problem('known_error', `history:\n${whole}`)), []);
  const tail = step('investigating', 'known_error', 3);
  assert.equal(
    said(problem('logged'), problem('known_error', `history:\n${tail}`)).length,
    1,
    'only its end is listed',
  );
  assert.deepEqual(
    said(problem('investigating'), problem('known_error', `history:\n${tail}`)),
    [],
    'older steps need not be listed',
  );
  const detour = `${step('investigating', 'deferred', 4)}${step('deferred', 'investigating', 5)}${step('investigating', 'resolved', 6)}`;
  assert.deepEqual(said(problem('deferred'), problem('resolved', `history:\n${detour}`)), []);
});

test('one slip is one finding', () => {
  const history = 'history:\n  - { on: 2026-10-01, from: logged, to: assigned }\n';
  const cases = (before: string, now: string) => said(before, now).map(one => one.split(':')[0]);
  assert.deepEqual(cases(problem('assigned', history), problem('known_error', history)), ['error end']);
  const closed = 'history:\n  - { on: 2026-10-01, from: resolved, to: closed }\n';
  assert.deepEqual(cases(problem('closed', closed), problem('investigating', closed)), ['error path']);
  const jump = 'history:\n  - { on: 2026-10-01, from: closed, to: investigating }\n';
  assert.deepEqual(cases(problem('closed'), problem('investigating', jump)), ['error step']);
});

test('nothing is said of a step that is right, of what is new, of what cannot be told', () => {
  for (const [before, now] of [
    [problem('logged'), problem('logged')],
    [problem('logged'), problem('assigned')],
    [problem('closed').replace('001', '002'), problem('logged')],
    [asset('closed').replace('SW-1', 'PRB-2026-001'), problem('logged')],
    [problem('shut'), problem('logged')],
    [problem('unknown'), problem('logged')],
    [problem('closed'), problem('clos')],
    [problem('closed'), problem('unknown')],
    ['<<<<<<< a\n=======\n>>>>>>> b\n', problem('logged')],
    ['title: "open\n', problem('logged')],
    [`${problem('closed')}---\n${problem('logged')}`, problem('assigned')],
    [
      'kind: location\nid: hall\ntitle: Hall\nstatus: closed\n',
      'kind: location\nid: hall\ntitle: Hall\nstatus: open\n',
    ],
  ] as const)
    assert.deepEqual(said(before, now), [], `${before} → ${now}`);
});

test('a record that moved to another file of its school is still the same; one of another school is not', () => {
  assert.equal(said(problem('closed'), problem('logged'), 's/old.fits.yaml').length, 1);
  assert.equal(said(problem('closed').replace('PRB', 'prb'), problem('logged'), 's/old.fits.yaml').length, 1);
  assert.deepEqual(said(problem('closed'), problem('logged'), 'other/old.fits.yaml'), []);
  const checker = checkerOf({
    's/school.fits.yaml': school,
    't/school.fits.yaml': school.replaceAll('SCH-1', 'SCH-2'),
    's/x.fits.yaml': problem('logged'),
    't/x.fits.yaml': problem('closed'),
  });
  checker.setPast('t/x.fits.yaml', problem('closed'));
  assert.ok(!checker.inFile('s/x.fits.yaml').some(({ finding }) => finding.code === 'GEN-008'));
});

test('another commit wakes the records that it tells of, and no others', () => {
  const checker = newChecker();
  checker.setFile('s/school.fits.yaml', school);
  checker.setFile('s/x.fits.yaml', problem('logged'));
  checker.setFile('s/y.fits.yaml', asset('planned'));
  const codes = () => checker.inFile('s/x.fits.yaml').map(({ finding }) => finding.code);
  const found = () => codes().includes('GEN-008');
  assert.equal(found(), false);
  checker.inFile('s/y.fits.yaml');
  assert.deepEqual([...checker.setPast('s/old.fits.yaml', problem('closed'))], ['s/x.fits.yaml']);
  assert.equal(found(), true);
  assert.deepEqual([...checker.setPast('s/old.fits.yaml', asset('in_use'))].sort(), ['s/x.fits.yaml', 's/y.fits.yaml']);
  assert.equal(found(), false);
  checker.setPast('s/old.fits.yaml', problem('closed'));
  assert.equal(found(), true);
  checker.setPast('s/old.fits.yaml', undefined);
  assert.equal(found(), false);
});

const full = school.replace('phase: primary', 'phase: primary\napprovals: full');
const rfc = (status: string, more = '') =>
  `kind: rfc\nid: RFC-1\ntitle: New switch\n${status && `status: ${status}\n`}items: unknown\nreason: It is old.\n${more}`;

/** What GEN-008 says of a change that was something else before, in a school of either way. */
function saidOf(before: string, now: string, its = school): string[] {
  const checker = checkerOf({ 's/school.fits.yaml': its, 's/x.fits.yaml': now });
  checker.setPast('s/x.fits.yaml', before);
  return checker
    .inFile('s/x.fits.yaml')
    .filter(({ finding }) => finding.code === 'GEN-008')
    .map(({ finding }) => `${finding.severity} ${finding.case}: ${finding.message}`);
}

test('a change: the steps that were left out are those of the school’s way', () => {
  assert.deepEqual(saidOf(rfc('submitted'), rfc('scheduled')), [
    'warning unlisted: Between “Sent for approval”, where this stood at the last commit, and “Day and time are set” comes “Approved”. Write into the history when each step was taken, or put the status back.',
  ]);
  assert.deepEqual(saidOf(rfc('planned'), rfc('scheduled'), full), [
    'warning unlisted: Between “Planned”, where this stood at the last commit, and “Day and time are set” comes “May be done”. Write into the history when each step was taken, or put the status back.',
  ]);
  assert.match(
    saidOf(rfc(''), rfc('approved'))[0] ?? '',
    /^warning unlisted: .*“Approved” comes “Sent for approval”\./,
  );
  assert.match(saidOf(rfc('closed'), rfc('draft'))[0] ?? '', /^error path: .*nothing comes after that/);
  for (const [before, now, its] of [
    ['draft', 'submitted', school],
    ['submitted', 'approved', school],
    ['approved', 'scheduled', school],
    ['scheduled', 'implemented', school],
    ['planned', 'approved_to_implement', full],
    ['planned', 'draft', full],
    ['scheduled', 'planned', full],
  ] as const)
    assert.deepEqual(saidOf(rfc(before), rfc(now), its), [], `${before} → ${now}`);
});

test('a change: what only a standard one or an emergency may do', () => {
  const of = (sort: string) => `change_type: ${sort}\n`;
  assert.deepEqual(saidOf(rfc('draft'), rfc('scheduled', of('standard'))), []);
  assert.match(
    saidOf(rfc('draft'), rfc('scheduled', of('normal')))[0] ?? '',
    /^warning unlisted: .*come “Sent for approval” and “Approved”\./,
  );
  assert.deepEqual(saidOf(rfc('draft'), rfc('emergency_approved', of('emergency'))), []);
  assert.match(
    saidOf(rfc('draft'), rfc('emergency_approved'))[0] ?? '',
    /^error type: “May be done at once” is a step of a record whose “Sort of change” is “Emergency”; here it is “Normal”\./,
  );
  assert.deepEqual(
    saidOf(rfc('draft'), rfc('emergency_approved', of('unknown'))),
    [],
    'what is not known forbids nothing',
  );
  assert.match(
    saidOf(rfc('implemented', of('emergency')), rfc('closed', of('emergency')))[0] ?? '',
    /^warning unlisted: .*comes “Done in an emergency, and approved afterwards”\./,
  );
  assert.deepEqual(saidOf(rfc('implemented'), rfc('closed')), []);
  const listed = (from: string, to: string) => `history:\n  - { on: 2026-11-02, from: ${from}, to: ${to} }\n`;
  assert.match(
    saidOf(rfc('draft'), rfc('scheduled', listed('draft', 'scheduled')))[0] ?? '',
    /^error type: The step from “Draft” to “Day and time are set” belongs to a record whose “Sort of change” is “Standard”; here it is “Normal”, and then comes “Sent for approval” or “Withdrawn”\./,
  );
  assert.equal(
    saidOf(rfc('draft'), rfc('emergency_approved', listed('draft', 'emergency_approved'))).length,
    1,
    'one slip is one finding',
  );
});

test('a change: a step of the other way of approving is said kindly, and only where the way is known', () => {
  const cases = (status: string, its: string) => saidOf(rfc(status), rfc(status), its).map(one => one.split(':')[0]);
  const other = ['information profile'];
  for (const status of ['approved_to_proceed', 'planned', 'peer_reviewed', 'approved_to_implement']) {
    assert.deepEqual(cases(status, school), other, status);
    assert.deepEqual(cases(status, full), [], status);
    assert.deepEqual(cases(status, school.replace('phase: primary', 'phase: unknown')), [], status);
  }
  assert.deepEqual(cases('approved', full), other);
  assert.deepEqual(cases('approved', school.replace('phase: primary', 'phase: secondary')), other);
  for (const status of [
    'draft',
    'submitted',
    'scheduled',
    'in_progress',
    'implemented',
    'closed',
    'rejected',
    'withdrawn',
  ])
    for (const its of [school, full]) assert.deepEqual(cases(status, its), [], status);
});

test('every kind with a life: each of its steps is right, and a leap or a way back is not', () => {
  let [steps, leaps, dead] = [0, 0, 0];
  for (const { kind, life } of Object.values(declarations)) {
    if (!life) continue;
    const text = (status: string) => `kind: ${kind}\nid: X-1\ntitle: Something\nstatus: ${status}\n`;
    const cases = (before: string, now: string) =>
      saidOf(text(before), text(now), full)
        .map(one => one.split(':')[0])
        .filter(one => one !== 'information profile');
    for (const [from, next] of Object.entries(life.steps))
      for (const to of Object.keys(life.steps)) {
        const limited = (life.only ?? []).some(one => one.where && one.to === to);
        if (from === to || limited) continue;
        const found = cases(from, to);
        if (next.includes(to)) assert.deepEqual(found, [], `${kind} ${from} → ${to}`);
        else
          assert.ok(
            ['error path', 'warning unlisted'].includes(found[0] ?? ''),
            `${kind} ${from} → ${to}: ${found.join()}`,
          );
        assert.ok(found.length <= 1, `${kind} ${from} → ${to}: ${found.join()}`);
        if (next.includes(to)) steps += 1;
        else if (found[0] === 'warning unlisted') leaps += 1;
        else dead += 1;
      }
  }
  assert.ok(steps > 60 && leaps > 40 && dead > 100, `${steps} steps, ${leaps} leaps, ${dead} ways that are none`);
});

test('the fixes of a step that was left out: its entries, with days to be filled in, or the status put back', () => {
  const checker = checkerOf({
    's/school.fits.yaml': school,
    's/x.fits.yaml': rfc('scheduled', 'approvals: unknown\n'),
  });
  checker.setPast('s/x.fits.yaml', rfc('submitted'));
  const [placed] = checker.inFile('s/x.fits.yaml').filter(({ finding }) => finding.code === 'GEN-008');
  assert.deepEqual(
    placed?.finding.fixes.map(fix => fix.title),
    ['Add the 2 steps to the history'],
  );
  const fixed = applyEdits(placed.record?.source ?? '', placed.finding.fixes[0]?.edits ?? []);
  assert.ok(
    fixed.endsWith(
      'history:\n  - on:\n    from: submitted\n    to: approved\n  - on:\n    from: approved\n    to: scheduled\n',
    ),
    fixed,
  );
  checker.setFile('s/x.fits.yaml', fixed);
  assert.ok(!checker.inFile('s/x.fits.yaml').some(({ finding }) => finding.code === 'GEN-008'));
  const ended = 'history:\n  - { on: 2026-11-02, from: draft, to: submitted }\n';
  const other = checkerOf({ 's/school.fits.yaml': school, 's/x.fits.yaml': rfc('scheduled', ended) });
  const [end] = other.inFile('s/x.fits.yaml').filter(({ finding }) => finding.code === 'GEN-008');
  assert.equal(end?.finding.case, 'end');
  other.setFile('s/x.fits.yaml', applyEdits(end.record?.source ?? '', end.finding.fixes[0]?.edits ?? []));
  assert.ok(!other.inFile('s/x.fits.yaml').some(({ finding }) => finding.code === 'GEN-008'));
});
