import { fieldKinds } from '../model/field-kinds.ts';
import { plainForm } from '../model/words.ts';
import { asset } from '../records/register/asset.ts';
import type { ImportField } from './columns.ts';
import type { Evidence, KnownWords } from './list-target.ts';
import { cleanCell, readCell, typeOf } from './read-cells.ts';
import { isDayCell } from './read-day.ts';
import { makes, statusWords } from './words.data.ts';

/** How a field is told by what stands in its column. */
export interface Sign {
  readonly fits: (value: string, known: KnownWords) => boolean;
  /** What a column that fits is worth where its heading says nothing; 0 = never by its contents alone. */
  readonly alone: number | ((cells: readonly string[]) => number);
  /** What is taken off where next to nothing fits. */
  readonly against: number;
  /** The values must differ from each other. */
  readonly distinct?: true;
}

const makeNames = new Set(makes.map(plainForm));
const labelForm = /^[A-Za-z]{1,8}[-_/ ]?\d{1,6}(?:[-_/]\d{1,4})?$|^\d{3,8}$/;

function around(known: KnownWords) {
  return { today: known.today, dateOrder: 'uk', heading: '', bought: undefined } as const;
}

export const isDay: Sign['fits'] = (value, known) => isDayCell(value, known.today);
const isUntil: Sign['fits'] = (value, known) => isDay(value, known) || /^\d{1,3}\s*(?:y|m|$)/i.test(value);

const signs: Partial<Readonly<Record<ImportField, Sign>>> = {
  mac: { fits: value => isReadBy('mac', value), alone: 70, against: 90 },
  address: { fits: value => isReadBy('address', value), alone: 70, against: 90 },
  bought: { fits: (value, known) => isDay(value, known) || /^(?:19|20)\d\d$/.test(value), alone: 40, against: 60 },
  warranty_until: { fits: isUntil, alone: 0, against: 60 },
  lease_until: { fits: isUntil, alone: 0, against: 60 },
  end_of_support: { fits: isDay, alone: 0, against: 60 },
  replace_year: {
    fits: (value, known) => readCell('replace_year', value, around(known)).is === 'value',
    alone: 0,
    against: 60,
  },
  cost_gbp: {
    fits: value => /^(?:£\s*)?\d[\d,]*(?:\.\d+)?$/.test(value),
    // A sum with its sign is money, whatever the heading says.
    alone: cells => (isPounds(cells) ? 60 : 0),
    against: 60,
  },
  cost_each: { fits: value => /^(?:£\s*)?\d[\d,]*(?:\.\d+)?$/.test(value), alone: 0, against: 60 },
  quantity: { fits: value => /^\d{1,4}(?:\.0)?$/.test(value), alone: 0, against: 80 },
  location: { fits: (value, known) => known.places.has(plainForm(cleanCell(value))), alone: 55, against: 0 },
  type: { fits: value => typeOf(value) !== undefined && value.length < 40, alone: 50, against: 0 },
  make: { fits: value => makeNames.has(plainForm(value)), alone: 60, against: 0 },
  status: { fits: value => statusWords.some(one => one.words.test(value)), alone: 0, against: 30 },
  os: {
    fits: value => /\b(?:windows|chrome ?os|ipados|macos|linux|ubuntu|android|ios)\b/i.test(value),
    alone: 50,
    against: 60,
  },
  tag: { fits: value => labelForm.test(value), alone: 42, against: 30, distinct: true },
  serial: {
    fits: value => /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9-]{7,}$/.test(value),
    alone: 40,
    against: 0,
    distinct: true,
  },
  hostname: { fits: value => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value), alone: 0, against: 60, distinct: true },
  title: { fits: value => /[A-Za-z]{3}/.test(value) && !labelForm.test(value), alone: 0, against: 50 },
};

function isReadBy(field: 'mac' | 'address', value: string): boolean {
  const declared = asset.fields[field];
  const reading = fieldKinds[declared.kind].read(value.trim(), declared);
  return reading.ok || reading.fixes.length === 1;
}

function isPounds(values: readonly string[]): boolean {
  return values.filter(value => /^£\s*\d/.test(value)).length >= 0.7 * values.length;
}

/** Weighs the contents of columns by the signs of each field. */
export function createEvidence<F extends string>(
  of: Partial<Readonly<Record<F, Sign>>>,
): (field: F, values: readonly string[], known: KnownWords) => Evidence {
  return (field, values, known) => {
    const sign = of[field];
    if (!sign || values.length === 0) return { withHeading: 0, alone: 0 };
    const cells = values.map(value => value.trim());
    const share = cells.filter(value => sign.fits(value, known)).length / cells.length;
    return { withHeading: beside(sign, share), alone: alone(sign, share, cells) };
  };
}

/** How the columns of a list of equipment are told by their contents. */
export const evidence = createEvidence(signs);

/** What the contents add to a heading's own weight, or take off it. */
function beside(sign: Sign, share: number): number {
  if (share >= 0.6) return 15 * share;
  return share < (sign.against >= 60 ? 0.2 : 0.1) ? -sign.against : 0;
}

function alone(sign: Sign, share: number, cells: readonly string[]): number {
  const differ = sign.distinct !== true || new Set(cells).size >= 0.9 * cells.length;
  if (share < 0.7 || !differ) return 0;
  return share * (typeof sign.alone === 'number' ? sign.alone : sign.alone(cells));
}
