import { boolean, date, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** A way into the school’s network from outside: who has it, how it is protected. */
export const remoteAccess = declareKind({
  kind: 'remote_access',
  prefix: 'RMA',
  label: 'Remote access',
  plural: 'Remote access',
  about: 'A way into the school’s network from outside: who has it, how it is protected.',
  fields: {
    who: reference('Who', 'The role or supplier that has it.', ['role', 'supplier']),
    how: text('How', 'Which program or way.'),
    to: list(
      'To',
      'What can be reached.',
      reference('Thing', 'A device, network or service.', ['asset', 'subnet', 'service']),
    ),
    mfa: boolean('Second factor', 'Whether it asks for a second proof besides the password.'),
    logged: boolean('Logged', 'Whether one can see later who was in.'),
    on_request: boolean('Opened on request', 'Whether it is open only while somebody asked for it.'),
    approved_by: reference('Approved by', 'The role that agreed.', ['role'], { life: 'historic' }),
    review_due: date('Look again by', 'Until when that holds.'),
  },
  needs: [{ fields: ['who'] }],
  wanted: [{ fields: ['mfa', 'logged'] }],
  everyday: ['kind', 'id', 'title', 'who', 'how'],
});
