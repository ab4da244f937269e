import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isKind } from '../../../server/estate/record.ts';
import { latestDay, servicingOf } from '../../../server/facts/servicing.ts';
import { checkerOf, codesIn, school } from './school.ts';

const calendar = `---
kind: calendar
id: CAL-27
title: The rest of 2026/27
terms:
  - { name: spring, from: 2027-01-05, to: 2027-03-25, half_term: { from: 2027-02-15, to: 2027-02-19 } }
  - { name: summer, from: 2027-04-12, to: 2027-07-21 }
inset_days: [2027-01-05]
`;

function servicing(task: string, logs: readonly string[] = [], file = 's/t.fits.yaml') {
  const texts = [
    `kind: maintenance_task\nid: TSK-01\ntitle: Task\napplies_to: unknown\n${task}`,
    ...logs.map((log, i) => `kind: maintenance_log\nid: TLG-${String(i)}\ntitle: Entry\ntask: tsk-01\n${log}`),
  ];
  const { estate } = checkerOf({ 's/school.fits.yaml': school + calendar, [file]: texts.join('---\n') });
  const record = estate.named('TSK-01', file);
  assert.ok(isKind(record, 'maintenance_task'));
  return servicingOf(record, estate);
}

describe('when a task is due', () => {
  const periods: readonly (readonly [string, string, string])[] = [
    ['daily', '2026-11-20', '2026-11-21'],
    ['weekly', '2026-11-20', '2026-11-27'],
    ['fortnightly', '2026-11-20', '2026-12-04'],
    ['monthly', '2027-01-31', '2027-02-28'],
    ['half_termly', '2026-11-20', '2027-01-08'],
    ['termly', '2026-11-30', '2027-02-28'],
    ['six_monthly', '2026-08-31', '2027-02-28'],
    ['annual', '2024-02-29', '2025-02-28'],
  ];
  for (const [frequency, last, due] of periods)
    test(`${frequency} after ${last} is ${due}`, () => {
      assert.equal(servicing(`frequency: ${frequency}\nlast_done: ${last}\n`).due, due);
    });

  test('another length of time, where none of the usual ones fits', () => {
    assert.equal(servicing('every: P5Y\nlast_done: 2024-02-29\n').due, '2029-02-28');
    assert.equal(servicing('every: P1M2W\nlast_done: 2026-11-20\n').due, '2027-01-03');
    assert.equal(servicing('every: PT6H\nlast_done: 2026-11-20\n').due, undefined);
  });

  const allowed: readonly (readonly [string, string, string | undefined])[] = [
    ['active_in: any', '2026-11-20', '2026-12-20'],
    ['active_in: term', '2026-11-20', '2027-01-06'], // 5 January is a training day
    ['active_in: term', '2026-11-17', '2026-12-17'],
    ['active_in: holiday', '2026-11-17', '2026-12-19'], // the first Saturday of the holidays
    ['active_in: holiday', '2027-01-10', '2027-02-15'], // half term
    ['active_in: holiday', '2027-07-10', '2027-08-10'],
    ['active_in: term', '2027-07-10', undefined], // no calendar says when the next term begins
  ];
  for (const [when, last, due] of allowed)
    test(`${when}, monthly after ${last}: ${due ?? 'cannot be told'}`, () => {
      const found = servicing(`frequency: monthly\nlast_done: ${last}\n${when}\n`);
      assert.equal(found.due, due);
    });

  test('the newest entry that says done counts, not one that failed; the written day only where no entry does', () => {
    const done = (day: string, result: string) => `date: ${day}\nresult: ${result}\nfindings: x\n`;
    const logs = [done('2026-11-10', 'done_with_findings'), done('2026-11-12', 'failed'), done('2026-10-01', 'done')];
    const found = servicing('frequency: weekly\nlast_done: 2026-09-01\n', logs);
    assert.equal(found.lastDone, '2026-11-10');
    assert.equal(found.due, '2026-11-17');
  });

  test('an entry that it was left out settles that time; one that moved it says the day', () => {
    const skipped = (more: string) => [`date: 2026-11-19\nresult: skipped\n${more}`];
    const task = 'frequency: weekly\nlast_done: 2026-11-12\n';
    assert.equal(servicing(task, skipped('skipped_reason: x\n')).due, '2026-11-26');
    assert.equal(servicing(task, skipped('moved_to: 2026-11-24\n')).due, '2026-11-24');
    assert.equal(servicing(task, skipped('moved_to: 2026-11-24\n')).lastDone, '2026-11-12');
  });

  test('a written day counts until the task is done after it', () => {
    assert.equal(servicing('frequency: weekly\nlast_done: 2026-11-12\nnext_due: 2026-12-01\n').due, '2026-12-01');
    assert.equal(servicing('frequency: weekly\nlast_done: 2026-12-01\nnext_due: 2026-12-01\n').due, '2026-12-08');
    assert.equal(servicing('frequency: weekly\nnext_due: 2026-12-01\n').due, '2026-12-01');
    assert.equal(servicing('frequency: weekly\n').due, undefined);
  });

  test('what falls on the weekend is kept on Monday', () => {
    assert.deepEqual(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(latestDay), [
      '2026-11-20',
      '2026-11-23',
      '2026-11-23',
      '2026-11-23',
    ]);
  });
});

