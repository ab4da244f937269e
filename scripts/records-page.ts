/** docs/records.md: every kind with its statuses, what each of them asks for, and its fields with their choices. */
import { neededWords } from '../server/language/needed.ts';
import type { Declaration, Life, Need } from '../server/model/declaration.ts';
import { describeField, exampleOf } from '../server/model/field-kinds.ts';
import type { ChoiceField, Field, Fields } from '../server/model/field.ts';
import { declarationOf, declarations } from '../server/records/index.ts';

const intro = `\`unknown\` is an answer everywhere; it means "to be found out". A list with one item may be written without brackets, and dates are
written year-month-day. A field that is needed and not there is an error; one that is wanted stays among the things not known yet.
Fields that every kind has are [at the end](#every-record).

Editors that know nothing of FITS can check and complete records with \`schemas/fits-record.schema.json\`, or with what \`fits schema\`
prints for one kind or for all (JSON Schema, draft 2020-12). It tells wrong forms; what several records say about each other only
\`fits check\` and the extension can tell. Many editors take it from the first line of a file:
\`# yaml-language-server: $schema=fits-record.schema.json\`, with the way to where it lies.`;

export function recordsPage(note: string): string {
  const all = Object.values(declarations);
  const parts = sharedParts(all);
  const contents = all.map(({ kind, label }) => `[${label}](#${anchorOf(label)}) \`${kind}\``).join(' · ');
  return [
    `${note}\n\n# Record kinds\n\n${intro}\n\n${contents}\n`,
    ...all.map(declaration => kindPart(declaration, parts)),
    everyRecord(all),
    ...[...parts].map(([field, name]) => sharedPart(field, name)),
  ].join('\n');
}

/** Fields that every kind has are told once. */
const envelope = ['kind', 'id', 'title', 'tags', 'notes', 'history'];

/** Parts with fields of their own that several kinds have word for word: told once, at the end of the page. */
function sharedParts(all: readonly Declaration[]): Map<Field, string> {
  const counts = new Map<Field, number>();
  for (const { fields } of all)
    for (const [key, field] of Object.entries(fields))
      if (!envelope.includes(key) && innerOf(field).kind === 'group') counts.set(field, (counts.get(field) ?? 0) + 1);
  const several = [...counts].filter(([, count]) => count > 1).map(([field]) => field);
  return new Map(several.map(field => [field, `Part: ${field.label.toLowerCase()}`]));
}

function innerOf(field: Field): Field {
  return field.kind === 'list' ? field.of : field;
}

