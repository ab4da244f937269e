import { date, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { doneBy } from '../common.ts';

/** One sheet of the plan: how a service is brought back. */
export const recoveryProcedure = declareKind({
  kind: 'recovery_procedure',
  prefix: 'DRX',
  label: 'Recovery sheet',
  plural: 'Recovery sheets',
  about: 'How one service is brought back, step by step, so that somebody else could do it.',
  fields: {
    service: reference('Service', 'Which service.', ['service']),
    steps: list('Steps', 'What is done, one after the other.', text('Step', 'One step.')),
    needs: list('Must be there', 'A spare, the backup disk, where the keys are.', text('Thing', 'One thing.')),
    check: text('How we know', 'What shows that it works again.'),
    minutes: integer('Takes', 'How long it takes.', { unit: 'minutes', least: 0 }),
    by: reference('Done by', 'The role or supplier that can do it.', ['role', 'supplier']),
    last_reviewed: date('Looked over', 'When somebody last saw that it is still right.', { done: true }),
    reviewed_by: doneBy('Looked over by', 'Which role.'),
  },
  needs: [{ fields: ['service', 'steps'] }],
  wanted: [{ fields: ['minutes', 'last_reviewed', 'check'] }],
  everyday: ['kind', 'id', 'title', 'service', 'steps'],
});
