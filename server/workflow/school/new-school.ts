import type { SchoolYear } from '../../model/school-year.ts';
import type { NewValue } from '../../yaml/edit-text.ts';
import { writeRecord } from '../../yaml/new-record.ts';

/** The five answers. */
export interface NewSchool {
  readonly name: string;
  readonly phase: 'nursery' | 'primary' | 'secondary' | 'all_through' | 'special';
  /** The post that answers for ICT: "Deputy head". */
  readonly ictOwner: string;
  /** The school's own technician, or the firm that does the work. */
  readonly maintenance: { readonly by: 'own' | 'provider'; readonly title: string };
  readonly year: SchoolYear;
}

export interface NewFile {
  /** Name inside the school's folder. */
  readonly name: string;
  readonly text: string;
}

/**
 * The records of a new school: few files, nothing in them wrong, everything else left to its default. `takenIds` are the ids of the
 * schools that there are already.
 */
export function recordsOfNewSchool(answers: NewSchool, takenIds: ReadonlySet<string>): readonly NewFile[] {
  const file = (name: string, intro: string, records: readonly string[]): NewFile => ({
    name,
    text: `# ${intro}\n${records.join('---\n')}`,
  });
  return [
    file(
      'school.fits.yaml',
      'The school itself. This folder, and all below it, is the school’s.',
      schoolRecords(answers, takenIds),
    ),
    file('people.fits.yaml', 'Posts and firms, never people’s own names.', peopleRecords(answers)),
    file(
      'places.fits.yaml',
      'Places. Change them to what your school has; more are made as you need them.',
      placeRecords(),
    ),
    file(
      'checks.fits.yaml',
      'What is looked at on which sorts of device. A device may say otherwise itself.',
      policyRecords(),
    ),
    { name: '.gitignore', text: '# Readings and other things that the tool makes anew.\n.fits/\n' },
  ];
}

function schoolRecords(
  { name, phase, maintenance, ictOwner, year }: NewSchool,
  takenIds: ReadonlySet<string>,
): string[] {
  const span = `${year.terms[0]?.from.slice(0, 4) ?? ''}/${year.terms.at(-1)?.to.slice(2, 4) ?? ''}`;
  return [
    writeRecord({
      kind: 'school',
      id: schoolId(name, takenIds),
      title: name.trim(),
      phase,
      ict_owner: wordId(ictOwner),
      maintenance: maintenance.by === 'own' ? technicianId(ictOwner, maintenance.title) : supplierId(maintenance.title),
      approvals: phase === 'primary' || phase === 'nursery' ? 'simple' : 'full',
    }),
    writeRecord({
      kind: 'calendar',
      id: `CAL-${span.replace('/', '-')}`,
      title: `School year ${span}`,
      ...calendarOf(year),
    }),
  ];
}

/** The fields of a calendar record. */
function calendarOf({ terms, insetDays, bankHolidays }: SchoolYear): Record<string, NewValue> {
  return {
    terms: terms.map(({ name, from, to, halfTerm }) => ({
      name,
      from,
      to,
      ...(halfTerm ? { half_term: { from: halfTerm.from, to: halfTerm.to } } : {}),
    })),
    ...(insetDays.length > 0 ? { inset_days: [...insetDays] } : {}),
    ...(bankHolidays.length > 0 ? { bank_holidays: [...bankHolidays] } : {}),
  };
}

function peopleRecords({ ictOwner, maintenance }: NewSchool): string[] {
  const owner = { kind: 'role', id: wordId(ictOwner), title: ictOwner.trim(), function: 'ict_owner' };
  const head = { kind: 'role', id: 'head-teacher', title: 'Head teacher', function: 'final_approver' };
  const desk = { kind: 'role', id: 'school-office', title: 'School office', function: 'service_desk' };
  const technician = {
    kind: 'role',
    id: technicianId(ictOwner, maintenance.title),
    title: maintenance.title.trim(),
    function: 'maintenance',
  };
  const provider = { kind: 'supplier', id: supplierId(maintenance.title), title: maintenance.title.trim() };
  const all = [owner, head, desk, maintenance.by === 'own' ? technician : provider];
  // The head may be the ICT owner, too: one post, one record.
  const seen = new Set<string>();
  return all
    .filter(({ id }) => !seen.has(id.toLowerCase()) && seen.add(id.toLowerCase()))
    .map(fields => writeRecord(fields));
}

function placeRecords(): string[] {
  const inside = { parent: 'main-building' };
  return [
    { kind: 'location', id: 'main-building', title: 'Main building' },
    { kind: 'location', id: 'office', title: 'School office', ...inside },
    { kind: 'location', id: 'server-cupboard', title: 'Server cupboard', ...inside, secure: 'yes' },
    { kind: 'location', id: 'staff-room', title: 'Staff room', ...inside },
    { kind: 'location', id: 'hall', title: 'Hall', ...inside },
    { kind: 'location', id: 'classrooms', title: 'Classrooms', ...inside },
  ].map(fields => writeRecord(fields));
}

/** Types and thresholds of each check come from the product's own table (records.md 4.3): a school writes down only what differs. */
function policyRecords(): string[] {
  const policy = (id: string, title: string, type: readonly string[], checks: readonly string[]): string =>
    writeRecord({
      kind: 'monitoring_policy',
      id,
      title,
      ...(type.length > 0 ? { applies_to: { type } } : {}),
      checks,
    });
  return [
    policy('check-every-device', 'Every device with an address', [], ['ping']),
    policy('check-switches', 'Switches', ['switch'], ['ping', 'interface_errors', 'poe']),
    policy('check-servers-and-storage', 'Servers and storage', ['server', 'storage'], ['ping', 'disk', 'memory']),
    policy('check-printers', 'Printers', ['printer'], ['ping', 'printer_supply', 'printer_state']),
    policy('check-battery-supplies', 'Supplies for power cuts', ['ups'], ['ping', 'ups_battery', 'ups_runtime']),
  ];
}

/** `SCH-EPS` for Exampleton Primary School; a number behind it where another school has it. */
export function schoolId(name: string, taken: ReadonlySet<string>): string {
  const words = plainWords(name).filter(word => !['the', 'of', 'and', 'for', 'at', 's'].includes(word.toLowerCase()));
  const letters = words.length > 1 ? words.map(word => word.charAt(0)).join('') : (words[0] ?? 'SCHOOL').slice(0, 8);
  const id = `SCH-${letters.toUpperCase().slice(0, 8)}`;
  const lower = new Set([...taken].map(one => one.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? id : `${id}-${String(n)}`;
    if (!lower.has(candidate.toLowerCase())) return candidate;
  }
}

function plainWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}|[’']/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
}

/** An id of the words of a title: `deputy-head`. */
export function wordId(title: string): string {
  return plainWords(title).join('-').toLowerCase().slice(0, 40).replace(/-+$/, '') || 'post';
}

/** The technician may be the ICT owner in a very small school: then it is one post. */
function technicianId(ictOwner: string, title: string): string {
  const id = wordId(title);
  return id === wordId(ictOwner) || !['head-teacher', 'school-office'].includes(id) ? id : `${id}-technician`;
}

function supplierId(title: string): string {
  return `SUP-${plainWords(title).join('-').slice(0, 30).replace(/-+$/, '') || 'PROVIDER'}`;
}
