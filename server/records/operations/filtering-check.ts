import { choice, date, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { doneBy } from '../common.ts';
import { assetTypes } from '../vocabulary.data.ts';

/** A test that the web filter works on each sort of device, or the yearly review of filtering and monitoring. */
export const filteringCheck = declareKind({
  kind: 'filtering_check',
  prefix: 'FLT',
  label: 'Filtering check',
  plural: 'Filtering checks',
  about: 'A test that the web filter works on each sort of device, or the yearly review of filtering and monitoring.',
  fields: {
    sort: choice('Sort', 'A test or the yearly review.', {
      test: 'Test: does it block what it must?',
      review: 'Review: with the safeguarding lead and a governor',
    }),
    date: date('Date', 'When.', { done: true }),
    by: doneBy('By', 'Which role.'),
    device_types: list('On', 'Sorts of device.', choice('Type', 'A sort of device.', assetTypes)),
    service: reference('Filter', 'Which service filters.', ['service'], { life: 'historic' }),
    result: choice('Result', 'How it went.', { passed: 'It works', failed: 'Something gets through' }),
    action: text('Done about it', 'What was done.'),
    signed_by: reference('Agreed by', 'The safeguarding lead or another leader.', ['role'], { life: 'historic' }),
  },
  needs: [{ fields: ['sort', 'date', 'result'] }],
  everyday: ['kind', 'id', 'title', 'sort', 'date', 'result'],
});
