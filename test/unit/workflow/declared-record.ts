/** Correct records of every kind, as people may write them: every style, comments, CRLF, short forms. */
import fc from 'fast-check';
import type { Declaration } from '../../../server/model/declaration.ts';
import { exampleOf, fieldKinds } from '../../../server/model/field-kinds.ts';
import type { Field, Fields } from '../../../server/model/field.ts';
import type { Path } from '../../../server/model/paths.ts';
import { declarations } from '../../../server/records/index.ts';
import { anyText, writeModel, type Model } from '../yaml/arbitrary-record.ts';

export interface DeclaredRecord {
  readonly declaration: Declaration;
  readonly text: string;
}

/** Texts that read as this field. */
export function goodText(field: Field): fc.Arbitrary<string> {
  if (field.kind === 'text') return fc.oneof(anyText.filter(isSaid), fc.constantFrom('a\nb', 'one\n\n  two'));
  if (field.kind === 'reference' || field.kind === 'link-end') return fc.constantFrom('SW-06', 'hall', 'Room 7');
  const offered = fieldKinds[field.kind].suggest(field).map(({ text }) => text);
  return fc.constantFrom(exampleOf(field), ...offered);
}

/** What a form would take as it is: not blank, not an answer, nothing at its end that is cut off. */
export function isSaid(text: string): boolean {
  return text !== '' && text.trim() === text && !/^(?:unknown|not known|none)$/i.test(text) && !text.includes('\r');
}

function valueOf(field: Field): fc.Arbitrary<Model> {
  if (field.kind === 'open') return fc.constant('x');
  if (field.kind === 'list') {
    const items = fc.array(valueOf(field.of), { minLength: 1, maxLength: 3 });
    return fc.oneof({ weight: 4, arbitrary: items }, { weight: 1, arbitrary: valueOf(field.of) }, answer);
  }
  if (field.kind === 'group') {
    const short = field.short === undefined ? undefined : field.fields[field.short];
    const whole = fieldsOf(field.fields, 3);
    return short
      ? fc.oneof({ weight: 3, arbitrary: whole }, valueOf(short), answer)
      : fc.oneof({ weight: 5, arbitrary: whole }, answer);
  }
  return fc.oneof({ weight: 6, arbitrary: goodText(field) }, answer, fc.constant(null));
}

const answer = fc.constant('unknown');

function fieldsOf(fields: Fields, most: number): fc.Arbitrary<{ readonly [key: string]: Model }> {
  const keys = Object.keys(fields);
  return fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: most }).chain(chosen => {
    const made = Object.fromEntries(chosen.flatMap(key => (fields[key] ? [[key, valueOf(fields[key])]] : [])));
    return fc.record(made, { noNullPrototype: true });
  });
}

export const declaredRecord: fc.Arbitrary<DeclaredRecord> = fc
  .constantFrom(...Object.values(declarations))
  .chain(declaration => {
    const { kind: _, id: _id, title: _title, ...fields } = declaration.fields;
    const writing = fc.record({
      choices: fc.array(fc.nat({ max: 59 }), { minLength: 1, maxLength: 40 }),
      eol: fc.constantFrom('\n', '\r\n'),
      step: fc.constantFrom(2, 2, 4),
      newline: fc.boolean(),
    });
    return fc.tuple(fieldsOf(fields, 7), anyText.filter(isSaid), writing).map(([rest, title, how]) => ({
      declaration,
      text: writeModel({ kind: declaration.kind, id: 'X-01', title, ...rest }, how),
    }));
  });

/** Every place that a form may fill, so not what a command writes: items of lists are the first, the second and the third. */
export function placesIn(fields: Fields, above: Path = []): { readonly path: Path; readonly field: Field }[] {
  const open = Object.entries(fields).filter(([, field]) => !field.written);
  return open.flatMap(([key, field]) => placesOf(field, [...above, key]));
}

function placesOf(field: Field, path: Path): { readonly path: Path; readonly field: Field }[] {
  if (field.kind === 'group') return placesIn(field.fields, path);
  if (field.kind === 'list') return [0, 1, 2].flatMap(at => placesOf(field.of, [...path, at]));
  return field.kind === 'open' ? [] : [{ path, field }];
}
