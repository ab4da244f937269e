import { choice, date, decimal, group, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { doneBy } from '../common.ts';

/** A rehearsal of the recovery plan. */
export const drTest = declareKind({
  kind: 'dr_test',
  prefix: 'DRT',
  label: 'Rehearsal',
  plural: 'Rehearsals',
  about: 'A rehearsal of the recovery plan: what was played, how long it took, what was learnt.',
  fields: {
    plan: reference('Plan', 'Which plan.', ['dr_plan'], { life: 'historic' }),
    type: choice('Sort', 'How real it was.', {
      table_top: 'Talked through at a table',
      walk_through: 'Walked through',
      technical: 'Some things really brought back',
      full: 'Everything really brought back',
    }),
    scenario: text('Story', 'What was supposed to have happened.'),
    planned: date('Planned for', 'When it is to be done.'),
    done: date('Done', 'When.', { done: true }),
    present: list('There were', 'The roles that took part.', doneBy('Role', 'A role or supplier.')),
    results: list(
      'Times',
      'How long each service took.',
      group(
        'Service',
        'One service.',
        {
          service: reference('Service', 'Which.', ['service'], { life: 'historic' }),
          target_hours: decimal('Back within', 'The longest it may take.', { unit: 'hours', least: 0 }),
          achieved_hours: decimal('Took', 'How long it took.', { unit: 'hours', least: 0 }),
        },
        { needs: ['service'] },
      ),
    ),
    findings: list(
      'Learnt',
      'What did not go well.',
      group(
        'Point',
        'One thing.',
        {
          text: text('What', 'What did not go well.'),
          action: text('To do', 'What is to be done.'),
          owner: reference('Who', 'Which role does it.', ['role', 'supplier'], { life: 'historic' }),
          due: date('By', 'Until when.'),
          status: choice('Stands', 'Whether it is settled.', { open: 'Open', closed: 'Settled' }, { default: 'open' }),
        },
        { short: 'text' },
      ),
    ),
    reported_to: list('Told', 'The roles that were told the result.', doneBy('Role', 'A role.')),
  },
  needs: [{ fields: ['plan'] }, { fields: ['done', 'planned'], oneOf: true }],
  wanted: [{ fields: ['type'] }],
  everyday: ['kind', 'id', 'title', 'plan', 'done'],
});
