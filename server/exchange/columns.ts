import type { Field } from '../model/field.ts';
import { asset } from '../records/register/asset.ts';

/**
 * What a column of a list of equipment can be: a field of an asset, or one of a few things that become fields on the way.
 * `tag` is the school's own label, which becomes the id where it can.
 */
export const importFields = {
  tag: 'Asset tag',
  title: 'Title',
  type: 'Type',
  location: 'Place',
  make: 'Make',
  model: 'Model',
  make_model: 'Make and model in one',
  serial: 'Serial number',
  quantity: 'How many',
  status: 'Status',
  condition: 'Condition',
  bought: 'Bought',
  order_ref: 'Order',
  cost_gbp: 'Cost',
  cost_each: 'Cost of one',
  supplier: 'Supplier',
  funding: 'Paid from',
  warranty_until: 'Warranty until',
  lease_until: 'Leased until',
  end_of_support: 'End of support',
  replace_year: 'Replace in',
  owned: 'Owned',
  os: 'Operating system',
  os_version: 'Version of the operating system',
  firmware: 'Firmware',
  hostname: 'Host name',
  address: 'Address on the network',
  mac: 'MAC address',
  notes: 'Notes',
} as const;

export type ImportField = keyof typeof importFields;

/** Which part of `03/04/2021` is the day. */
export type DateOrder = 'uk' | 'us';

/** What is done with a column. */
export interface Column<F extends string = ImportField> {
  readonly heading: string;
  /** Undefined = left out. */
  readonly field: F | undefined;
  /** Of a column of dates: how they are read. */
  readonly dateOrder?: DateOrder;
}

/** The field of an asset that the column becomes, if it is one as it is. */
export function declaredField(field: ImportField): Field | undefined {
  return Object.hasOwn(asset.fields, field) ? asset.fields[field as keyof typeof asset.fields] : undefined;
}

export function isDateField(field: ImportField | undefined): boolean {
  return field !== undefined && declaredField(field)?.kind === 'date';
}
