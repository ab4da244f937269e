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
import { changeField } from './form-change.ts';
import { locate } from './form-place.ts';
import { understand } from './form-typed.ts';
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
const envelope = new Set(['kind', 'id', 'title']);

const openText = 'Open the text to change it.';

/** `picks` is handed in where many fields are changed at once. */
export function answerField(asked: Asked, estate: Estate, picks: Picks = createPicks(estate)): Answer {
  const { record, text = record.source, path, to } = asked;
  const { declaration } = record;
  const field = fieldAt(declaration, path);
  if (!declaration || !field || path[0] === 'kind') return { refusal: `A form cannot change this. ${openText}` };
  if (isByCommand(declaration, path)) return { refusal: 'A command of FITS writes this.' };
  const isEnvelope = path.length === 1 && envelope.has(String(path[0]));
  const wanted = wantedText(field, to, isEnvelope, () => picks(field, record));
  if (!('value' in wanted)) return wanted;
  if ('answer' in to && hasParts(text, declaration, path))
    return { refusal: `There are entries below “${field.label}”. Take them out first.` };
  const edits = changeField({ text, declaration, path, value: wanted.value, bare: bareKinds.has(field.kind) });
  return edits ? { edits } : { refusal: `This is written in a way that a form cannot change. ${openText}` };
}

function isByCommand(declaration: Declaration, path: Path): boolean {
  return path.some((_, depth) => fieldAt(declaration, path.slice(0, depth + 1))?.written !== undefined);
}

type Wanted = { readonly value: string | undefined } | Question | { readonly refusal: string };

function wantedText(field: Field, to: To, isEnvelope: boolean, picks: () => ReturnType<Picks>): Wanted {
  if ('answer' in to)
    return isEnvelope ? { refusal: `Every record needs ${article(field)}.` } : answered(field, to.answer);
  if ('clear' in to || to.text.trim() === '')
    return isEnvelope ? { refusal: `Every record needs ${article(field)}.` } : { value: undefined };
  if (field.kind === 'list' || field.kind === 'group' || field.kind === 'open')
    return { refusal: `“${field.label}” has several lines of its own. ${openText}` };
  const typed =
    isEnvelope && field.kind === 'text' ? { write: to.text.trim() } : understand(to.text, field, picks(), to.sure);
  return 'write' in typed ? { value: typed.write } : typed;
}

function answered(field: Field, answer: 'unknown' | 'none'): Wanted {
  if (answer === 'unknown' || field.none !== undefined) return { value: answer };
  return { refusal: `“None” says nothing here. Write ${inSentence(field.label)}, or “not known”.` };
}

function article(field: Field): string {
  return field.kind === 'id' ? 'an id' : `a ${inSentence(field.label)}`;
}

/** Whether a group or list with something in it stands at the path: an answer would take the place of all of it. */
function hasParts(text: string, declaration: Declaration, path: Path): boolean {
  const { root } = readRecord(text);
  if (!root) return false;
  const { node, rest } = locate(root, declaration, path);
  return rest.length === 0 && node !== null && node.type !== 'scalar' && !isAbsent(node);
}
