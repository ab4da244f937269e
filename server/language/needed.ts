import type { Declaration, Need } from '../model/declaration.ts';
import type { ChoiceField } from '../model/field.ts';
import { labelAt } from '../model/paths.ts';
import { inSentence, listed } from '../model/words.ts';

/** When a field is asked for, in words: “Needed in the status “Closed”.” Empty where it never is. `looked` leaves needs out. */
export function neededWords(
  declaration: Declaration,
  path: string,
  looked: (need: Need) => boolean = () => true,
): string {
  const needs = declaration.needs.filter(need => need.fields.includes(path));
  if (needs.some(isUnconditional)) return 'Needed.';
  const wanted = declaration.wanted.filter(need => need.fields.includes(path));
  return [
    ...sentences(declaration, needs.filter(looked), path, 'Needed'),
    ...sentences(declaration, wanted.filter(looked), path, 'Wanted'),
  ].join(' ');
}

function isUnconditional({ at, where, whereNot, oneOf }: Need): boolean {
  return [at, where, whereNot, oneOf].every(condition => condition === undefined);
}

/** Needs that differ only in the statuses that ask are one sentence. */
function sentences(declaration: Declaration, needs: readonly Need[], path: string, word: string): string[] {
  const joined = new Map<string, Need>();
  for (const need of needs) {
    const { at = [], fields, oneOf, where, whereNot } = need;
    const same = JSON.stringify([need.at !== undefined, oneOf ? fields : path, where, whereNot]);
    const before = joined.get(same);
    joined.set(same, before ? { ...before, at: [...new Set([...(before.at ?? []), ...at])] } : need);
  }
  return [...joined.values()].map(need => sentence(declaration, need, path, word));
}

function sentence(declaration: Declaration, need: Need, path: string, word: string): string {
  const others = need.oneOf ? need.fields.filter(other => other !== path) : [];
  const instead =
    others.length === 0
      ? ''
      : `, or ${listed(
          others.map(other => `“${labelOf(declaration, other)}”`),
          'or',
        )} in its place`;
  const when = [
    need.at
      ? `in the status ${listed(
          need.at.map(status => `“${sayChoice(declaration, 'status', status)}”`),
          'or',
        )}`
      : '',
    ...conditions(declaration, need.where, 'is'),
    ...conditions(declaration, need.whereNot, 'is not'),
  ].filter(Boolean);
  return `${word}${when.length === 0 ? '' : ` ${listed(when)}`}${instead}.`;
}

function conditions(declaration: Declaration, table: Need['where'], is: string): string[] {
  return Object.entries(table ?? {}).map(([key, texts]) => condition(declaration, key, texts, is));
}

/** Of most choices it is shorter to say which are left out. */
function condition(declaration: Declaration, key: string, texts: readonly string[], is: string): string {
  const field = declaration.fields[key];
  const names = field?.kind === 'choice' ? Object.keys(field.choices) : [];
  const others = names.filter(name => !texts.includes(name));
  const [said, verb] =
    texts.length > others.length && others.length > 0 ? [others, is === 'is' ? 'is not' : 'is'] : [texts, is];
  const words = said.map(text => (text === '' ? 'not written' : `“${sayChoice(declaration, key, text)}”`));
  return `where “${labelOf(declaration, key)}” ${verb} ${listed(words, 'or')}`;
}

function labelOf(declaration: Declaration, path: string): string {
  return inSentence(labelAt(declaration, path.split('.')));
}

/** The first words of a choice's sentence; yes and no for a boolean. */
function sayChoice(declaration: Declaration, key: string, text: string): string {
  const field = declaration.fields[key];
  if (field?.kind === 'boolean') return text === 'true' ? 'yes' : text === 'false' ? 'no' : text;
  if (field?.kind !== 'choice') return text;
  return ((field satisfies ChoiceField).choices[text] ?? text).split(':')[0] ?? text;
}
