import { schemaOfAnyRecord, schemaOfKind } from '../language/json-schema.ts';
import { listed, nearest, plainForm } from '../model/words.ts';
import { declarationOf, declarations } from '../records/index.ts';
import { CannotRun, type CliOptions, type Terminal } from './run.ts';

/** `fits schema [kind]`: what records look like, as JSON Schema, for editors of other makers. 0, or 2 when it cannot run. */
export function printSchema(words: readonly string[], _options: CliOptions, terminal: Terminal): Promise<number> {
  const [kind, ...more] = words;
  if (more.length > 0) throw new CannotRun('name one kind of record, or none: fits schema asset.');
  terminal.print(JSON.stringify(kind === undefined ? schemaOfAnyRecord() : ofKind(kind), null, 2));
  return Promise.resolve(0);
}

function ofKind(kind: string): unknown {
  const declaration = declarationOf(plainForm(kind));
  if (declaration) return schemaOfKind(declaration);
  const kinds = Object.keys(declarations);
  const meant = nearest(kind, kinds);
  throw new CannotRun(
    `there are no records of the kind “${kind}”. ${meant ? `Did you mean ${meant}?` : `The kinds are ${listed(kinds)}.`}`,
  );
}
