import { fieldKinds, isAnswerWithoutValue } from '../model/field-kinds.ts';
import type { Field, ReferenceField } from '../model/field.ts';
import type { RecordChoice, Question } from '../model/form.ts';
import type { Misread } from '../model/reading.ts';
import { inSentence, listed, nearest, plainForm } from '../model/words.ts';
import { declarationOf } from '../records/index.ts';

/** What a person typed, understood: the text to be written, a question where two things may be meant, or why it cannot be. */
export type Typed = { readonly write: string } | Question | { readonly refusal: string };

/** Takes a text kindly: `23/11/2026`, `£1,240`, a record's title. `picks`: the records that may be named. */
export function understand(typed: string, field: Field, picks: readonly RecordChoice[], sure = false): Typed {
  const text = typed.trim().replaceAll(/\r\n?/g, '\n');
  if (/^(?:unknown|not known)$/i.test(text)) return { write: 'unknown' };
  if (isAnswerWithoutValue(text, field)) return { write: text };
  if (field.kind === 'reference') return sure ? { write: text } : recordMeant(text, field, picks);
  if (field.kind === 'link-end') return { write: endMeant(text, picks) };
  const reading = fieldKinds[field.kind].read(text, field);
  if (reading.ok || reading.severity !== 'error') return { write: text };
  return orAsk(reading);
}

function orAsk({ message, fixes }: Misread): Typed {
  const [first] = fixes;
  if (first && (first.preferred || fixes.length === 1)) return { write: first.text };
  if (fixes.length < 2) return { refusal: message };
  return { question: message, answers: fixes.map(({ title, text }) => ({ title, to: { text } })) };
}

/** A record by its id, its title, or both as lists show them: "Library cupboard (library-cupboard)". */
function recordMeant(text: string, field: ReferenceField, picks: readonly RecordChoice[]): Typed {
  // Kinds that a later version declares: their records cannot be looked up.
  if (!field.to.some(kind => declarationOf(kind))) return { write: text };
  const id = idIn(text, picks);
  if (id !== undefined) return { write: id };
  const wanted = plainForm(text);
  const same = picks.filter(pick => plainForm(pick.title) === wanted);
  const alike = same.length > 0 ? same : nearby(text, picks);
  const [only] = same;
  if (only && same.length === 1) return { write: only.id };
  const what = kindsIn(field);
  const question = same.length > 1 ? `Which ${what} is meant?` : `There is no ${what} called “${text}” yet.`;
  const anyway = { title: `Write “${text}” all the same`, to: { text, sure: true as const } };
  const found = alike.slice(0, 5).map(pick => ({ title: `Use ${nameOf(pick)}`, to: { text: pick.id } }));
  return { question, answers: same.length > 1 ? found : [...found, anyway] };
}

function kindsIn(field: ReferenceField): string {
  return listed(
    field.to.map(kind => inSentence(declarationOf(kind)?.label ?? kind)),
    'or',
  );
}

function idIn(text: string, picks: readonly RecordChoice[]): string | undefined {
  const bracketed = /\(([^()]+)\)$/.exec(text)?.[1];
  const is = (id: string) => picks.find(pick => pick.id.toLowerCase() === id.toLowerCase())?.id;
  return picks.find(pick => pick.id === text)?.id ?? is(text) ?? (bracketed === undefined ? undefined : is(bracketed));
}

/** Titles that hold every word, else the nearest spelling. */
function nearby(text: string, picks: readonly RecordChoice[]): readonly RecordChoice[] {
  const words = text.toLowerCase().split(/\s+/);
  const holding = picks.filter(({ title }) => words.every(word => title.toLowerCase().includes(word)));
  if (holding.length > 0) return holding;
  const meant = [
    nearest(
      text,
      picks.map(pick => pick.id),
    ),
    nearest(
      text,
      picks.map(pick => pick.title),
    ),
  ];
  return picks.filter(pick => meant.includes(pick.id) || meant.includes(pick.title));
}

function nameOf({ id, title }: RecordChoice): string {
  return title ? `${title} (${id})` : id;
}

/** `Hall switch (SW-03) port 7` → `SW-03 port 7`. */
function endMeant(text: string, picks: readonly RecordChoice[]): string {
  const shown = picks.find(pick => text.startsWith(nameOf(pick)));
  if (shown) return shown.id + text.slice(nameOf(shown).length);
  return picks.find(pick => plainForm(pick.title) === plainForm(text))?.id ?? text;
}
