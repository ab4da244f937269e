import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reminderDue } from '../../../src/reminder-due.ts';
import { todayNodes } from '../../../src/today-tree.ts';
import { inEnglish } from '../../../src/translate.ts';

test('the reminder comes when the working day is over, not before', () => {
  const at = (hour: number, minute: number) => new Date(2026, 10, 23, hour, minute);
  assert.deepEqual(
    [at(15, 59), at(16, 0), at(23, 59)].map(now => reminderDue(now, '16:00')),
    [false, true, true],
  );
  assert.equal(reminderDue(at(16, 20), '16:30'), false);
});

test('a line of Today says what comes next; a first step says why', () => {
  const row = {
    id: 'x',
    group: 'due' as const,
    text: 'Three laptops are due',
    details: ['one', 'two'],
    severity: 'warning' as const,
    next: { command: 'c', title: 'Open', arguments: [] },
    dismissable: false,
  };
  const [due, first] = todayNodes(inEnglish, [row, { ...row, group: 'first', severity: 'information' }]);
  assert.deepEqual(
    [due?.label, due?.description, due?.colour],
    ['Three laptops are due', '→ Open', 'list.warningForeground'],
  );
  assert.deepEqual(due?.tooltip, ['Three laptops are due', 'one', 'two', 'Enter: Open']);
  assert.deepEqual([first?.description, first?.colour], ['one', undefined]);
});
