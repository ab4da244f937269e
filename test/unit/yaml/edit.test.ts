import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../server/model/text-edit.ts';
import type { TextEdit } from '../../../server/model/text-edit.ts';
import { appendToList, insertKey, removeItem, removeKey, renameKey, setValue } from '../../../server/yaml/edit.ts';
import type { Path } from '../../../server/yaml/edit.ts';
import { readRecord } from '../../../server/yaml/read-record.ts';
import { anyText, madeRecord } from './arbitrary-record.ts';
import type { Model } from './arbitrary-record.ts';
import { assertDefined, plainValue } from './plain-value.ts';

const order = ['kind', 'id', 'title', 'type', 'location', 'contract', 'groups', 'from', 'to', 'notes'];

function after(text: string, edits: TextEdit[] | undefined): string {
  return applyEdits(text, assertDefined(edits));
}

/** Every path of a model, groups and lists included. */
function pathsOf(model: Model, above: Path = []): Path[] {
  if (model === null || typeof model === 'string') return [above];
  const inner = Array.isArray(model)
    ? model.flatMap((item: Model, at) => pathsOf(item, [...above, at]))
    : Object.entries(model).flatMap(([key, value]) => pathsOf(value, [...above, key]));
  return [above, ...inner];
}

function at(model: Model, path: Path): Model | undefined {
  return path.reduce<Model | undefined>(
    (held, step) =>
      held !== null && typeof held === 'object' ? (held as Record<string | number, Model>)[step] : undefined,
    model,
  );
}

/** The model with one place changed; undefined takes it away. */
function changed(model: Model, path: Path, value: Model | undefined): Model {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  if (Array.isArray(model)) {
    const items = [...(model as Model[])];
    if (rest.length === 0 && value === undefined) items.splice(Number(step), 1);
    else items[Number(step)] = changed(items[Number(step)] ?? null, rest, value);
    return items;
  }
  const fields: Record<string, Model> = { ...(model as Record<string, Model>) };
  if (rest.length === 0 && value === undefined) Reflect.deleteProperty(fields, step);
  else fields[step] = changed(fields[step] ?? {}, rest, value);
  return fields;
}

/** A group or list whose last piece was taken out in block style is a field with nothing after its colon. */
function emptied(model: Model): Model {
  if (model === null || typeof model === 'string') return model;
  const values = Object.values<Model>(model);
  if (values.length === 0) return null;
  if (Array.isArray(model)) return values.map(emptied);
  return Object.fromEntries(Object.entries(model).map(([key, value]) => [key, emptied(value)]));
}

function assertHolds(text: string, model: Model): void {
  const read = readRecord(text);
  assert.deepEqual(read.slips, [], JSON.stringify(text));
  assert.deepEqual(emptied(plainValue(read.root) as Model), emptied(model), JSON.stringify(text));
}

/** Outside the edits every unit is the same, by the way edits are applied; they must be few, in bounds, and not overlap. */
function assertMinimal(text: string, edits: readonly TextEdit[]): void {
  assert.ok(edits.length <= 2);
  let last = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    assert.ok(edit.start >= last && edit.end >= edit.start && edit.end <= text.length);
    last = edit.end;
  }
}

describe('edits of any correct record', () => {
  const any = fc.record({ made: madeRecord, which: fc.nat(), value: anyText });
  const runs = { numRuns: 1500 };

  it('setValue changes the one text and nothing else', () => {
    fc.assert(
      fc.property(any, ({ made, which, value }) => {
        const paths = pathsOf(made.model).filter(
          path => path.length > 0 && typeof (at(made.model, path) ?? '') === 'string',
        );
        const path = paths[which % Math.max(1, paths.length)];
        if (!path) return;
        const edits = setValue(made.text, path, value);
        assertMinimal(made.text, assertDefined(edits));
        assertHolds(after(made.text, edits), changed(made.model, path, value));
      }),
      runs,
    );
  });

  it('insertKey adds the one field, in groups that are there or are made', () => {
    fc.assert(
      fc.property(
        any,
        fc.constantFrom<Path>([], ['more'], ['more', 'inner']),
        fc.boolean(),
        ({ made, which, value }, extra, list) => {
          const maps = pathsOf(made.model).filter(path => {
            const node = at(made.model, path);
            return typeof node === 'object' && node !== null && !Array.isArray(node);
          });
          const path = [...(maps[which % maps.length] ?? []), ...extra];
          const held: Model = list ? [value, { a: value }] : value;
          for (const key of ['title', 'new_one']) {
            const edits = insertKey(made.text, path, key, held, { order });
            if (at(made.model, [...path, key]) !== undefined) {
              assert.equal(edits, undefined);
              continue;
            }
            assertMinimal(made.text, assertDefined(edits));
            assert.ok(assertDefined(edits).every(edit => edit.start === edit.end));
            assertHolds(after(made.text, edits), changed(made.model, [...path, key], held));
          }
        },
      ),
      runs,
    );
  });

  it('appendToList adds the one item', () => {
    fc.assert(
      fc.property(any, fc.boolean(), ({ made, which, value }, group) => {
        const lists = pathsOf(made.model).filter(path => Array.isArray(at(made.model, path)));
        const path = lists[which % Math.max(1, lists.length)] ?? ['new_list'];
        const item: Model = group ? { a: value, b: 'x' } : value;
        const edits = appendToList(made.text, path, item, { order });
        assertMinimal(made.text, assertDefined(edits));
        const list = (at(made.model, path) ?? []) as readonly Model[];
        assertHolds(after(made.text, edits), changed(made.model, path, [...list, item]));
      }),
      runs,
    );
  });

  it('removeKey and removeItem take the one piece away', () => {
    fc.assert(
      fc.property(any, ({ made, which }) => {
        const paths = pathsOf(made.model).filter(path => path.length > 0);
        const path = paths[which % Math.max(1, paths.length)];
        if (!path || Object.keys(made.model).length < 2) return;
        const edits = typeof path.at(-1) === 'number' ? removeItem(made.text, path) : removeKey(made.text, path);
        if (!edits) {
          assert.equal(typeof path.at(-1), 'number');
          return;
        }
        assertMinimal(made.text, edits);
        assert.ok(edits.every(edit => edit.text === ''));
        assertHolds(after(made.text, edits), changed(made.model, path, undefined));
      }),
      runs,
    );
  });

  it('renameKey changes the one name', () => {
    fc.assert(
      fc.property(any, ({ made, which }) => {
        const paths = pathsOf(made.model).filter(path => typeof path.at(-1) === 'string');
        const path = paths[which % Math.max(1, paths.length)] ?? [];
        const edits = renameKey(made.text, path, 'renamed');
        const renamed = after(made.text, edits);
        assertHolds(
          renamed,
          changed(
            changed(made.model, path, undefined),
            [...path.slice(0, -1), 'renamed'],
            at(made.model, path) ?? null,
          ),
        );
      }),
      runs,
    );
  });
});

