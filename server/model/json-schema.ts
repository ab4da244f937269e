import type { ChoiceField, Field, ListField } from './field.ts';

/**
 * JSON Schema (draft 2020-12) of the values that fields take, for editors of other makers. It sees what YAML makes of the text, while we
 * read the text itself: `serial: 123456` is a number there and stays a text here, so a schema takes every sort that YAML may see.
 * `unknown` is an answer everywhere, and nothing at all (null) means that the field is not written.
 */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Any words: YAML takes some for numbers, or for yes and no. */
export function wordsSchema(): JsonSchema {
  return { type: ['string', 'number', 'boolean', 'null'] };
}

const month31 = '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])';
const month30 = '(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)';
const february = '02-(?:0[1-9]|1\\d|2[0-8])';
const leapYear = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
/** Days that the calendar has. */
const day = `(?:\\d{4}-(?:${month31}|${month30}|${february})|${leapYear}-02-29)`;
const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const part = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = `${part}(?:\\.${part}){3}`;
const ipv6 = '(?=[^:]*:)[0-9A-Fa-f:]{2,39}';
const address = `(?:${ipv4}|${ipv6})`;

/** Texts that must have a form: what stands between `^` and `$`, and what an editor says where it does not fit. */
const forms = {
  date: [day, 'Write the date as year-month-day: 2026-11-23 – or unknown.'],
  'date-time': [
    `${day}(?:[T ]${clock}(?::\\d{2})?(?:Z|[+-]\\d{2}:\\d{2})?)?`,
    'Write it as year-month-day, with hours and minutes where they matter: 2026-11-25 16:30 – or unknown.',
  ],
  time: [clock, 'Write the time as hours and minutes: 08:00 – or unknown.'],
  duration: [
    'P(?=\\d|T\\d)(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?)?',
    'Write it like P6M (six months), P2W (two weeks) or P10D (ten days) – or unknown.',
  ],
  address: [address, 'Write four numbers with dots, such as 192.168.10.12 – or unknown.'],
  'address-range': [
    `${address}\\s*[-–]\\s*${address}`,
    'Write the first and the last address: 192.168.10.31-192.168.10.40 – or unknown.',
  ],
  subnet: [
    `(?:${ipv4}/0*(?:[12]?\\d|3[0-2])|${ipv6}/\\d{1,3})`,
    'Write the network and its length: 192.168.10.0/24 – or unknown.',
  ],
  mac: ['[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}', 'Write six pairs, such as 00:1b:2c:3d:4e:5f – or unknown.'],
  zone: ['[A-Za-z][A-Za-z0-9_+/:-]*', 'Write the name of the time zone, such as Europe/London – or unknown.'],
} as const;

export function formSchema(form: keyof typeof forms): (field: Field) => JsonSchema {
  const [pattern, say] = forms[form];
  return field => withForm(field, form, { type: ['string', 'null'], pattern, say });
}

/** A form that fits with what may stand in its place; its name is what `$defs` calls it where it stands more than once. */
function withForm(
  field: Field,
  name: string,
  { type, pattern, say }: { readonly type: readonly string[]; readonly pattern: string; readonly say: string },
): JsonSchema {
  const $comment = field.none === undefined ? name : `${name} or none`;
  return { $comment, type, pattern: orAnswer(pattern, field), patternErrorMessage: say };
}

/** A number, or its digits in quotes. */
export function numberSchema(form: 'integer' | 'decimal' | 'money'): (field: Field) => JsonSchema {
  const digits = { integer: '-?\\d+', decimal: '-?\\d+(?:\\.\\d+)?', money: '-?\\d+(?:\\.\\d{1,2})?' }[form];
  return field => {
    const least = field.least ?? (form === 'money' ? 0 : undefined);
    return {
      ...withForm(field, form, {
        type: [form === 'integer' ? 'integer' : 'number', 'string', 'null'],
        pattern: digits,
        say: 'Write digits only – or unknown.',
      }),
      ...(least === undefined ? {} : { minimum: least }),
      ...(field.most === undefined ? {} : { maximum: field.most }),
    };
  };
}

