import { isZone } from './day.ts';
import type { ChoiceField, Field, GroupField, ScalarKind } from './field.ts';
import {
  asYamlReads,
  booleanSchema,
  choiceSchema,
  enumSchema,
  formSchema,
  groupSchema,
  idSchema,
  listSchema,
  numberSchema,
  wordsSchema,
  type JsonSchema,
} from './json-schema.ts';
import { weekdays } from './hours.ts';
import { readAddress, readAddressRange, readCidr, readMac } from './read-address.ts';
import { readDate, readDateTime, readTime } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { changeTo, misread, read, type Reading } from './reading.ts';
import { nearest, plainForm } from './words.ts';

/** What can be done with every kind of field: one entry here is all that a new kind needs. */
export interface FieldKind {
  /** The value of the source text, or what is wrong with it. Never throws. */
  readonly read: (text: string, field: Field) => Reading;
  /** Texts that completion and a form may offer, best first. */
  readonly suggest: (field: Field) => readonly Suggestion[];
  /** What editors of other makers may be told of the value, `unknown` and an empty line included. */
  readonly jsonSchema: (field: Field) => JsonSchema;
  /** A text that reads, for documentation and tests. */
  readonly example: (field: Field) => string;
  /** How a form asks for it. */
  readonly widget:
    'line' | 'lines' | 'select' | 'switch' | 'number' | 'date' | 'date-time' | 'time' | 'record' | 'list' | 'group';
  /** Completion of today's date and the like makes sense. */
  readonly dated?: true;
}

export interface Suggestion {
  readonly text: string;
  /** The sentence beside it. */
  readonly about: string;
}

const none = (): readonly Suggestion[] => [];

/** A kind whose text must have a form. */
function formed(
  readText: (text: string) => Reading,
  example: string,
  jsonSchema: FieldKind['jsonSchema'] = wordsSchema,
  widget: FieldKind['widget'] = 'line',
): FieldKind {
  return { read: readText, suggest: none, jsonSchema, example: field => field.example ?? example, widget };
}

function number(form: 'integer' | 'decimal' | 'money', example: string): FieldKind {
  return {
    read: (text, field) => readNumber(text, field, form),
    suggest: none,
    jsonSchema: numberSchema(form),
    example: field => field.example ?? String(Math.max(field.least ?? 0, Number(example))),
    widget: 'number',
  };
}

const yesWords: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };
const looseYesWords: Readonly<Record<string, string>> = {
  y: 'yes',
  n: 'no',
  on: 'yes',
  off: 'no',
  '1': 'yes',
  '0': 'no',
  ja: 'yes',
  x: 'yes',
  '✓': 'yes',
  '✔': 'yes',
};

function readBoolean(text: string): Reading {
  const known = yesWords[text.toLowerCase()];
  if (known !== undefined) return read(known);
  const meant = looseYesWords[text.toLowerCase()];
  return misread(
    'type',
    meant ? `Write ${meant} here.` : `“${text}” is neither yes nor no. Write one of the two, or unknown.`,
    meant ? [changeTo(meant, true)] : [changeTo('yes'), changeTo('no')],
  );
}

/** The choice by its name, its name spelled otherwise, or the first words of its sentence. */
function readChoice(text: string, field: Field): Reading {
  const choices = (field as ChoiceField).choices;
  if (Object.hasOwn(choices, text)) return read(text);
  const names = Object.keys(choices);
  const wanted = plainForm(text);
  const same =
    names.find(name => plainForm(name) === wanted) ??
    names.find(name => plainForm((choices[name] ?? '').split(':')[0] ?? '') === wanted);
  const meant = same ?? nearest(wanted, names);
  if (meant)
    return misread('choice', `“${text}” is not one of the choices. Did you mean ${meant}?`, [changeTo(meant, true)]);
  const offer = names.length <= 6 ? names.map(name => changeTo(name)) : [];
  return misread('choice', `“${text}” is not one of the choices: ${names.join(', ')}.`, offer);
}

function readText(text: string, field: Field): Reading {
  const longest = field.longest;
  if (longest === undefined || text.length <= longest) return read(text);
  return {
    ...misread(
      'length',
      `This is ${text.length} characters long; ${longest} fit on a label or in a list. The rest can go into the notes.`,
    ),
    severity: 'information',
  };
}

const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

function readId(text: string): Reading {
  if (idForm.test(text)) return read(text);
  const meant = text
    .trim()
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, 64);
  return misread(
    'form',
    'An id is one word of letters, digits, dots and hyphens, 64 at most, such as SW-06.',
    meant ? [changeTo(meant, true)] : [],
  );
}

function readWeekday(text: string): Reading {
  if (weekdays.includes(text)) return read(text);
  const meant = weekdays.find(day => text.toLowerCase().startsWith(day));
  return misread(
    'choice',
    `Write the day of the week as one of ${weekdays.join(', ')}.`,
    meant ? [changeTo(meant, true)] : [],
  );
}

function readZone(text: string): Reading {
  // An offset such as +01:00 knows no summer time.
  return /^[A-Za-z]/.test(text) && isZone(text)
    ? read(text)
    : misread(
        'choice',
        `“${text}” is no time zone that this computer knows. For the United Kingdom it is Europe/London.`,
        [changeTo('Europe/London')],
      );
}

function readDuration(text: string): Reading {
  const right = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?)?$/.test(text);
  return right
    ? read(text)
    : misread(
        'form',
        `“${text}” is not a length of time. Write it like P6M (six months), P2W (two weeks) or P10D (ten days).`,
      );
}

