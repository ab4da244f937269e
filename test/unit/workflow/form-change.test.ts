import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Declaration } from '../../../server/model/declaration.ts';
import { exampleOf } from '../../../server/model/field-kinds.ts';
import type { FormField, FormModel, To } from '../../../server/model/form.ts';
import type { Path } from '../../../server/model/paths.ts';
import { applyEdits } from '../../../server/model/text-edit.ts';
import { declarations } from '../../../server/records/index.ts';
import { answerField, type Answer } from '../../../server/workflow/form-answer.ts';
import { formOf } from '../../../server/workflow/form.ts';
import { endOfEntry, lineStartOf, nextLineOf } from '../../../server/yaml/entry-span.ts';
import { entryOf } from '../../../server/yaml/node.ts';
import { readRecord } from '../../../server/yaml/read-record.ts';
import type { Checker } from '../../../server/rules/checker.ts';
import { newChecker } from '../engine/school.ts';
import { declaredRecord, goodText, isSaid, placesIn } from './declared-record.ts';

const file = 'file:///school/any.fits.yaml';
const others =
  'kind: asset\nid: SW-06\ntitle: Small switch\ntype: switch\nlocation: hall\n---\nkind: location\nid: hall\ntitle: Hall\n';

function recordIn(checker: Checker, text: string) {
  checker.setFile(file, text);
  const record = checker.estate.files.get(file)?.records[0];
  assert.ok(record);
  return record;
}

function checkerWithOthers(): Checker {
  const checker = newChecker();
  checker.setFile('file:///school/others.fits.yaml', others);
  return checker;
}

/** The field of a form at a path, if the form has it. */
function fieldIn(model: FormModel, path: Path): FormField | undefined {
  const name = JSON.stringify(path);
  const find = (fields: readonly FormField[]): FormField | undefined => {
    for (const field of fields) {
      if (JSON.stringify(field.path) === name) return field;
      const below = find([...(field.fields ?? []), ...(field.items ?? [])]);
      if (below) return below;
    }
    return undefined;
  };
  return find(model.sections.flatMap(section => section.fields));
}

/** A text without the lines of one field, and without a line end at its end. */
function without(text: string, key: string): string {
  const entry = entryOf(readRecord(text).root, key);
  if (!entry) return text.trimEnd();
  return (text.slice(0, lineStartOf(text, entry.start)) + text.slice(nextLineOf(text, endOfEntry(entry)))).trimEnd();
}

/** Whole lines of comments, and comments behind a value, as the made records have them. */
function comments(text: string): number {
  return text.split('# a comment').length + text.split('# about the next').length;
}

interface Tried {
  readonly declaration: Declaration;
  readonly text: string;
  readonly path: Path;
  readonly to: To;
}

/** Changes a field through the form; all that is not the field stays byte for byte, and the form then shows what was wanted. */
function change(checker: Checker, { declaration, text, path, to }: Tried): string | undefined {
  const record = recordIn(checker, text);
  assert.equal(record.declaration, declaration);
  const answer: Answer = answerField({ record, path, to }, checker.estate);
  if (!('edits' in answer)) return undefined;
  assert.ok(answer.edits.length <= 1);
  const after = applyEdits(text, answer.edits);
  const key = String(path[0]);
  // Comments and blank lines above what is taken out stay, and may then stand behind its field.
  const outside = (whole: string) =>
    'clear' in to
      ? without(whole, key)
          .replace(/^[ \t]*(?:# about the next: \[)?(?:\r?\n|$)/gm, '')
          .trimEnd()
      : without(whole, key);
  assert.equal(outside(after), outside(text), `${JSON.stringify(text)} → ${JSON.stringify(after)}`);
  if (!('clear' in to))
    assert.equal(comments(after), comments(text), `${JSON.stringify(text)} → ${JSON.stringify(after)}`);
  const shown = fieldIn(formOf(recordIn(checker, after), checker), path);
  if ('text' in to && to.text !== '') assert.equal(shown?.text, to.text, JSON.stringify(after));
  if ('answer' in to) assert.equal(shown?.state, to.answer);
  // The last field of an item takes the item with it, and the next one comes into its place.
  if ('clear' in to && path.every(step => typeof step === 'string'))
    assert.ok(!shown || shown.state === 'absent', JSON.stringify(after));
  return after;
}

test('every field of every kind: its example, set through the form, is what the form then shows', () => {
  const checker = checkerWithOthers();
  let fields = 0;
  for (const declaration of Object.values(declarations)) {
    const text = `kind: ${declaration.kind} # one\nid: X-01\n\n# two\ntitle: It\nnotes: "three # three"\n`;
    for (const { path, field } of placesIn(declaration.fields)) {
      // The second and third items need the first.
      if (path[0] === 'kind' || path.some(step => typeof step === 'number' && step > 0)) continue;
      const to: To = { text: field.kind === 'reference' ? 'SW-06' : exampleOf(field), sure: true };
      assert.ok(change(checker, { declaration, text, path, to }), `${declaration.kind} ${path.join('.')}`);
      fields += 1;
    }
  }
  assert.ok(fields > 300, `${fields} fields`);
});

test('a random field of a random record: nothing but the field changes, and it reads back', () => {
  const checker = checkerWithOthers();
  const counts = { done: 0, left: 0 };
  fc.assert(
    fc.property(declaredRecord, fc.nat(), fc.nat({ max: 9 }), fc.gen(), ({ declaration, text }, which, how, draw) => {
      const places = placesIn(declaration.fields).filter(({ path }) => path[0] !== 'kind');
      const place = places[which % places.length];
      assert.ok(place);
      const isEnvelope = ['id', 'title'].includes(String(place.path[0]));
      const typed: To = { text: draw(() => goodText(place.field)), sure: true };
      const to: To = isEnvelope || how > 3 ? typed : how < 2 ? { answer: 'unknown' } : { clear: true };
      if ('text' in to && !isSaid(to.text)) return;
      const after = change(checker, { declaration, text, path: place.path, to });
      counts[after === undefined ? 'left' : 'done'] += 1;
    }),
    { numRuns: 1500, endOnFailure: true },
  );
  // What is left: items far behind the last one, and lines that a form does not understand.
  assert.ok(counts.done > 2.5 * counts.left, JSON.stringify(counts));
});
