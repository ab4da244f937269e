/**
 * Field kinds and the builder of fields. A record kind is declared once with these (server/records); everything else – checks,
 * completion, hover, snippets, forms, CSV columns – is derived from the declaration by `field-kinds.ts`.
 */
export type ScalarKind =
  | 'text'
  | 'id'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'date'
  | 'date-time'
  | 'time'
  | 'weekday'
  | 'duration'
  | 'hours'
  | 'address'
  | 'address-range'
  | 'subnet'
  | 'mac'
  | 'zone'
  | 'link-end';

interface Words {
  /** What a form calls it: "Warranty until". */
  readonly label: string;
  /** One sentence: what it means and why anyone wants it. */
  readonly about: string;
}

interface Options {
  /** Also an answer, with its meaning: `none` on an end-of-support date. (`unknown` always is.) */
  readonly none?: string;
  /** What is taken when it is not written: shown, never stored. */
  readonly default?: string;
  /** A date that says something was done: may not lie in the future (GEN-009). */
  readonly done?: true;
  /** No other live record of this kind may have the same value, without regard to case (CFG-002). The word is the index's name. */
  readonly distinct?: string;
  /** Smallest and largest number. */
  readonly least?: number;
  readonly most?: number;
  /** Longest text; a longer one is GEN-014 as information. */
  readonly longest?: number;
  /** What follows a number: "hours", "£". */
  readonly unit?: string;
  /** A worked example for hovers and forms. */
  readonly example?: string;
  /** Asset types for which completion and forms offer the field; absent = all. */
  readonly offeredFor?: readonly string[];
  /** Never offered by completion: a command writes it. */
  readonly written?: 'by a command';
}

export interface ScalarField extends Words, Options {
  readonly kind: ScalarKind;
}

export interface ChoiceField<C extends string = string> extends Words, Options {
  readonly kind: 'choice';
  /** Each choice with its sentence. */
  readonly choices: Readonly<Record<C, string>>;
}

export interface ReferenceField extends Words, Options {
  readonly kind: 'reference';
  /** Kinds it may name. */
  readonly to: readonly string[];
  /** Whether a retired thing may still be named here (precise.md 18). */
  readonly life: 'live' | 'historic';
}

export interface ListField<F = Field> extends Words, Options {
  readonly kind: 'list';
  readonly of: F;
}

export interface GroupField<G = Fields> extends Words, Options {
  readonly kind: 'group';
  readonly fields: G;
  /** A plain text in the group's place is read as this field: `checks: [ping]` = `[{type: ping}]`. */
  readonly short?: string;
  /** Fields without which the group means nothing. */
  readonly needs?: readonly string[];
}

/** Any keys: what later versions declare. Read as it is. */
export interface OpenField extends Words, Options {
  readonly kind: 'open';
}

export type Field = ScalarField | ChoiceField | ReferenceField | ListField | GroupField | OpenField;
export interface Fields {
  readonly [key: string]: Field;
}

/** The TypeScript value that a field reads as. Absent and `unknown` are undefined. */
export type Value<F> = F extends { kind: 'choice'; choices: Readonly<Record<infer C, string>> }
  ? C
  : F extends { kind: 'boolean' }
    ? boolean
    : F extends { kind: 'integer' | 'decimal' | 'money' }
      ? number
      : F extends { kind: 'list'; of: infer I }
        ? readonly Value<I>[]
        : F extends { kind: 'group'; fields: infer G }
          ? Values<G>
          : F extends { kind: 'open' }
            ? undefined
            : string;

export type Values<G> = { readonly [K in keyof G]?: Value<G[K]> };

function scalar<const K extends ScalarKind>(kind: K) {
  return (label: string, about: string, options: Options = {}): ScalarField & { readonly kind: K } => ({
    kind,
    label,
    about,
    ...options,
  });
}

/** Free text, kept as it is written. */
export const text = scalar('text');
/** The record's own id. */
export const id = scalar('id');
export const boolean = scalar('boolean');
export const integer = scalar('integer');
export const decimal = scalar('decimal');
/** Pounds, two places, no sign. */
export const money = scalar('money');
export const date = scalar('date');
/** Date, or date and time in the school's time. */
export const dateTime = scalar('date-time');
/** `HH:MM` */
export const time = scalar('time');
export const weekday = scalar('weekday');
/** ISO 8601: `P6M`. */
export const duration = scalar('duration');
/** `24x7`, `08:00-16:00 school days` …; other words are kept as text. */
export const hours = scalar('hours');
/** IPv4 or IPv6 */
export const address = scalar('address');
export const addressRange = scalar('address-range');
/** CIDR */
export const subnet = scalar('subnet');
export const mac = scalar('mac');
/** IANA time zone */
export const zone = scalar('zone');
/** `SW-01 port 24`: an id, with a port where it matters. */
export const linkEnd = scalar('link-end');

export function choice<const C extends Readonly<Record<string, string>>>(
  label: string,
  about: string,
  choices: C,
  options: Options = {},
): ChoiceField<keyof C & string> {
  return { kind: 'choice', label, about, choices, ...options };
}

export function reference(
  label: string,
  about: string,
  to: readonly string[],
  options: Options & { life?: 'live' | 'historic' } = {},
): ReferenceField {
  return { kind: 'reference', label, about, to, life: 'live', ...options };
}

export function list<const F extends Field>(label: string, about: string, of: F, options: Options = {}): ListField<F> {
  return { kind: 'list', label, about, of, ...options };
}

export function group<const G extends Fields>(
  label: string,
  about: string,
  fields: G,
  options: Options & { short?: keyof G & string; needs?: readonly (keyof G & string)[] } = {},
): GroupField<G> {
  return { kind: 'group', label, about, fields, ...options };
}

export function open(label: string, about: string, options: Options = {}): OpenField {
  return { kind: 'open', label, about, ...options };
}
