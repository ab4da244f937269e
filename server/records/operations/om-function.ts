import { choice, date, group, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { omFunctions } from '../vocabulary.data.ts';

/** One field of operations management: who owns it, who does what, how far the school has come. */
export const omFunction = declareKind({
  kind: 'om_function',
  prefix: 'OMF',
  wordsInId: true,
  label: 'Field of operations',
  plural: 'Fields of operations',
  about:
    'One field of running the ICT, such as security or storage: who owns it, who does what, how far the school has come.',
  fields: {
    function: choice('Field', 'Which field.', omFunctions),
    owner: reference('Owner', 'The one role that answers for it.', ['role']),
    allocated_to: list(
      'Who does what',
      'The activities.',
      group(
        'Activity',
        'One activity.',
        {
          activity: text('What', 'What is done.'),
          by: reference('Who', 'Which role or supplier.', ['role', 'supplier']),
        },
        { short: 'activity', needs: ['activity'] },
      ),
    ),
    policy: reference('Policy', 'The document that says how.', ['document']),
    approved_by: reference('Approved by', 'The role that approved it.', ['role'], { life: 'historic' }),
    reviewed: date('Looked over', 'When it was last gone over.', { done: true }),
    assessment: list(
      'How far we are',
      'Questions, and honest answers.',
      group(
        'Question',
        'One question.',
        {
          question: text('Question', 'What is asked.'),
          answer: choice('Answer', 'The answer.', { yes: 'Yes', sometimes: 'Sometimes', no: 'No' }),
          action: text('To do', 'What is to be done.'),
          due: date('By', 'Until when.'),
        },
        { short: 'question' },
      ),
    ),
  },
  needs: [{ fields: ['function', 'owner'] }],
  wanted: [{ fields: ['reviewed'] }],
  everyday: ['kind', 'id', 'title', 'function', 'owner'],
});
