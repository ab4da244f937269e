import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Field } from '../model/field.ts';
import type { Question, To } from '../model/form.ts';
import { fieldAt, type Path } from '../model/paths.ts';
import type { TextEdit } from '../model/text-edit.ts';
import { inSentence } from '../model/words.ts';
import { readRecord } from '../yaml/read-record.ts';
import { isAbsent } from '../yaml/node.ts';
import { changeField, type FieldChange } from './form-change.ts';
import { locate } from './form-place.ts';
import { understand, type Typed } from './form-typed.ts';
import { createPicks, type Picks } from './form-pools.ts';

/** What became of a change that a person wants: edits of the record's text, a question back, or why nothing was done. */
export type Answer = { readonly edits: readonly TextEdit[] } | Question | { readonly refusal: string };

interface Asked {
  readonly record: RecordEntry;
  /** The record's text, where it has been edited since. */
  readonly text?: string;
  readonly path: Path;
  readonly to: To;
}

/** Kinds whose texts are written without quotes, though YAML would make a number, a date or a yes of them: that is what they are. */
const bareKinds = new Set<Field['kind']>([
  'boolean',
  'integer',
  'decimal',
  'money',
  'date',
  'date-time',
  'time',
  'mac',
]);

const openText = 'Open the text to change it.';

/** `picks` is handed in where many fields are changed at once. */
export function answerField(asked: Asked, estate: Estate, picks: Picks = createPicks(estate)): Answer {
  const { record, text = record.source, path, to } = asked;
  const place = placeFor(record, path);
  if ('refusal' in place) return place;
  const { declaration, field } = place;
  const wanted = isEnvelope(path) ? wantedName(field, to) : wantedText(field, to, () => picks(field, record));
  if (!('value' in wanted)) return wanted;
  if ('answer' in to && hasParts(text, declaration, path))
    return { refusal: `There are entries below “${field.label}”. Take them out first.` };
  return write({ text, declaration, path, value: wanted.value, bare: bareKinds.has(field.kind) });
}

type Place = { readonly declaration: Declaration; readonly field: Field } | { readonly refusal: string };

function placeFor({ declaration }: RecordEntry, path: Path): Place {
  const field = path[0] === 'kind' ? undefined : fieldAt(declaration, path);
  if (!declaration || !field) return { refusal: `A form cannot change this. ${openText}` };
  if (isByCommand(declaration, path)) return { refusal: 'A command of FITS writes this.' };
  return { declaration, field };
}

function write(change: FieldChange): Answer {
  const edits = changeField(change);
  return edits ? { edits } : { refusal: `This is written in a way that a form cannot change. ${openText}` };
}

function isEnvelope(path: Path): boolean {
  return path.length === 1 && (path[0] === 'id' || path[0] === 'title');
}

function isByCommand(declaration: Declaration, path: Path): boolean {
  return path.some((_, depth) => fieldAt(declaration, path.slice(0, depth + 1))?.written !== undefined);
}

type Wanted = { readonly value: string | undefined } | Question | { readonly refusal: string };

/** Id and title: no record is without them, and a title may be any words. */
function wantedName(field: Field, to: To): Wanted {
  const text = 'text' in to ? to.text.trim() : '';
  if (text === '') return { refusal: `Every record needs ${field.kind === 'id' ? 'an id' : 'a title'}.` };
  return field.kind === 'id' ? asWanted(understand(text, field, [])) : { value: text };
}

function wantedText(field: Field, to: To, picks: () => ReturnType<Picks>): Wanted {
  if ('answer' in to) return answered(field, to.answer);
  if ('clear' in to || to.text.trim() === '') return { value: undefined };
  if (field.kind === 'list' || field.kind === 'group' || field.kind === 'open')
    return { refusal: `“${field.label}” has several lines of its own. ${openText}` };
  return asWanted(understand(to.text, field, picks(), to.sure));
}

function asWanted(typed: Typed): Wanted {
  return 'write' in typed ? { value: typed.write } : typed;
}

function answered(field: Field, answer: 'unknown' | 'none'): Wanted {
  if (answer === 'unknown' || field.none !== undefined) return { value: answer };
  return { refusal: `“None” says nothing here. Write ${inSentence(field.label)}, or “not known”.` };
}

/** Whether a group or list with something in it stands at the path: an answer would take the place of all of it. */
function hasParts(text: string, declaration: Declaration, path: Path): boolean {
  const { root } = readRecord(text);
  if (!root) return false;
  const { node, rest } = locate(root, declaration, path);
  return rest.length === 0 && node !== null && node.type !== 'scalar' && !isAbsent(node);
}
