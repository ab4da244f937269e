import type { Estate } from '../../estate/estate.ts';
import type { RecordEntry } from '../../estate/record.ts';
import type { Declaration } from '../../model/declaration.ts';
import { fieldKinds } from '../../model/field-kinds.ts';
import type { Field } from '../../model/field.ts';
import type { AnswerChoice, NewRecordAnswers, NewRecordQuestion } from '../../model/new-record.ts';
import { fieldAt, type Path } from '../../model/paths.ts';
import { declarations } from '../../records/index.ts';
import { kindsFor, recordsFor } from '../form-pools.ts';
import { begin, neededBy, withValues, type NewRecord, type NewValue } from './make-record.ts';

/** No new record asks more than this, all in all: what it is, which school, its title … */
export const mostQuestions = 5;

type Beginning = Omit<NewRecord, 'title' | 'values'>;

/** What is asked of a new record after its title: the everyday fields of its kind, `most` of them at most. */
export function questionsFor(beginning: Beginning, most: number, estate: Estate): readonly NewRecordQuestion[] {
  const declaration = declarations[beginning.kind];
  const record = begin({ ...beginning, title: 'x' }, 'x', estate);
  const needed = new Set(neededBy(record, declaration).map(([key]) => key));
  const questions = askedKeys(declaration).flatMap(key => {
    const field = declaration.fields[key];
    if (!field || !isAskedOf(field, key, beginning.type, declaration, needed)) return [];
    const question = questionFor(key, field, needed.has(key), record, estate);
    return question ? [question] : [];
  });
  return questions.slice(0, Math.max(0, most));
}

function askedKeys({ everyday }: Declaration): readonly string[] {
  return everyday.filter(key => !['kind', 'id', 'title', 'status'].includes(key));
}

/** Not what its type is offered without, and not what other sorts of it need: a virtual machine stands nowhere. */
function isAskedOf(
  { offeredFor, written }: Field,
  key: string,
  type: string,
  { needs }: Declaration,
  needed: ReadonlySet<string | undefined>,
): boolean {
  if (written !== undefined || (key === 'type' && type !== '')) return false;
  if (offeredFor && type !== '' && !offeredFor.includes(type)) return false;
  const conditional = needs.some(need => need.fields.includes(key) && (need.where ?? need.whereNot) !== undefined);
  return !conditional || needed.has(key);
}

/** Where an answer goes: into the field itself, or the first of a group, or item by item. */
interface Spot {
  readonly field: Field;
  readonly above: Path;
  /** Below each item of a list; undefined where it is no list. */
  readonly inItem: Path | undefined;
}

/** The one value that a person can give for the field: its own, of its items, of the group that it is short for. */
function spotOf(field: Field, above: Path, inItem?: Path): Spot | undefined {
  if (field.kind === 'open') return undefined;
  if (field.kind === 'list') return inItem === undefined ? spotOf(field.of, above, []) : undefined;
  if (field.kind !== 'group') return { field, above, inItem };
  const short = field.short === undefined ? undefined : field.fields[field.short];
  if (field.short === undefined || !short) return undefined;
  return inItem === undefined ? spotOf(short, [...above, field.short]) : spotOf(short, above, [...inItem, field.short]);
}

function questionFor(
  key: string,
  field: Field,
  isNeeded: boolean,
  record: RecordEntry,
  estate: Estate,
): NewRecordQuestion | undefined {
  const spot = spotOf(field, [key]);
  const choices = spot && choicesFor(spot.field, record, estate);
  // Nothing is recorded that could be named: there is nothing to ask.
  if (!spot || choices?.length === 0) return undefined;
  return {
    key,
    about: field.about,
    ...shownOf(spot.field, field.label),
    ask: choices === undefined ? 'text' : spot.inItem === undefined ? 'one' : 'several',
    choices: choices ?? [],
    // A day on which something was done is most often the day on which it is written down.
    ...(spot.field.done ? { proposed: estate.today(record.file) } : {}),
    otherwise: isNeeded ? ['unknown'] : ['later', 'unknown'],
  };
}

/** Its name with the unit, and an example where its form is one that everyone must know. */
function shownOf(field: Field, label: string): { readonly label: string; readonly example?: string } {
  const { example, unit, kind } = field;
  const shape = example ?? (kind === 'text' ? undefined : fieldKinds[kind].example(field));
  return {
    label: unit === undefined ? label : `${label} (${unit})`,
    ...(shape === undefined ? {} : { example: shape }),
  };
}

/** The answers to pick from; undefined where it is typed. */
function choicesFor(field: Field, record: RecordEntry, estate: Estate): readonly AnswerChoice[] | undefined {
  const kinds = field.kind === 'link-end' ? undefined : kindsFor(field);
  if (kinds)
    return recordsFor(kinds, record.file, estate).map(({ id, title }) => ({ text: id, label: title || id, about: id }));
  if (field.kind !== 'choice' && field.kind !== 'boolean' && field.kind !== 'weekday') return undefined;
  return fieldKinds[field.kind].suggest(field).map(({ text, about }) => {
    const [label = about, more = ''] = about.split(/: (.*)/);
    return { text, label: field.kind === 'weekday' ? text : label, about: more };
  });
}

/** The answers as values of the record's fields. */
export function valuesOf(kind: NewRecord['kind'], answers: NewRecordAnswers): readonly NewValue[] {
  return Object.entries(answers).flatMap(([key, answer]): NewValue[] =>
    answer === 'unknown'
      ? [{ path: [key], to: { answer } }]
      : answer.map((text, nth) => ({ path: pathFor(declarations[kind], [key], nth), to: { text } })),
  );
}

/** Where a text for the field goes: into the field itself, or of a list the item that comes next. */
export function pathFor(declaration: Declaration, keys: readonly string[], nth: number): Path {
  const field = fieldAt(declaration, keys);
  const spot = field && spotOf(field, keys);
  if (!spot) return keys;
  return spot.inItem ? [...spot.above, nth, ...spot.inItem] : spot.above;
}

/** What is wrong with one answer, in a sentence; undefined where it will do. */
export function whatIsWrong(beginning: Beginning, answers: NewRecordAnswers, estate: Estate): string | undefined {
  const tried = withValues(begin({ ...beginning, title: 'x' }, 'x', estate), valuesOf(beginning.kind, answers), estate);
  return 'refusal' in tried ? tried.refusal : undefined;
}