describe('edits, seen', () => {
  const text =
    '# top\nkind: asset\nid: A # tag\n\n# where\nlocation: X\ncontract:\n  from: x\n  # soon\nnotes: |\n  a\n';
  it('puts a field at its declared place, below the comment of the one above, above that of the one below', () => {
    assert.equal(
      after(text, insertKey(text, [], 'title', 'Yes', { order })),
      text.replace('# tag\n', '# tag\ntitle: "Yes"\n'),
    );
    assert.equal(
      after(text, insertKey(text, [], 'groups', ['a'], { order })),
      text.replace('  # soon\n', '  # soon\ngroups:\n  - a\n'),
    );
    assert.equal(
      after(text, insertKey(text, ['contract'], 'to', 'z', { order })),
      text.replace('from: x\n', 'from: x\n  to: z\n'),
    );
    assert.equal(
      after('# where\nlocation: X\n', insertKey('# where\nlocation: X\n', [], 'id', 'A', { order })),
      'id: A\n# where\nlocation: X\n',
    );
    assert.equal(
      after(
        'notes: x\n',
        insertKey('notes: x\n', ['contract'], 'to', 'z', { order: path => (path.length === 0 ? order : []) }),
      ),
      'contract:\n  to: z\nnotes: x\n',
    );
    assert.equal(
      after('a: {b: c}\n', insertKey('a: {b: c}\n', ['a'], 'd', 'e, f', { order })),
      'a: {b: c, d: "e, f"}\n',
    );
    assert.equal(
      after('kind: x\r\nid: y', insertKey('kind: x\r\nid: y', [], 'title', 'z', { order })),
      'kind: x\r\nid: y\r\ntitle: z\r\n',
    );
    assert.equal(
      after('l:\n  - a: b\n', insertKey('l:\n  - a: b\n', ['l', 0], 'k', 'v', { order: ['k', 'a'] })),
      'l:\n  - k: v\n    a: b\n',
    );
  });

  it('keeps the quotes a field has', () => {
    assert.equal(after("a: 'x' # c\n", setValue("a: 'x' # c\n", ['a'], "it's")), "a: 'it''s' # c\n");
    assert.equal(after('a: "x"\n', setValue('a: "x"\n', ['a'], 'z')), 'a: "z"\n');
    assert.equal(after('a: # c\nb: d\n', setValue('a: # c\nb: d\n', ['a'], 'z')), 'a: z # c\nb: d\n');
    assert.equal(
      after('a: | # c\n  x\nb: d\n', setValue('a: | # c\n  x\nb: d\n', ['a'], 'y\nz\n')),
      'a: | # c\n  y\n  z\nb: d\n',
    );
  });

  it('refuses where the text cannot be trusted, and where it is not asked rightly', () => {
    const broken = 'kind: asset\ntitle: a: b\n';
    assert.equal(insertKey(broken, [], 'id', 'A', { order }), undefined);
    assert.equal(setValue(broken, ['kind'], 'x'), undefined);
    assert.equal(removeKey(broken, ['kind']), undefined);
    assert.equal(appendToList(broken, ['l'], 'x', { order }), undefined);
    assert.equal(setValue(text, ['contract'], 'x'), undefined);
    assert.equal(insertKey(text, ['id'], 'x', 'y', { order }), undefined);
    assert.equal(removeKey(text, ['nowhere']), undefined);
    assert.equal(renameKey(text, ['id'], 'kind'), undefined);
    assert.equal(insertKey('', [], 'id', 'A', { order }), undefined);
  });
});