function kindPart(declaration: Declaration, parts: ReadonlyMap<Field, string>): string {
  const { kind, label, about, everyday, fields } = declaration;
  const own = Object.fromEntries(Object.entries(fields).filter(([key]) => !envelope.includes(key)));
  const known: Readonly<Record<string, string>> = { kind, id: idIn(declaration), title: 'What people call it' };
  const example = everyday.map(key => `${key}: ${known[key] ?? exampleIn(fields[key])}`).join('\n');
  return [
    `## ${label}\n\n\`kind: ${kind}\`, ids such as ${code(idIn(declaration))}. ${about}\n`,
    `The shortest one:\n\n\`\`\`yaml\n${example}\n\`\`\`\n`,
    statusTable(declaration),
    `| field | what it is | form |\n|---|---|---|\n${rowsOf(own, '', declaration, parts).join('\n')}\n`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** A new id of the kind, as it would be proposed. */
function idIn({ prefix, prefixByType, yearInId, wordsInId }: Declaration): string {
  if (wordsInId) return 'words-of-its-title';
  return `${Object.values(prefixByType ?? {})[0] ?? prefix}${yearInId ? '-2026' : ''}-${yearInId ? '001' : '01'}`;
}

function exampleIn(field: Field | undefined): string {
  if (field?.kind === 'reference') {
    const target = declarationOf(field.to[0] ?? '');
    return target ? idIn(target) : 'unknown';
  }
  if (field?.kind === 'list' && field.of.kind !== 'group') return `[${exampleIn(field.of)}]`;
  return field ? exampleOf(field) : '';
}

/** Where the thing may stand, where it may go from there, and what must be known then. */
function statusTable(declaration: Declaration): string {
  const { life, fields } = declaration;
  const status = fields['status'];
  if (status?.kind !== 'choice') return '';
  const rows = Object.entries((status satisfies ChoiceField).choices).map(([name, sentence]) => {
    const next = (life?.steps[name] ?? []).map(to => `${code(to)}${limitIn(life, name, to)}`).join(' ') || 'nothing';
    const needs = declaration.needs.filter(need => need.at?.includes(name)).map(needIn);
    const start = name === life?.start ? ' (where nothing is written)' : '';
    return `| ${code(name)} | ${sentence}${start} | ${next} | ${needs.join('; ') || '–'} |`;
  });
  return `| status | means | may become | needs |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

/** Which records have the step, where not all do. */
function limitIn(life: Life | undefined, from: string, to: string): string {
  const limits = (life?.only ?? []).filter(one => one.to === to && (one.from === undefined || one.from === from));
  const words = limits.flatMap(({ where, profile }) => [
    ...conditionsIn(where, 'is'),
    ...(profile ? [`the school’s ${code('approvals')} are ${code(profile)}`] : []),
  ]);
  return words.length > 0 ? ` (where ${words.join(', ')})` : '';
}

function needIn({ fields, oneOf, where, whereNot, code: rule }: Need): string {
  const names = fields.map(code).join(oneOf ? ' or ' : ', ');
  const when = [...conditionsIn(where, 'is'), ...conditionsIn(whereNot, 'is not')].join(', ');
  return `${names}${when ? ` where ${when}` : ''}${rule ? ` ([${rule}](rules.md#${rule.toLowerCase()}))` : ''}`;
}

function conditionsIn(table: Need['where'], is: string): string[] {
  return Object.entries(table ?? {}).map(([key, texts]) => `${code(key)} ${is} ${texts.map(code).join(' or ')}`);
}

function rowsOf(
  fields: Fields,
  prefix: string,
  declaration: Declaration | undefined,
  parts: ReadonlyMap<Field, string>,
): string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const name = prefix + key + (field.kind === 'list' ? '[]' : '');
    const part = parts.get(field);
    // What a status asks for stands in the table of statuses.
    const needed = declaration
      ? neededWords(declaration, (prefix + key).replaceAll('[]', ''), need => need.at === undefined)
      : '';
    const words = `${field.label}. ${describeField(field)}${needed ? ` ${needed}` : ''}`;
    const isStatus = name === 'status' && declaration?.fields['status'] === field;
    const form = isStatus ? 'see above' : part ? `[${part.toLowerCase()}](#${anchorOf(part)})` : formOf(field);
    const own = `| ${code(name)} | ${cell(words)} | ${cell(form)} |`;
    const inner = innerOf(field);
    return inner.kind === 'group' && !part ? [own, ...rowsOf(inner.fields, `${name}.`, declaration, parts)] : [own];
  });
}

function formOf(field: Field): string {
  const inner = innerOf(field);
  const fallback = field.default ?? inner.default;
  const parts = [
    ...(inner.kind === 'choice' ? [choicesIn(inner)] : [formWords(inner)]),
    ...(fallback === undefined ? [] : [`where nothing is written: ${code(fallback)}`]),
  ];
  return parts.join(inner.kind === 'choice' ? '<br>' : ', ');
}

function choicesIn(field: ChoiceField): string {
  return Object.entries(field.choices)
    .map(([name, sentence]) => `${code(name)} ${sentence}`)
    .join('<br>');
}

function formWords(field: Field): string {
  if (field.kind === 'reference') return `id of: ${field.to.join(', ')}`;
  if (field.kind === 'group')
    return field.short ? `lines of its own, or only its ${code(field.short)}` : 'lines of its own';
  const range = rangeOf(field);
  const shown =
    field.example !== undefined || !['text', 'open', 'boolean', 'integer', 'decimal', 'money'].includes(field.kind);
  return [field.kind.replace('-', ' '), range, shown ? `such as ${code(exampleOf(field))}` : '']
    .filter(Boolean)
    .join(', ');
}

function rangeOf({ least, most }: Field): string {
  if (least !== undefined && most !== undefined) return `${String(least)} to ${String(most)}`;
  return [
    least === undefined ? '' : `at least ${String(least)}`,
    most === undefined ? '' : `at most ${String(most)}`,
  ].join('');
}

function everyRecord([first]: readonly Declaration[]): string {
  const fields = Object.fromEntries(Object.entries(first?.fields ?? {}).filter(([key]) => envelope.includes(key)));
  const rows = rowsOf(fields, '', undefined, new Map());
  return `## Every record\n\n| field | what it is | form |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function sharedPart(field: Field, name: string): string {
  const inner = innerOf(field);
  const rows = inner.kind === 'group' ? rowsOf(inner.fields, '', undefined, new Map()) : [];
  return `## ${name}\n\n${describeField(field)}\n\n| field | what it is | form |\n|---|---|---|\n${rows.join('\n')}\n`;
}

/** How a page's own links name a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '/').replaceAll('\n', ' ');
}
