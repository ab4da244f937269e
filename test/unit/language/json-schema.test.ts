/** The JSON Schemas for other editors accept whatever we accept, and refuse what we refuse for its form. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { parseRecord } from '../../../server/estate/record.ts';
import { snippetOf } from '../../../server/language/completion.ts';
import { schemaOfAnyRecord, schemaOfKind } from '../../../server/language/json-schema.ts';
import { exampleOf } from '../../../server/model/field-kinds.ts';
import { declarations } from '../../../server/records/index.ts';
import { rules } from '../../../server/rules/index.ts';
import { splitSegments } from '../../../server/yaml/segments.ts';
import { declaredRecord } from '../workflow/declared-record.ts';
import { spotsBelow, wrongValues } from './wrong-values.ts';

// Words for editors, which no checker knows; and YAML has numbers without end, which JSON has not.
const ajv = new Ajv2020({ strict: false, strictNumbers: false, allErrors: true });
const acceptsAny = ajv.compile(schemaOfAnyRecord());
const acceptsKind = new Map<string, ValidateFunction>(
  Object.values(declarations).map(declaration => [declaration.kind, ajv.compile(schemaOfKind(declaration))]),
);

/** Whether we have nothing to say against the record's own form. */
function weAccept(text: string): boolean {
  const { text: read, kind, id, title, declaration, understood } = parseRecord(text);
  const named = kind !== '' && id !== '' && title !== '' && declaration !== undefined;
  const errors = [...read.slips, ...understood.problems].filter(({ severity }) => severity === 'error');
  return read.root !== null && named && errors.length === 0 && understood.incomplete.length === 0;
}

interface Judged {
  readonly value: unknown;
  readonly readable: boolean;
  readonly accepted: boolean;
  readonly why: string;
}

/** What another editor sees, and what both schemas say of it; they must agree. */
function judge(text: string): Judged {
  const document = parseDocument(text, { version: '1.2', schema: 'core' });
  const value: unknown = document.errors.length === 0 ? document.toJS() : undefined;
  const accepted = acceptsAny(value);
  const why = ajv.errorsText(acceptsAny.errors);
  const kind = (value as { kind?: unknown } | null | undefined)?.kind;
  const ofKind = typeof kind === 'string' ? acceptsKind.get(kind) : undefined;
  if (ofKind) assert.equal(ofKind(value), accepted, `the two schemas differ on\n${text}\n${why}`);
  return { value, readable: document.errors.length === 0, accepted, why };
}

function recordsIn(text: string): string[] {
  return splitSegments(text)
    .map(segment => segment.text)
    .filter(one => parseRecord(one).text.root !== null);
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.fits\.ya?ml$/.test(name))
    .map(name => fs.readFileSync(path.join(folder, name), 'utf8'));
}

/** The shortest record of each kind, and the snippet with its first choices. */
function everyday(): string[] {
  return Object.values(declarations).flatMap(({ kind, everyday: keys, fields }) => {
    const written = keys.map(key => {
      const field = fields[key];
      return `${key}: ${key === 'kind' ? kind : field ? exampleOf(field) : ''}\n`;
    });
    const filled = snippetOf(kind, keys, fields).map(line =>
      line.replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1').replace(/\$\{\d+\}/g, 'unknown'),
    );
    return [written.join(''), `${filled.join('\n')}\n`];
  });
}

const sources: Readonly<Record<string, () => readonly string[]>> = {
  'fixtures of findings': () => filesBelow('test/fixtures/findings'),
  samples: () => filesBelow('samples'),
  'examples of rules': () => rules.flatMap(({ bad, good }) => [bad, good]),
  'everyday records': everyday,
};