const scalarKinds: Readonly<Record<ScalarKind, FieldKind>> = {
  text: { ...formed(text => read(text), 'a few words'), read: readText },
  id: formed(readId, 'SW-06', idSchema),
  boolean: {
    read: readBoolean,
    suggest: () => [
      { text: 'yes', about: 'Yes' },
      { text: 'no', about: 'No' },
    ],
    jsonSchema: booleanSchema,
    example: () => 'yes',
    widget: 'switch',
  },
  integer: number('integer', '3'),
  decimal: number('decimal', '2.5'),
  money: number('money', '240'),
  date: { ...formed(readDate, '2026-11-23', formSchema('date'), 'date'), dated: true },
  'date-time': { ...formed(readDateTime, '2026-11-25 16:30', formSchema('date-time'), 'date-time'), dated: true },
  time: formed(readTime, '08:00', formSchema('time'), 'time'),
  weekday: {
    ...formed(readWeekday, 'wed', field => enumSchema(new Map(weekdays.map(day => [day, 'Day of the week'])), field)),
    suggest: () => weekdays.map(text => ({ text, about: 'Day of the week' })),
    widget: 'select',
  },
  duration: formed(readDuration, 'P6M', formSchema('duration')),
  hours: {
    ...formed(text => read(text), '08:00-16:00 school days'),
    suggest: () => ['24x7', '08:00-16:00 school days', '08:00-17:00 weekdays'].map(text => ({ text, about: 'Hours' })),
  },
  address: formed(readAddress, '192.168.10.12', formSchema('address')),
  'address-range': formed(readAddressRange, '192.168.10.31-192.168.10.40', formSchema('address-range')),
  subnet: formed(readCidr, '192.168.10.0/24', formSchema('subnet')),
  mac: formed(readMac, '00:1b:2c:3d:4e:5f', formSchema('mac')),
  zone: {
    ...formed(readZone, 'Europe/London', formSchema('zone')),
    suggest: () => [{ text: 'Europe/London', about: 'United Kingdom' }],
  },
  'link-end': formed(text => read(text), 'SW-01 port 24'),
};

/** One entry a kind; `fieldKinds[field.kind]` is all that the rest of the engine knows. */
export const fieldKinds: Readonly<Record<Field['kind'], FieldKind>> = {
  ...scalarKinds,
  choice: {
    read: readChoice,
    suggest: field => Object.entries((field as ChoiceField).choices).map(([text, about]) => ({ text, about })),
    jsonSchema: field => choiceSchema(field as ChoiceField),
    example: field => Object.keys((field as ChoiceField).choices)[0] ?? '',
    widget: 'select',
  },
  reference: formed(text => read(text), 'SW-06', wordsSchema, 'record'),
  list: {
    ...formed(text => read(text), '', wordsSchema, 'list'),
    jsonSchema: field => (field.kind === 'list' ? listSchema(field, jsonSchemaOf(field.of)) : {}),
    example: field => (field.kind === 'list' ? `[${exampleOf(field.of)}]` : ''),
  },
  group: {
    ...formed(text => read(text), '', wordsSchema, 'group'),
    jsonSchema: field => (field.kind === 'group' ? schemaOfGroup(field) : {}),
    example: field =>
      field.kind === 'group'
        ? `{ ${Object.entries(field.fields)
            .slice(0, 2)
            .map(([key, of]) => `${key}: ${exampleOf(of)}`)
            .join(', ')} }`
        : '',
  },
  open: formed(
    text => read(text),
    '',
    () => ({}),
    'lines',
  ),
};

function schemaOfGroup(field: GroupField): JsonSchema {
  const properties = Object.fromEntries(Object.entries(field.fields).map(([key, of]) => [key, jsonSchemaOf(of)]));
  return groupSchema(field, properties, field.short === undefined ? undefined : properties[field.short]);
}

/** Kinds whose own example says something where the field has none. */
const exemplary: ReadonlySet<Field['kind']> = new Set([
  ...([
    'id',
    'boolean',
    'date',
    'date-time',
    'time',
    'duration',
    'hours',
    'address',
    'address-range',
    'subnet',
  ] as const),
  ...(['mac', 'zone', 'link-end'] as const),
]);

/** The field's schema with its words: label, sentence, unit, what is taken where it is not written, an example. */
export function jsonSchemaOf(field: Field): JsonSchema {
  return {
    title: field.label,
    description: describeField(field),
    ...fieldKinds[field.kind].jsonSchema(field),
    ...(field.default === undefined ? {} : { default: asYamlReads(field.default) }),
    ...(field.example === undefined && !exemplary.has(field.kind) ? {} : { examples: [asYamlReads(exampleOf(field))] }),
    ...(field.written === undefined ? {} : { doNotSuggest: true }),
  };
}

/** The sentence of a field, and what else is to be known of its value. */
export function describeField(field: Field): string {
  return [
    field.about,
    field.unit === undefined ? '' : `Unit: ${field.unit}.`,
    field.longest === undefined ? '' : `At most ${field.longest} characters fit.`,
    field.none === undefined ? '' : `“none” says: ${field.none}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

export function exampleOf(field: Field): string {
  return fieldKinds[field.kind].example(field);
}

/** What a spreadsheet's cell holds for the text of a field; a sign that a spreadsheet would run as a formula is guarded. */
export function csvOf(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Whether the text is the answer "not known", which is legal everywhere, or the field's own `none`. */
export function isAnswerWithoutValue(text: string, field: Field): 'unknown' | 'none' | undefined {
  if (text === 'unknown') return 'unknown';
  return text === 'none' && field.none !== undefined ? 'none' : undefined;
}
