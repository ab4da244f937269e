import type { Hover } from 'vscode-languageserver-types';
import type { Estate } from '../estate/estate.ts';
import { statusOf, type RecordEntry } from '../estate/record.ts';
import { daysBetween, sayDay } from '../model/day.ts';
import { exampleOf } from '../model/field-kinds.ts';
import type { Field } from '../model/field.ts';
import { count } from '../model/words.ts';
import { rangeIn, type Place } from '../rules/locate.ts';
import { fieldAt } from '../model/paths.ts';
import { standingAt, type Standing } from './standing.ts';
import { covers, spotAt } from './place.ts';

/** What a field means, what a choice says, or the card of the record that is named here. */
export function hoverAt(estate: Estate, file: string, place: Place): Hover | undefined {
  const spot = spotAt(estate, file, place);
  const standing = spot && standingAt(spot.record, spot.offset);
  if (!standing) return undefined;
  const { record, segment, offset } = spot;
  const use = record.understood.uses.find(one => covers(one, offset));
  const named = estate.named(use?.text, file);
  const text = named ? card(named, estate) : aboutStanding(record, standing, estate.today(file));
  return text
    ? { contents: { kind: 'markdown', value: text }, range: rangeIn(segment, named && use ? use : standing.node) }
    : undefined;
}

function aboutStanding(record: RecordEntry, standing: Standing, today: string): string | undefined {
  if (standing.path.length === 1 && standing.path[0] === 'kind') return aboutKind(record);
  const field = fieldAt(record.declaration, standing.path);
  return field && aboutField(field, standing, today);
}

function aboutKind(record: RecordEntry): string | undefined {
  const { declaration } = record;
  return declaration && `**${declaration.label}**\n\n${declaration.about}`;
}

function aboutField(field: Field, standing: Standing, today: string): string {
  const own =
    standing.at === 'value' && standing.node.type === 'scalar'
      ? aboutValue(field, standing.node.text, today)
      : undefined;
  if (own) return `${own}\n\n*${field.label}: ${field.about}*`;
  const choices =
    field.kind === 'choice'
      ? Object.entries(field.choices).map(([name, sentence]) => `- \`${name}\` – ${escape(sentence)}`)
      : [];
  return [`**${field.label}**`, field.about, choices.join('\n'), factsOf(field).join(' ')].filter(Boolean).join('\n\n');
}

function factsOf(field: Field): string[] {
  const facts: string[] = [];
  if (field.unit !== undefined) facts.push(`Counted in ${field.unit}.`);
  if (field.default !== undefined) facts.push(`When it is not written: \`${field.default}\`.`);
  if (field.none !== undefined) facts.push(`Write \`none\` when ${field.none}.`);
  if (!['choice', 'list', 'group'].includes(field.kind)) facts.push(`For example: \`${exampleOf(field)}\``);
  return facts;
}

function aboutValue(field: Field, text: string, today: string): string | undefined {
  if (field.kind === 'choice' && Object.hasOwn(field.choices, text)) return escape(field.choices[text] ?? '');
  if ((field.kind === 'date' || field.kind === 'date-time') && /^\d{4}-\d{2}-\d{2}/.test(text))
    return aboutDay(text.slice(0, 10), today);
  return undefined;
}

/** "1 September 2026, in 3 weeks" */
function aboutDay(day: string, today: string): string | undefined {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day)) return undefined;
  const days = daysBetween(today, day);
  const size = Math.abs(days);
  const words =
    size < 21
      ? count(size, 'day')
      : size < 90
        ? count(Math.round(size / 7), 'week')
        : size < 730
          ? count(Math.round(size / 30.4), 'month')
          : count(Math.round(size / 365.25), 'year');
  return days === 0 ? `${sayDay(day)}: today` : `${sayDay(day)}, ${days > 0 ? `in ${words}` : `${words} ago`}`;
}

/** What one wants to know of a record that is only named. */
function card(record: RecordEntry, estate: Estate): string {
  const heading = `**${escape(record.title || record.id)}** (${record.id}) · ${record.declaration?.label ?? record.kind}`;
  const rows = shown.flatMap(key => factRow(key, record, estate));
  const open = openProblemsOf(record, estate);
  if (open.length > 0) rows.push(`- Open problems: ${open.map(one => `${escape(one.title)} (${one.id})`).join('; ')}`);
  return [heading, rows.join('\n')].filter(Boolean).join('\n\n');
}

const shown = ['type', 'status', 'location', 'make', 'model', 'address', 'support_phone', 'function', 'impact'];

function factRow(key: string, record: RecordEntry, estate: Estate): string[] {
  const field = record.declaration?.fields[key];
  const value = key === 'status' ? statusOf(record) : record.values[key];
  return field && typeof value === 'string' && value
    ? [`- ${field.label}: ${escape(say(field, value, record, estate))}`]
    : [];
}

function openProblemsOf(record: RecordEntry, estate: Estate): RecordEntry[] {
  return estate
    .naming(record.id, record.file)
    .filter(one => one.kind === 'problem' && one.declaration?.life?.open.includes(statusOf(one)));
}

function say(field: Field, value: string, record: RecordEntry, estate: Estate): string {
  if (field.kind === 'choice') return (field.choices[value] ?? value).split(':')[0] ?? value;
  if (field.kind === 'reference') return estate.named(value, record.file)?.title ?? value;
  return value;
}

/** Record text in a hover is text, never Markdown of its own. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');
}
