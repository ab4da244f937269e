import { choice, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { roleFunctions } from '../vocabulary.data.ts';

/** A post, never a person: records name roles. */
export const role = declareKind({
  kind: 'role',
  prefix: 'ROL',
  wordsInId: true,
  label: 'Role',
  plural: 'Roles',
  about: 'A post in the school or at a supplier. Records name roles, never people.',
  fields: {
    function: choice('Function', 'What the role does in the keeping of ICT.', roleFunctions),
    held_by: reference('Held by', 'The supplier, where the post is bought in.', ['supplier']),
    deputy: reference('Deputy', 'Who stands in.', ['role', 'supplier']),
    contact: text('Contact', 'The post’s telephone number or e-mail address, never a person’s own.'),
    approval_key: text('Approval key', 'The public key with which this role signs approvals.', {
      written: 'by a command',
    }),
  },
  needs: [{ fields: ['function'] }],
  acyclic: ['deputy'],
  everyday: ['kind', 'id', 'title', 'function'],
  shared: true,
});
