import { choice, date, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** What proves to browsers and devices that a service is the right one; it ends on a day. */
export const certificate = declareKind({
  kind: 'certificate',
  prefix: 'CRT',
  label: 'Certificate',
  plural: 'Certificates',
  about: 'What proves to browsers and devices that a service is the right one; it ends on a day.',
  fields: {
    host: text('Name', 'The name that it stands for.', { example: 'mail.exampleton.example' }),
    service: reference('Service', 'Which service uses it.', ['service']),
    asset: reference('Device', 'Which device has it.', ['asset']),
    issuer: text('From', 'Who issued it.'),
    not_after: date('Ends', 'Its last day.'),
    renewal: choice('Renewed', 'How it is renewed.', { automatic: 'By itself', manual: 'By hand' }),
    owner: reference('Looked after by', 'Which role.', ['role', 'supplier']),
  },
  needs: [{ fields: ['not_after'] }],
  wanted: [{ fields: ['host', 'owner'] }],
  everyday: ['kind', 'id', 'title', 'host', 'not_after'],
});
