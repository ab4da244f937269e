import {
  choice,
  date,
  dateTime,
  group,
  id,
  list,
  reference,
  text,
  type ChoiceField,
  type Field,
  type Fields,
  type Values,
} from './field.ts';

/** Fields that a step asks for: an error from the statuses of `at` on (absent = always), or a thing "not known yet" when only wanted. */
export interface Need {
  /** Paths with dots: `service_levels.incident_response_hours`. */
  readonly fields: readonly string[];
  /** One of the fields is enough. */
  readonly oneOf?: true;
  /** The statuses that ask (precise.md 8: a list, not a start). */
  readonly at?: readonly string[];
  /** Only where this holds of the record's values. Written as a table: every key must have one of the texts. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly whereNot?: Readonly<Record<string, readonly string[]>>;
  /** Rule that reports it in place of GEN-015. */
  readonly code?: string;
}

/** `from` may not be later than `to` (GEN-005). Paths with dots; `[]` stands for each item of a list. */
export interface Order {
  readonly from: string;
  readonly to: string;
}

/** A step, or a status, that only some records of the kind have. */
export interface StepLimit {
  readonly to: string;
  /** The step from this status alone; absent = every step to `to`, and so the status itself. */
  readonly from?: string;
  /** Which records have it: every key must have one of the texts. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** Which way of approving has it (`school.approvals`). */
  readonly profile?: 'simple' | 'full';
}

export interface Life {
  /** Status that an absent one means. */
  readonly start: string;
  /** status → those that may follow it. Every status is a key. */
  readonly steps: Readonly<Record<string, readonly string[]>>;
  readonly only?: readonly StepLimit[];
  /** Statuses in which the thing is gone: a live field may not name it (precise.md 18). */
  readonly retired: readonly string[];
  /** Statuses in which it still asks for work. */
  readonly open: readonly string[];
  /** Statuses from which on all its fields are history: they may name retired things. */
  readonly history?: readonly string[];
}

/** What a kind is called, and how its new ids are made. */
interface Naming {
  readonly kind: string;
  /** New ids begin so: `PRB`. */
  readonly prefix: string;
  /** type → prefix, where new ids go by type. */
  readonly prefixByType?: Readonly<Record<string, string>>;
  /** New ids carry the year: `PRB-2026-009`. */
  readonly yearInId?: true;
  /** New ids are made of the title's words: `KS1-store`. */
  readonly wordsInId?: true;
  readonly label: string;
  readonly plural: string;
  /** One sentence: what such a record is. */
  readonly about: string;
  /** Never typed: how such a record comes to be, in a sentence. */
  readonly byCommand?: string;
}

export interface Declaration<G extends Fields = Fields> extends Naming {
  /** In the order in which a record is written. */
  readonly fields: G;
  readonly life?: Life;
  readonly needs: readonly Need[];
  readonly wanted: readonly Need[];
  readonly orders: readonly Order[];
  /** Reference fields that may not lead back to the record itself (GEN-016). */
  readonly acyclic: readonly string[];
  /** Fields of the shortest useful record, for snippets: the "five keys". */
  readonly everyday: readonly string[];
  /** The kind may stand above the schools and be seen by all of them. */
  readonly shared: boolean;
}

type Status<S extends string> = { readonly status: ChoiceField<S> };
type WithStatus<S extends string> = [S] extends [never] ? object : Status<S>;

interface Spec<G extends Fields, S extends string> extends Naming {
  readonly fields: G;
  /** Each status with its sentence; absent = the kind has none. */
  readonly statuses?: Readonly<Record<S, string>>;
  readonly life?: {
    readonly start: NoInfer<S>;
    readonly steps: Readonly<Record<NoInfer<S>, readonly NoInfer<S>[]>>;
    readonly only?: readonly (StepLimit & { readonly to: NoInfer<S>; readonly from?: NoInfer<S> })[];
    readonly retired?: readonly NoInfer<S>[];
    readonly open?: readonly NoInfer<S>[];
    readonly history?: readonly NoInfer<S>[];
  };
  readonly needs?: readonly Need[];
  readonly wanted?: readonly Need[];
  readonly orders?: readonly Order[];
  readonly acyclic?: readonly (keyof G & string)[];
  readonly everyday: readonly (keyof G | 'kind' | 'id' | 'title' | 'status')[];
  readonly shared?: true;
}

const envelopeStart = {
  kind: text('Kind', 'What sort of record this is; it decides which fields there are.'),
  id: id('Id', 'Its short, unique name in this school: your own asset tag, or the next free number.'),
  title: text('Title', 'What people call it, in plain words.', { longest: 80 }),
};

const envelopeEnd = {
  tags: list('Tags', 'Words of your own to find records by.', text('Tag', 'A word of your own.')),
  notes: text('Notes', 'Anything else worth knowing.'),
  history: list(
    'History',
    'The steps this record has taken, oldest first.',
    group('Step', 'One step.', {
      on: dateTime('On', 'When it was taken.', { done: true }),
      by: reference('By', 'The role or supplier that took it.', ['role', 'supplier'], { life: 'historic' }),
      from: text('From', 'The status before.'),
      to: text('To', 'The status after.'),
    }),
  ),
};

type Envelope = typeof envelopeStart & typeof envelopeEnd;

/** Declares a record kind. The type of its values is inferred from its fields: `ValuesOf<typeof asset>`. */
export function declareKind<const G extends Fields, const S extends string = never>(
  spec: Spec<G, S>,
): Declaration<Envelope & G & WithStatus<S>> {
  const status: Record<string, Field> = spec.statuses
    ? {
        status: choice(
          'Status',
          `Where this ${spec.label.toLowerCase()} stands now.`,
          spec.statuses,
          spec.life ? { default: spec.life.start } : {},
        ),
      }
    : {};
  const { statuses: _, ...rest } = spec;
  const declared = {
    ...rest,
    fields: { ...envelopeStart, ...status, ...spec.fields, ...envelopeEnd },
    ...(spec.life ? { life: { retired: [], open: [], ...spec.life } } : {}),
    needs: spec.needs ?? [],
    wanted: spec.wanted ?? [],
    orders: spec.orders ?? [],
    acyclic: spec.acyclic ?? [],
    shared: spec.shared ?? false,
  };
  // The fields are built from exactly these parts; only the optional status makes the compiler lose sight of it.
  return declared as unknown as Declaration<Envelope & G & WithStatus<S>>;
}

export type ValuesOf<D> = D extends Declaration<infer G> ? Values<G> : never;

/** Shared pieces of several kinds. */
export const period = (label: string, about: string) =>
  group(
    label,
    about,
    {
      name: text('Name', 'What people call it.'),
      from: date('From', 'First day.'),
      to: date('To', 'Last day, included.'),
    },
    { needs: ['from', 'to'] },
  );
