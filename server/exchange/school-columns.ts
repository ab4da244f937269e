import { plainHeading } from './plain-heading.ts';
import type { Table } from './table.ts';

/** What a column of a list of schools can be. */
export const schoolFields = {
  title: 'Name',
  id: 'Id',
  phase: 'Phase',
  domain: 'Internet domain',
  pupils: 'Pupils',
  staff: 'Staff',
  classes: 'Classes',
  ict_owner: 'ICT owner (the post)',
  maintenance: 'Maintenance by',
} as const;

export type SchoolField = keyof typeof schoolFields;

const words: Readonly<Record<SchoolField, readonly string[]>> = {
  title: [
    'school',
    'school name',
    'name',
    'name of school',
    'establishment',
    'establishment name',
    'title',
    'site',
    'site name',
    'academy',
  ],
  id: ['id', 'school id', 'code', 'school code', 'short name', 'short code', 'ref', 'school ref', 'abbreviation'],
  phase: ['phase', 'type', 'school type', 'phase of education', 'phase name', 'type of school', 'key stage', 'sector'],
  domain: [
    'domain',
    'internet domain',
    'website',
    'web site',
    'school website',
    'web address',
    'url',
    'mail domain',
    'email domain',
    'e mail domain',
  ],
  pupils: [
    'pupils',
    'number of pupils',
    'no of pupils',
    'nor',
    'roll',
    'number on roll',
    'pupil numbers',
    'pupils on roll',
    'students',
    'children',
    'pupil count',
  ],
  staff: ['staff', 'number of staff', 'no of staff', 'staff count', 'staff numbers', 'adults'],
  classes: ['classes', 'number of classes', 'no of classes', 'class count', 'forms'],
  ict_owner: [
    'ict owner',
    'ict lead',
    'ict owner post',
    'ict lead post',
    'ict responsible',
    'responsible post',
    'computing lead',
    'digital lead',
  ],
  maintenance: [
    'maintenance',
    'maintenance by',
    'technician',
    'it support',
    'ict support',
    'support provider',
    'it provider',
    'provider',
    'managed service',
    'supported by',
  ],
};

/** The field of each column, by its heading; undefined = left out. No field is given twice. */
export function guessSchoolColumns(table: Table): (SchoolField | undefined)[] {
  const fields = Object.keys(words) as SchoolField[];
  const bids = table.headings.flatMap((heading, column) =>
    fields.flatMap(field => {
      const rank = words[field].indexOf(plainHeading(heading));
      return rank < 0 ? [] : [{ column, field, rank }];
    }),
  );
  const given = new Map<number, SchoolField>();
  for (const { column, field } of bids.sort((a, b) => a.rank - b.rank || a.column - b.column))
    if (!given.has(column) && ![...given.values()].includes(field)) given.set(column, field);
  // A list of nothing but names needs no heading.
  if (![...given.values()].includes('title') && !given.has(0)) given.set(0, 'title');
  return table.headings.map((_, column) => given.get(column));
}

const phases = [
  { phase: 'all_through', words: /\ball[ -]?through\b/i },
  { phase: 'special', words: /\bspecial\b|\bsen\b|\bpru\b|\balternative provision\b/i },
  { phase: 'nursery', words: /\bnursery\b|\bearly years\b/i },
  { phase: 'primary', words: /\bprimary\b|\binfants?\b|\bjuniors?\b|\bfirst\b|\bks[12]\b/i },
  {
    phase: 'secondary',
    words: /\bsecondary\b|\bhigh\b|\bupper\b|\bmiddle\b|\bcollege\b|\bgrammar\b|\bcomprehensive\b|\bks[345]\b/i,
  },
] as const;

export function phaseOf(text: string): (typeof phases)[number]['phase'] | undefined {
  return phases.find(one => one.words.test(text.replaceAll('_', ' ')))?.phase;
}

/** The domain alone, be it given as a web page or as an e-mail address. */
export function domainOf(text: string): string | undefined {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\./, '');
  return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(host) ? host : undefined;
}
