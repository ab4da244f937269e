import { importFields, isDateField, type ImportField } from './columns.ts';
import { evidence } from './evidence.ts';
import { headingWords, neverTaken } from './headings.data.ts';
import type { ListTarget } from './list-target.ts';
import { createHeadings } from './plain-heading.ts';

const headings = createHeadings(headingWords, neverTaken);

/** A list of equipment. */
export const assetList: ListTarget<ImportField> = {
  fields: importFields,
  headings,
  isHeading: cell => headings.meant(cell).length > 0,
  evidence,
  isDated: field => isDateField(field) || field === 'replace_year',
  // One sum of money is enough, be it for one or for all.
  either: [['cost_each', 'cost_gbp']],
};
