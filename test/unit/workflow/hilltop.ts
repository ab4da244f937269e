/** The answers of a technician who makes a new school, and what they make. */
import { usualSchoolYear } from '../../../server/model/school-year.ts';
import { recordsOfNewSchool, type NewSchool } from '../../../server/workflow/school/new-school.ts';

export const hilltop: NewSchool = {
  name: 'Hilltop Primary School',
  phase: 'primary',
  ictOwner: 'Deputy head',
  maintenance: { by: 'own', title: 'ICT technician' },
  year: usualSchoolYear(2026),
};

/** Name of each file → its text. */
export const hilltopFiles: Readonly<Record<string, string>> = Object.fromEntries(
  recordsOfNewSchool(hilltop, new Set()).map(({ name, text }) => [name, text]),
);
