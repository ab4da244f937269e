import { createEvidence, isDay } from './evidence.ts';
import { incidentHeadings, neverTakenOfIncidents } from './incident-headings.data.ts';
import type { ListTarget } from './list-target.ts';
import { createHeadings } from './plain-heading.ts';
import { plainForm } from '../model/words.ts';
import { cleanCell } from './read-cells.ts';

/** What a column of the help desk's list can be. */
export const incidentFields = {
  ref: 'Number',
  on: 'Reported',
  resolved: 'Resolved',
  summary: 'What was reported, in short',
  details: 'What was reported, at length',
  location: 'Place',
  asset: 'Device',
  service: 'Service',
  category: 'Sort',
  by: 'Handled by (a post or a firm)',
  resolution: 'What helped',
  sort: 'Fault or request',
} as const;

export type IncidentField = keyof typeof incidentFields;

const headings = createHeadings(incidentHeadings, neverTakenOfIncidents);

const evidence = createEvidence<IncidentField>({
  on: { fits: isDay, alone: 0, against: 90 },
  resolved: { fits: isDay, alone: 0, against: 90 },
  ref: { fits: value => /^[#A-Za-z]{0,8}[-_ ]?\d{1,9}$/.test(value), alone: 0, against: 30, distinct: true },
  location: { fits: (value, { places }) => places.has(plainForm(cleanCell(value))), alone: 55, against: 0 },
  sort: { fits: value => /\b(?:incident|request|fault|question)\b/i.test(value), alone: 0, against: 60 },
  summary: { fits: value => /[A-Za-z]{3}/.test(value), alone: 0, against: 50 },
  details: { fits: value => /[A-Za-z]{3}/.test(value), alone: 0, against: 50 },
});

/** The help desk's list of what users reported. */
export const incidentList: ListTarget<IncidentField> = {
  fields: incidentFields,
  headings,
  isHeading: cell => headings.meant(cell).length > 0 || headings.whyNeverTaken(cell) !== undefined,
  evidence,
  isDated: field => field === 'on' || field === 'resolved',
  either: [],
};
