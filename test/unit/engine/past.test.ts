import assert from 'node:assert/strict';
import { test } from 'node:test';
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
