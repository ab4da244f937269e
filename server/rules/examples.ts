/** Whole small records for the examples of rules: complete, so that each example breaks its own rule and no other. */

type Lines = Readonly<Record<string, string>>;

/** A record of these lines; an empty text leaves the line out. */
export function example(kind: string, id: string, title: string, lines: Lines): string {
  const written = Object.entries({ kind, id, title, ...lines }).filter(([, text]) => text !== '');
  return written.map(([key, text]) => `${key}: ${text}\n`).join('');
}

/** Several records in one file. */
export function together(...records: readonly string[]): string {
  return records.join('---\n');
}

/** A live service with all that it must say. */
export function liveService(id: string, title: string, lines: Lines = {}): string {
  return example('service', id, title, {
    user_description: 'What a class teacher gets.',
    users: 'all staff',
    hours: '08:00-16:00 school days',
    owner: 'unknown',
    support_contact: 'unknown',
    depends_on: 'unknown',
    data: 'none',
    holds_data: 'no',
    service_levels: '{ incident_response_hours: 4 }',
    level_basis: 'agreed',
    reviewed: '2026-09-14',
    ...lines,
  });
}

/** A device of which everything is known. */
export function device(id: string, title: string, type: string, lines: Lines = {}): string {
  return example('asset', id, title, {
    type,
    location: 'unknown',
    make: 'Example',
    model: 'E1',
    serial: `S-${id}`,
    end_of_support: 'none',
    ...lines,
  });
}

/** A school that has begun: with its owner, its year, a live service, and whatever else belongs to the example. */
export function schoolInUse(...records: readonly string[]): string {
  return together(
    example('school', 'SCH-1', 'Exampleton Primary School', {
      phase: 'primary',
      ict_owner: 'head',
      maintenance: 'head',
    }),
    example('role', 'head', 'Head teacher', { function: 'ict_owner' }),
    example('calendar', 'CAL-26', '2020 to 2096', { terms: '[{ name: all, from: 2020-09-01, to: 2096-07-21 }]' }),
    liveService('SVC-99', 'Printing'),
    ...records,
  );
}