export function booleanSchema(field: Field): JsonSchema {
  const words = '[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]';
  const say = 'Write yes, no or unknown.';
  return withForm(field, 'yes or no', { type: ['boolean', 'string', 'null'], pattern: words, say });
}

/** Letters, digits, dots and hyphens; YAML takes some ids for numbers. */
export function idSchema(): JsonSchema {
  return {
    type: ['string', 'number', 'boolean'],
    minimum: 0,
    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
    patternErrorMessage: 'An id is one word of letters, digits, dots and hyphens, 64 at most, such as SW-06.',
  };
}

/** Each choice with its sentence. */
export function choiceSchema(field: ChoiceField): JsonSchema {
  const rows = new Map<unknown, string>(Object.entries(field.choices));
  for (const [text, about] of Object.entries(field.choices)) rows.set(asYamlReads(text), about);
  return enumSchema(rows, field);
}

/** The values of a table with their sentences, and the answers without a value. */
export function enumSchema(values: ReadonlyMap<unknown, string>, field: Field): JsonSchema {
  const rows = new Map<unknown, string>([...answersOf(field), [null, 'Not written'], ...values]);
  const inOrder = [...values.keys(), ...[...rows.keys()].filter(value => !values.has(value))];
  return { enum: inOrder, markdownEnumDescriptions: inOrder.map(value => rows.get(value) ?? '') };
}

/** Two or more things in one text, which a list does not take: `ping, disk`. */
const severalInOne = '[^\\s,;][\\s\\S]*[,;][\\s\\S]*[^\\s,;]';

/** A list, or its only item without brackets. */
export function listSchema(field: ListField, item: JsonSchema): JsonSchema {
  const whole = { type: 'array', items: item };
  const several = field.of.kind === 'text' ? {} : { not: { type: 'string', pattern: severalInOne } };
  const none = field.none === undefined ? [] : [{ const: 'none', description: field.none }];
  if (!isFlat(item) || none.length > 0) return { ...several, anyOf: [whole, item, ...none] };
  const { title: _, description: _about, examples: _examples, default: _default, $comment: _form, ...one } = item;
  return { ...one, type: ['array', ...item.type], items: item, ...several };
}

/** Whether only texts and numbers are looked at, so that a list may stand beside them. */
function isFlat(item: JsonSchema): item is JsonSchema & { readonly type: readonly string[] } {
  return Array.isArray(item['type']) && !['enum', 'anyOf', 'properties', 'items'].some(key => key in item);
}

/** Lines of its own, the short form where there is one, or an answer for the whole. Lines that nothing reads are no error. */
export function groupSchema(
  field: { readonly needs?: readonly string[]; readonly none?: string } & Field,
  properties: Readonly<Record<string, JsonSchema>>,
  short: JsonSchema | undefined,
): JsonSchema {
  const whole = { properties, ...partsNeeded(field.needs ?? []) };
  if (!short) return { type: ['object', 'string', 'null'], pattern: orAnswer('', field), ...whole };
  const none = field.none === undefined ? [] : [{ const: 'none', description: field.none }];
  return { anyOf: [{ type: 'object', ...whole }, short, ...none] };
}

/** A part that has any line has these. */
function partsNeeded(needs: readonly string[]): JsonSchema {
  if (needs.length === 0) return {};
  const written = Object.fromEntries(needs.map(key => [key, { not: { type: 'null' } }]));
  return { if: { minProperties: 1 }, then: { required: needs, properties: written } };
}

function answersOf(field: Field): readonly (readonly [string, string])[] {
  const unknown = ['unknown', 'Not known yet: to be found out'] as const;
  return field.none === undefined ? [unknown] : [unknown, ['none', field.none]];
}

/** The pattern of a whole text, or an answer without a value. */
function orAnswer(pattern: string, field: Field): string {
  return `^(?:${[pattern, ...answersOf(field).map(([answer]) => answer)].filter(Boolean).join('|')})$`;
}

/** What YAML 1.2 makes of a plain word. */
export function asYamlReads(text: string): unknown {
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  return /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : text;
}
