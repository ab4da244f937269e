import { InlayHintKind, type InlayHint } from 'vscode-languageserver-types';
import type { Estate } from '../estate/estate.ts';
import { isWritten, type RecordEntry } from '../estate/record.ts';
import type { Field } from '../model/field.ts';
import { inSentence } from '../model/words.ts';
import { rangeOf, type Range } from '../rules/locate.ts';
import { entryOf } from '../yaml/node.ts';

/** What counts though nobody wrote it: behind the kind of each record, "in use · one room · owned: yes". */
export function inlayHintsOf(estate: Estate, file: string, within: Range): InlayHint[] {
  return (estate.files.get(file)?.records ?? []).flatMap(record => {
    const kind = entryOf(record.text.root, 'kind')?.value;
    if (!kind || !record.declaration) return [];
    const position = rangeOf(estate, record, kind).end;
    if (position.line < within.start.line || position.line > within.end.line) return [];
    const taken = defaultsOf(record);
    if (taken.length === 0) return [];
    return [
      {
        position,
        label: taken.map(({ label, value }) => `${inSentence(label)}: ${value}`).join(' · '),
        kind: InlayHintKind.Parameter,
        paddingLeft: true,
        tooltip: 'This counts as long as the record says nothing else.',
      },
    ];
  });
}

/** A hint is read in passing: a longer sentence is left to the hover. */
const longestWords = 24;

interface Taken {
  readonly label: string;
  readonly value: string;
}

function defaultsOf(record: RecordEntry): Taken[] {
  return Object.entries(record.declaration?.fields ?? {}).flatMap(([key, field]) => {
    const value = isWritten(record, key) || !isOffered(field, record) ? undefined : defaultOf(field);
    return value === undefined ? [] : [{ label: field.label, value }];
  });
}

/** A field that makes no sense for this type of device has no default there. */
function isOffered(field: Field, record: RecordEntry): boolean {
  const type = record.values['type'];
  return field.offeredFor === undefined || (typeof type === 'string' && field.offeredFor.includes(type));
}

/** The default as a person reads it: of a choice the first words of its sentence; of a group that of its parts. */
function defaultOf(field: Field): string | undefined {
  if (field.kind === 'group') {
    const parts = Object.values(field.fields).map(defaultOf);
    return parts.length > 0 && parts.every(part => part !== undefined) ? parts.join(' to ') : undefined;
  }
  if (field.default === undefined) return undefined;
  if (field.kind !== 'choice') return field.default;
  const sentence = (field.choices[field.default] ?? field.default).split(/[:,]/)[0] ?? field.default;
  return sentence.length <= longestWords ? inSentence(sentence) : field.default;
}
