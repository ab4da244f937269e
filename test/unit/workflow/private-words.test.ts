import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutPrivateWords } from '../../../server/workflow/import/private-words.ts';

test('what belongs to people is left out of words; what does not stays', () => {
  const clean = (text: string, ...people: string[]) => withoutPrivateWords(text, people, new Set(['hall']));
  for (const [text, wanted] of [
    ['Mail jane.smith@example.org or ring 01632 960123', 'Mail (left out) or ring (left out)'],
    ['Ring +44 7700 900123, or (01632) 960 123 ext. 21', 'Ring (left out), or (left out)'],
    ['Mrs Smith and Mr. O’Neill cannot print', '(left out) and (left out) cannot print'],
    ['Her password is Rainbow12, PIN: 4711', 'Her password is (left out), PIN: (left out)'],
    ['The password is wrong. It was reset', 'The password is wrong. It was reset'],
    [
      'Error 0x80070005 on 01-02-2026 08:10, port 24, 192.168.10.12',
      'Error 0x80070005 on 01-02-2026 08:10, port 24, 192.168.10.12',
    ],
    ['Serial 5CG1234ABC, room 12, ticket 20260923', 'Serial 5CG1234ABC, room 12, ticket 20260923'],
  ] as const)
    assert.equal(clean(text), wanted);
  assert.equal(
    clean("Jane's iPad: Smith, Jane says it is slow", 'Jane Smith'),
    "(left out)'s iPad: (left out) says it is slow",
  );
  assert.equal(clean('JANE SMITH cannot log in', 'Jane Smith'), '(left out) cannot log in');
  assert.equal(clean('Hall projector dark', 'Hall, Tim'), 'Hall projector dark', 'a place is no name here');
  assert.equal(clean('Reception printer jams', 'Reception'), 'Reception printer jams');
  assert.equal(clean('Year 4 printer jams', 'Year 4 teacher'), 'Year 4 printer jams', 'a post is no name');
});
