import type { Field } from './field.ts';
import { changeTo, misread, read, type Reading } from './reading.ts';

/** A number as its digits stand there: no thousands marks, no signs of currency, no unit. */
export function readNumber(text: string, field: Field, form: 'integer' | 'decimal' | 'money'): Reading {
  const right = form === 'integer' ? /^-?\d+$/ : form === 'money' ? /^-?\d+(\.\d{1,2})?$/ : /^-?\d+(\.\d+)?$/;
  if (right.test(text)) return inRange(Number(text), text, field, form);
  const cleaned = cleanNumber(text);
  if (cleaned !== undefined && right.test(cleaned)) {
    const what = form === 'money' ? 'Write the sum in pounds, as digits only' : 'Write the number as digits only';
    return misread('form', `${what}: ${cleaned}.`, [
      { ...changeTo(cleaned, true), title: `Change ${text} to ${cleaned}` },
    ]);
  }
  if (cleaned !== undefined && form === 'integer')
    return misread('form', `This must be a whole number, and “${text}” is not.`);
  const example = form === 'money' ? '1240 or 1240.50' : form === 'integer' ? '12' : '12 or 12.5';
  return misread(
    'type',
    `“${text}” is not a ${form === 'money' ? 'sum of money' : 'number'}. Write digits: ${example} – or unknown.`,
  );
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

function inRange(value: number, text: string, field: Field, form: string): Reading {
  const least = form === 'money' ? (field.least ?? 0) : field.least;
  if (least !== undefined && value < least) return misread('range', `${text} is too small: at least ${least}.`);
  if (field.most !== undefined && value > field.most)
    return misread('range', `${text} is too large: at most ${field.most}.`);
  return Number.isSafeInteger(Math.trunc(value)) ? read(value) : misread('range', `${text} is too large to be meant.`);
}
