import { readTermCalendar, readTermList, type TermsReading } from '../exchange/term-dates.ts';
import { sayDay, type Day } from '../model/day.ts';
import { schoolYearOf, usualSchoolYear, type DaySpan, type SchoolYear } from '../model/school-year.ts';
import {
  makeSchool,
  readTerms,
  type NewSchoolAnswer,
  type NewSchoolParams,
  type TermsAnswer,
  type TermSource,
} from '../protocol/school.ts';
import { recordsOfNewSchool, type NewSchool } from '../workflow/school/new-school.ts';
import type { Answering } from './features.ts';
import { nameOfUri } from './names.ts';
import { wireChanges } from './wire-changes.ts';

/** Answers New School: the terms in words, then the school's files. */
export function answerSchools({ connection, workspace }: Answering): void {
  const today = () => workspace.estate.today('');
  connection.onRequest(readTerms, (source: TermSource): Promise<TermsAnswer> => {
    const reading = readSource(source, today());
    return Promise.resolve(reading.ok ? { ok: true, lines: sayYear(reading.year) } : reading);
  });
  connection.onRequest(makeSchool, async (params: NewSchoolParams): Promise<NewSchoolAnswer> => {
    await workspace.ready;
    const reading = readSource(params.terms, today());
    if (!reading.ok) return reading;
    const ids = new Set(workspace.estate.ofKindAnywhere('school').map(school => school.id));
    const folder = nameOfUri(params.folder).replace(/\/$/, '');
    const { name, phase, ictOwner, maintenance } = params;
    const answers = { name, phase: phase as NewSchool['phase'], ictOwner, maintenance, year: reading.year };
    const files = recordsOfNewSchool(answers, ids).map(file => ({
      file: `${folder}/${file.name}`,
      isNew: true,
      before: '',
      edits: [{ start: 0, end: 0, text: file.text }],
    }));
    return { ok: true, changes: wireChanges(files) };
  });
}

function readSource(source: TermSource, today: Day): TermsReading {
  if (source.from === 'list') return readTermList(source.text, today);
  if (source.from === 'calendar') return readTermCalendar(source.text);
  return { ok: true, year: usualSchoolYear(schoolYearOf(today)) };
}

function sayYear({ terms, insetDays, bankHolidays }: SchoolYear): string[] {
  const lines = terms.map(({ name, halfTerm, ...span }) =>
    halfTerm ? `${name}: ${saySpan(span)}, half term ${saySpan(halfTerm)}` : `${name}: ${saySpan(span)}`,
  );
  const training = insetDays.length > 0 ? [`Training days: ${insetDays.map(sayDay).join(', ')}`] : [];
  return [...lines, ...training, `${String(bankHolidays.length)} bank holidays of England and Wales`];
}

/** "2 September to 18 December 2026", "26 to 30 October 2026": what is the same stands once. */
function saySpan({ from, to }: DaySpan): string {
  const same =
    from.slice(0, 7) === to.slice(0, 7) ? / \w+ \d{4}$/ : from.slice(0, 4) === to.slice(0, 4) ? / \d{4}$/ : /$^/;
  return `${sayDay(from).replace(same, '')} to ${sayDay(to)}`;
}
