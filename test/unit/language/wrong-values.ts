/** Values of the wrong form for every field that is declared, at any depth: made from the declarations, so that a new field has them, too. */
import { exampleOf } from '../../../server/model/field-kinds.ts';
import type { Field, Fields, GroupField } from '../../../server/model/field.ts';

export interface Spot {
  /** The record's own field. */
  readonly key: string;
  /** The whole way, as documentation writes it: `terms[].half_term.from`. */
  readonly path: string;
  readonly field: Field;
  /** What the record's field holds when the spot holds the value. */
  readonly wrap: (value: unknown) => unknown;
}

/** Every field there is, at any depth. */
export function spotsBelow(fields: Fields): Spot[] {
  const { kind: _, ...rest } = fields;
  return Object.entries(rest).flatMap(([key, field]) => spotsOf({ key, path: key, field, wrap: value => value }));
}

function spotsOf(here: Spot): Spot[] {
  const { key, path, field, wrap } = here;
  if (field.kind === 'list')
    return [here, ...spotsOf({ key, path: `${path}[]`, field: field.of, wrap: value => wrap([value]) })];
  if (field.kind !== 'group') return [here];
  const inner = Object.entries(field.fields).map(([name, of]) => {
    const within = (value: unknown) => wrap({ ...partsOf(field), [name]: value });
    return spotsOf({ key, path: `${path}.${name}`, field: of, wrap: within });
  });
  return [here, ...inner.flat()];
}

/** What a group must have, so that nothing else is wrong with it. */
function partsOf(field: GroupField): Record<string, string> {
  return Object.fromEntries((field.needs ?? []).map(key => [key, 'unknown']));
}

/** Values that no field of the kind takes. */
const wrong: Partial<Record<Field['kind'], readonly unknown[]>> = {
  text: [['a', 'b'], { a: 1 }],
  id: ['two words', '-x'],
  boolean: ['maybe', 3],
  integer: ['many', '£240', 2.5],
  decimal: ['many', '1,240'],
  money: ['£240', -5],
  date: ['23/11/2026', '2026-11-31', '2026-02-29', 2026, true],
  'date-time': ['2026-11-25 25:00', '2026-13-01', 'noon'],
  time: ['8.00', '24:00', 8],
  weekday: ['Wednesday', 3],
  duration: ['six months', 'P', 6],
  address: ['192.168.10.256', '192.168.10', 'printer'],
  'address-range': ['192.168.10.4', 'a-b'],
  subnet: ['192.168.10.0', '192.168.10.0/33'],
  mac: ['001b2c3d4e5f', '00:1b'],
  zone: ['+01:00', 5],
  choice: ['no such choice', 4711, ['a', 'b']],
  reference: [{ a: 1 }],
  'link-end': [{ a: 1 }],
};

/** A list takes its one item without brackets, and so refuses what an item refuses; a part may have a short form. */
export function wrongValues(field: Field): readonly unknown[] {
  if (field.kind === 'list') return field.of.kind === 'text' ? [{ a: 1 }] : [`ping, ${exampleOf(field.of)}`];
  if (field.kind !== 'group') return wrong[field.kind] ?? [];
  const short = field.short === undefined ? undefined : field.fields[field.short];
  return short ? wrongValues(short).filter(value => typeof value !== 'object') : [['a', 'b'], 'no such word'];
}