describe('JSON Schema of records', () => {
  for (const [name, texts] of Object.entries(sources))
    it(`accepts what we accept: ${name}`, () => {
      const counts = { accepted: 0, refused: 0, looser: 0 };
      for (const text of texts().flatMap(recordsIn)) {
        const { accepted, readable, why } = judge(text);
        if (weAccept(text)) {
          assert.ok(readable && accepted, `${why}\n${text}`);
          counts.accepted += 1;
        } else if (accepted) counts.looser += 1;
        else counts.refused += 1;
      }
      assert.ok(counts.accepted > 0);
      console.log(
        `  schema, ${name}: ${String(counts.accepted)} accepted by both, ${String(counts.refused)} refused by both, ${String(counts.looser)} refused by us alone`,
      );
    });

  it('refuses a value of the wrong form in every field that has one', () => {
    let [refused, fields] = [0, 0];
    for (const { kind, fields: declared } of Object.values(declarations))
      for (const { key, field, wrap } of spotsBelow(declared)) {
        const wrong = wrongValues(field);
        if (wrong.length > 0) fields += 1;
        for (const value of wrong) {
          const text = `kind: ${kind}\nid: X-01\ntitle: Thing\n${key}: ${JSON.stringify(wrap(value))}\n`;
          assert.ok(!weAccept(text), `we accept\n${text}`);
          assert.ok(!judge(text).accepted, `the schema accepts\n${text}`);
          refused += 1;
        }
      }
    console.log(`  schema, wrong values: ${String(refused)} refused in ${String(fields)} fields`);
    assert.ok(fields > 200);
  });

  it('refuses what is no record, and takes what only looks odd', () => {
    const start = 'id: SW-06\ntitle: Switch\ntype: switch\nlocation: unknown\n';
    const asset = `kind: asset\n${start}`;
    const refused = [
      '- a\n- b\n',
      start,
      `kind: asest\n${start}`,
      'kind: asset\ntitle: Switch\n',
      'kind: asset\nid: Library switch\ntitle: Switch\n',
      'kind: asset\nid: SW-06\ntitle: ""\n',
      'kind: asset\nid: SW-06\ntitle:\n',
      `${asset}checks: ping, disk\n`,
      `${asset}checks: [{ warn: 80 }]\n`,
      `${asset}checks: [{ type: }]\n`,
      `${asset}notes: {see folder}\n`,
      `${asset}quantity: none\n`,
      `${asset}bought: 2026-02-29\n`,
    ];
    const accepted = [
      `${asset}serial: 123456\nmodel: 1.10\nmake: true\ntag: .inf\n`,
      `${asset}quantity: "12"\nowned: YES\nwarranty_until: unknown\nnotes: ~\n`,
      `${asset}checks: ping\n`,
      `${asset}checks: [ping, { type: disk, warn: 80 }, unknown, ]\n`,
      `${asset}checks: { type: ping }\ntags: a, b\nhistory: unknown\n`,
      `${asset}checks: [{}]\nbuildng: x\nnonsense: [1, { a: 2 }]\nbought: 2028-02-29\n`,
      'kind: asset\nid: 1234\ntitle: 2026\n',
      'kind: subnet\nid: a\ntitle: b\nvlan: none\ncidr: 2001:db8::/32\n',
    ];
    for (const text of refused) assert.deepEqual([weAccept(text), judge(text).accepted], [false, false], text);
    for (const text of accepted) assert.deepEqual([weAccept(text), judge(text).accepted], [true, true], text);
  });

  it('says of each field what it is, and of each choice what it means', () => {
    const schema = schemaOfKind(declarations.problem) as {
      properties: Record<string, { title: string; description: string; markdownEnumDescriptions?: string[] }>;
    };
    for (const [key, field] of Object.entries(declarations.problem.fields)) {
      const { title, description = '' } = schema.properties[key] ?? {};
      assert.equal(title, field.label);
      assert.ok(description.startsWith(key === 'kind' ? declarations.problem.about : field.about), key);
    }
    assert.ok(schema.properties['impact']?.markdownEnumDescriptions?.includes('Whole school: everyone loses it'));
    assert.match(schema.properties['impact']?.description ?? '', /Needed\.$/);
    assert.match(schema.properties['rfc']?.description ?? '', /Needed in the status “A change is on its way”\.$/);
  });

  it('accepts any record that is written by its declaration, in every style', () => {
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(declaredRecord, ({ text }) => {
        if (!weAccept(text)) {
          refused += 1;
          return;
        }
        accepted += 1;
        const { accepted: is, why } = judge(text);
        assert.ok(is, `${why}\n${text}`);
      }),
      { numRuns: 3000 },
    );
    console.log(`  schema, made records: ${String(accepted)} accepted, ${String(refused)} not ours`);
    assert.ok(accepted > 1500);
  });
});
