import type { Declaration } from '../model/declaration.ts';
import { jsonSchemaOf } from '../model/field-kinds.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import { declarations } from '../records/index.ts';
import { neededWords } from './needed.ts';

/**
 * Records for editors of other makers, as JSON Schema. It accepts every record whose form we accept: lines that nothing reads are only
 * information, and what a step asks for is said in words, for no schema knows the step before.
 */
const draft = 'https://json-schema.org/draft/2020-12/schema';

/** The schema of one kind's records. */
export function schemaOfKind(declaration: Declaration): JsonSchema {
  return share({ $schema: draft, ...recordSchema(declaration) });
}

/** The schema of any record: which fields there are goes by its kind. */
export function schemaOfAnyRecord(all: readonly Declaration[] = Object.values(declarations)): JsonSchema {
  const kinds = all.map(({ kind }) => kind);
  const schema = {
    $schema: draft,
    title: 'FITS record',
    description:
      'One record of a school’s ICT maintenance: what sort of thing it is, its id, its title, and what is known of it.',
    type: 'object',
    required: ['kind', 'id', 'title'],
    properties: {
      kind: {
        title: 'Kind',
        description: 'What sort of record this is; it decides which fields there are.',
        enum: kinds,
        markdownEnumDescriptions: all.map(({ about }) => about),
      },
    },
    allOf: all.map(declaration => ({
      if: { properties: { kind: { const: declaration.kind } }, required: ['kind'] },
      then: { $ref: `#/$defs/${declaration.kind}` },
    })),
  };
  return share(schema, Object.fromEntries(all.map(declaration => [declaration.kind, recordSchema(declaration)])));
}

function recordSchema(declaration: Declaration): JsonSchema {
  const { kind, label, about, fields, everyday } = declaration;
  const {
    kind: _,
    id = {},
    title = {},
    ...rest
  } = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, withNeeds(jsonSchemaOf(field), declaration, [key])]),
  );
  const ownKind = { title: 'Kind', description: about, const: kind };
  return {
    title: label,
    description: `${about} The shortest one: ${everyday.join(', ')}.`,
    type: 'object',
    required: ['kind', 'id', 'title'],
    properties: {
      kind: ownKind,
      id,
      title: { ...title, type: ['string', 'number', 'boolean'], minLength: 1 },
      ...rest,
    },
  };
}

/** The schema with words for each field below it that a step asks for. */
function withNeeds(schema: JsonSchema, declaration: Declaration, path: readonly string[]): JsonSchema {
  const words = neededWords(declaration, path.join('.'));
  const said = words === '' ? schema : { ...schema, description: `${String(schema['description'])} ${words}` };
  const below = schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  if (!below) return said;
  const properties = Object.entries(below).map(([key, of]) => [key, withNeeds(of, declaration, [...path, key])]);
  return { ...said, properties: Object.fromEntries(properties) };
}

/** A piece shorter than this is written out wherever it stands. */
const shortest = 240;

interface Shared {
  /** How often each piece stands in the whole, by its text. */
  readonly counts: ReadonlyMap<string, number>;
  /** What each shared piece is called. */
  readonly names: Map<string, string>;
  readonly defs: Record<string, unknown>;
}

/** The schema with each large piece that stands in it more than once, and each form, written once below `$defs`. */
function share(schema: JsonSchema, kinds: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  const counts = new Map<string, number>();
  for (const part of [schema, ...Object.values(kinds)]) countPieces(part, counts);
  const own = Object.fromEntries(Object.keys(kinds).map(kind => [kind, {}]));
  const shared: Shared = { counts, names: new Map(), defs: own };
  const main = below(schema, shared);
  for (const [kind, of] of Object.entries(kinds)) shared.defs[kind] = below(of, shared);
  return Object.keys(shared.defs).length === 0 ? main : { ...main, $defs: shared.defs };
}

function shareValue(value: unknown, shared: Shared): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(one => shareValue(one, shared));
  if ((shared.counts.get(JSON.stringify(value)) ?? 0) > 1) return nameOf(value as JsonSchema, shared);
  const form = formOf(value as JsonSchema);
  if (!form) return below(value, shared);
  const { $comment: _, type: _type, pattern: _pattern, patternErrorMessage: _say, ...rest } = value as JsonSchema;
  return { ...below(rest, shared), ...nameOf(form, shared) };
}

function below(value: object, shared: Shared): JsonSchema {
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, shareValue(held, shared)]));
}

/** `$ref` to the piece, which is written below `$defs` when it comes first. */
function nameOf(piece: JsonSchema, shared: Shared): JsonSchema {
  const whole = JSON.stringify(piece);
  const known = shared.names.get(whole);
  if (known !== undefined) return { $ref: `#/$defs/${known}` };
  const name = freeName(String(piece['$comment'] ?? piece['title']), shared.defs);
  shared.names.set(whole, name);
  shared.defs[name] = {};
  const form = formOf(piece);
  const { $comment: _, ...bare } = piece;
  shared.defs[name] = form && !('title' in piece) ? bare : { ...below(piece, shared) };
  return { $ref: `#/$defs/${name}` };
}

/** What a date, a number … must look like, without the words of the field. */
function formOf({ $comment, type, pattern, patternErrorMessage }: JsonSchema): JsonSchema | undefined {
  return typeof $comment === 'string' ? { $comment, type, pattern, patternErrorMessage } : undefined;
}

/** How often each large piece with words of its own stands in the value. */
function countPieces(value: unknown, counts: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && 'title' in value && typeof value.title === 'string' && !('$comment' in value)) {
    const whole = JSON.stringify(value);
    if (whole.length >= shortest) counts.set(whole, (counts.get(whole) ?? 0) + 1);
  }
  for (const held of Object.values(value)) countPieces(held, counts);
}

/** `Handed out` → `handed_out`, with a number where that is taken. */
function freeName(words: string, taken: Readonly<Record<string, unknown>>): string {
  const plain = words.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  let name = plain;
  for (let n = 2; Object.hasOwn(taken, name); n++) name = `${plain}_${String(n)}`;
  return name;
}
