import { choice, date, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** A text that the work rests on: a policy, a plan of the cabling, a manual, a contract. */
export const document = declareKind({
  kind: 'document',
  prefix: 'DOC',
  label: 'Document',
  plural: 'Documents',
  about: 'A text that the work rests on: a policy, a drawing, a manual, a contract – where it is, and how old.',
  fields: {
    kind_of_document: choice('Sort', 'What sort of text.', {
      policy: 'Policy',
      diagram: 'Drawing',
      manual: 'Manual',
      certificate: 'Certificate',
      contract: 'Contract',
      programme_review: 'Yearly look at the maintenance programme',
      other: 'Other',
    }),
    location_of_text: text('Kept', 'Where it is: a file beside these records, or a place.'),
    version: text('Version', 'Which version.'),
    owner: reference('Kept up by', 'The role that keeps it up to date.', ['role']),
    reviewed: date('Looked over', 'When it was last gone over.', { done: true }),
    review_due: date('Look again by', 'When it is to be gone over next.'),
    approved_by: reference('Approved by', 'The role that approved it.', ['role'], { life: 'historic' }),
  },
  needs: [{ fields: ['location_of_text'] }],
  wanted: [{ fields: ['owner', 'reviewed'] }],
  orders: [{ from: 'reviewed', to: 'review_due' }],
  everyday: ['kind', 'id', 'title', 'location_of_text', 'kind_of_document'],
  shared: true,
});
