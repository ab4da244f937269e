import type { Field } from './field.ts';
import { changeTo, misread, read, type Reading } from './reading.ts';

type Form = 'integer' | 'decimal' | 'money';

const forms: Readonly<
  Record<Form, { readonly right: RegExp; readonly write: string; readonly what: string; readonly example: string }>
> = {
  integer: { right: /^-?\d+$/, write: 'Write the number as digits only', what: 'number', example: '12' },
  decimal: {
    right: /^-?\d+(\.\d+)?$/,
    write: 'Write the number as digits only',
    what: 'number',
    example: '12 or 12.5',
  },
  money: {
    right: /^-?\d+(\.\d{1,2})?$/,
    write: 'Write the sum in pounds, as digits only',
    what: 'sum of money',
    example: '1240 or 1240.50',
  },
};

/** A number as its digits stand there: no thousands marks, no signs of currency, no unit. */
export function readNumber(text: string, field: Field, form: Form): Reading {
  const { right, write, what, example } = forms[form];
  if (right.test(text)) return inRange(Number(text), text, field, form);
  const cleaned = cleanNumber(text);
  if (cleaned === undefined)
    return misread('type', `“${text}” is not a ${what}. Write digits: ${example} – or unknown.`);
  if (!right.test(cleaned))
    return misread(
      'form',
      form === 'integer'
        ? `This must be a whole number, and “${text}” is not.`
        : `“${text}” has too many digits behind the point.`,
    );
  return misread('form', `${write}: ${cleaned}.`, [
    { ...changeTo(cleaned, true), title: `Change ${text} to ${cleaned}` },
  ]);
}

/** `£1,240.50`, `1 240`, `240 GBP`, `24 hours`, `80 %` → the digits. */
function cleanNumber(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^(?:£|GBP|\$|€|ca\.?|approx\.?|about|~)\s*/i, '')
    .replace(
      /\s*(?:£|GBP|pounds?|p\.?a\.?|%|per ?cent|hours?|hrs?|h|days?|minutes?|mins?|years?|yrs?|Mbit\/s|Mbps|pcs|x)\.?$/i,
      '',
    );
  const joined = bare.replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '');
  return /^-?\d+(\.\d+)?$/.test(joined) ? joined : undefined;
}

function inRange(value: number, text: string, field: Field, form: Form): Reading {
  const least = form === 'money' ? (field.least ?? 0) : field.least;
  if (least !== undefined && value < least) return misread('range', `${text} is too small: at least ${least}.`);
  if (field.most !== undefined && value > field.most)
    return misread('range', `${text} is too large: at most ${field.most}.`);
  return Number.isSafeInteger(Math.trunc(value)) ? read(value) : misread('range', `${text} is too large to be meant.`);
}
