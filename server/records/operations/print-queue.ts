import { boolean, choice, integer, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { supplierReference } from '../common.ts';

/** What users print to: which printer, which rules, how many pages. */
export const printQueue = declareKind({
  kind: 'print_queue',
  prefix: 'PRQ',
  label: 'Print queue',
  plural: 'Print queues',
  about: 'What users print to: which printer, which rules, how many pages.',
  fields: {
    printer: reference('Printer', 'Which printer.', ['asset']),
    server: reference('Server', 'Which server runs it.', ['asset']),
    driver: text('Driver', 'Which driver.'),
    colour_policy: choice('Colour', 'Who may print in colour.', {
      all: 'Everyone',
      staff: 'Staff',
      none: 'Nobody',
    }),
    quota: text('Limit', 'How much each user may print.'),
    pages_month: integer('Pages a month', 'How many are printed.', { least: 0 }),
    allowance_month: integer('Pages paid for', 'How many the contract covers.', { least: 0 }),
    secure_release: boolean('Released at the printer', 'Whether a page comes only when its owner stands there.'),
    personal_data: boolean('Personal data', 'Whether pages about people are printed here.'),
    supplier: supplierReference,
  },
  needs: [{ fields: ['printer'] }],
  everyday: ['kind', 'id', 'title', 'printer'],
});
