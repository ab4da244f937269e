/** What New Record offers and asks: plain data, made by the server and asked by whoever talks to the person. */

/** A kind of record, or a sort of equipment, that a person may begin. */
export interface OfferedKind {
  readonly kind: string;
  /** Of equipment: which sort; empty where it is asked next, or where the kind has none. */
  readonly type: string;
  readonly label: string;
  /** Other words that people use for it. */
  readonly words: string;
  /** One sentence: what such a record is. */
  readonly about: string;
}

export interface OfferedGroup {
  readonly title: string;
  readonly kinds: readonly OfferedKind[];
}

/** One thing that is asked of a new record. Its id is proposed, never asked. */
export interface NewRecordQuestion {
  /** The field that the answer goes into. */
  readonly key: string;
  readonly label: string;
  readonly about: string;
  /** one, several: of the choices. text: typed. */
  readonly ask: 'one' | 'several' | 'text';
  readonly choices: readonly AnswerChoice[];
  /** Stands there to be taken by Enter. */
  readonly proposed?: string;
  readonly example?: string;
  /** Answers beside a value, the one that Enter takes first. */
  readonly otherwise: readonly ('unknown' | 'later')[];
}

export interface AnswerChoice {
  readonly text: string;
  readonly label: string;
  readonly about: string;
}

/** What was answered: texts, or that it is not known. What is left for later is not among the answers. */
export type NewRecordAnswers = Readonly<Record<string, readonly string[] | 'unknown'>>;