describe('what overdue servicing offers', () => {
  const task =
    'kind: maintenance_task\nid: TSK-01\ntitle: Alert test\napplies_to: unknown\nfrequency: monthly\nperformer: ict-owner\nlast_done: 2026-10-10\nnext_due: 2026-11-12\ndue_reason: x\n';

  test('each of its answers settles it and leaves no other finding than things not known yet', () => {
    const checker = checkerOf({ 's/school.fits.yaml': school + calendar, 's/t.fits.yaml': task });
    const [finding] = checker
      .inFile('s/t.fits.yaml')
      .map(one => one.finding)
      .filter(({ code }) => code === 'PM-001');
    assert.deepEqual(
      finding?.fixes.map(({ title }) => title),
      [
        'Done today',
        'Done today, and something was found',
        'Move it to 24 November 2026',
        'Leave it out this time, because …',
      ],
    );
    for (const fix of finding.fixes) {
      let text = task;
      for (const { start, end, text: put } of [...fix.edits].sort((a, b) => b.start - a.start))
        text = text.slice(0, start) + put + text.slice(end);
      const after = checkerOf({
        's/school.fits.yaml': school + calendar,
        's/t.fits.yaml': `${text}---\n${fix.append?.text ?? ''}`,
      });
      const left = codesIn(after, 's/t.fits.yaml').filter(code => code !== 'GEN-023');
      assert.deepEqual(left, [], `${fix.title}\n${text}---\n${fix.append?.text ?? ''}`);
    }
  });
});

test('a task that many schools share is judged in each school by its own entries; where it was never done nothing can be told', () => {
  const shared =
    'kind: maintenance_task\nid: TSK-01\ntitle: Dusting\nfor_all: { type: server }\nfrequency: weekly\nperformer: maintenance\n';
  const log = (date: string) =>
    `kind: maintenance_log\nid: TLG-01\ntitle: Dusted\ntask: TSK-01\ndate: ${date}\nresult: done\nby: unknown\n`;
  const schools = Object.fromEntries(
    ['a', 'b', 'c'].map(name => [`p/${name}/school.fits.yaml`, school.replace('SCH-1', `SCH-${name}`) + calendar]),
  );
  const checker = checkerOf({
    ...schools,
    'p/shared/t.fits.yaml': shared,
    'p/a/l.fits.yaml': log('2026-11-10'),
    'p/b/l.fits.yaml': log('2026-11-20'),
  });
  const said = (file: string) =>
    checker
      .inFile(file)
      .filter(({ finding }) => finding.code.startsWith('PM'))
      .map(({ finding }) => finding.message);
  assert.deepEqual(said('p/a/school.fits.yaml'), [
    'Dusting (TSK-01), which is done in all schools, was due on 17 November 2026, four school days ago. Do it and write it down, move it, or say why it is left out.',
  ]);
  assert.deepEqual(said('p/b/school.fits.yaml'), []);
  assert.deepEqual(said('p/c/school.fits.yaml'), []);
  assert.deepEqual(said('p/shared/t.fits.yaml'), []);
});
