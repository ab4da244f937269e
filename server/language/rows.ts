import { devicesOf, credentialsOf } from '../estate/devices.ts';
import type { Estate } from '../estate/estate.ts';
import { headingOf, isKind, isRetired, spanAt, statusOf, type RecordEntry, type RecordOf } from '../estate/record.ts';
import { dayOf } from '../model/day.ts';
import type { ChoiceField } from '../model/field.ts';
import type { DeviceReport } from '../model/outcome.ts';
import { sentenceCase } from '../model/words.ts';
import type { Checker } from '../rules/checker.ts';
import { rangeOf, type Range } from '../rules/locate.ts';

/** Rows for the views: flat, ready to be grouped. Their shapes are those of protocol.ts. */
interface Place {
  readonly school: string;
  readonly schoolTitle: string;
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  readonly range: Range;
}

function placeOf(record: RecordEntry, estate: Estate): Place {
  const school = estate.schoolOf(record.file);
  const span = record.id ? spanAt(record, ['id']) : headingOf(record);
  return {
    school: school?.id ?? '',
    schoolTitle: school?.title ?? '',
    id: record.id,
    title: record.title,
    uri: record.file,
    range: rangeOf(estate, record, span),
  };
}

/** The short word of a choice: the part of its sentence before the colon or comma. */
function labelOf(record: RecordEntry, key: string, value: string): string {
  const field = record.declaration?.fields[key] as ChoiceField | undefined;
  return (field?.choices[value] ?? value).split(/[:,]/)[0] ?? value;
}

export function assetRows(checker: Checker, reports: ReadonlyMap<string, DeviceReport>) {
  return [...checker.estate.all()].flatMap(record =>
    isKind(record, 'asset') && (record.id || record.title) ? [assetRow(record, checker, reports)] : [],
  );
}

function assetRow(record: RecordOf<'asset'>, checker: Checker, reports: ReadonlyMap<string, DeviceReport>) {
  const { estate } = checker;
  const place = placeOf(record, estate);
  const findings = checker.findingsOf(record);
  const { type = 'other', criticality = 'normal', location = '', address = '' } = record.values;
  const status = statusOf(record);
  const report = reports.get(`${place.school}/${record.id}`);
  const amount = (severity: string) => findings.filter(finding => finding.severity === severity).length;
  return {
    ...place,
    type,
    typeLabel: labelOf(record, 'type', type),
    status,
    statusLabel: labelOf(record, 'status', status),
    criticality,
    criticalityLabel: labelOf(record, 'criticality', criticality),
    location,
    locationTitle: estate.named(location, record.file)?.title ?? location,
    address,
    errors: amount('error'),
    warnings: amount('warning'),
    ...(report ? { checked: { state: report.state, summary: report.summary, at: report.at } } : {}),
  };
}

const urgencies = { low: 0, medium: 1, high: 2 } as const;
const priorities = ['low', 'medium', 'high', 'critical'] as const;
/** impact × urgency (low, medium, high): precise.md 34 */
const matrix = {
  one_person: ['low', 'low', 'medium'],
  one_room: ['low', 'medium', 'high'],
  several_classes: ['medium', 'high', 'high'],
  whole_school: ['high', 'high', 'critical'],
} as const;

function priorityOf(problem: RecordOf<'problem'>): (typeof priorities)[number] {
  const { priority, impact = 'one_room', urgency = 'medium' } = problem.values;
  return priority ?? matrix[impact][urgencies[urgency]];
}

export function problemRows(estate: Estate) {
  const open = [...estate.all()].flatMap(record => {
    if (!isKind(record, 'problem') || !record.declaration?.life?.open.includes(statusOf(record))) return [];
    const priority = priorityOf(record);
    const { assets = [], services = [], logged } = record.values;
    const about = [...services, ...assets].map(id => estate.named(id, record.file)?.title ?? id);
    const day = logged === undefined ? '' : dayOf(logged, estate.zoneOf(record.file));
    return [
      {
        ...placeOf(record, estate),
        priority,
        priorityLabel: sentenceCase(priority),
        status: statusOf(record),
        statusLabel: labelOf(record, 'status', statusOf(record)),
        about,
        logged: day,
      },
    ];
  });
  return open.sort(
    (a, b) => priorities.indexOf(b.priority) - priorities.indexOf(a.priority) || (a.logged < b.logged ? -1 : 1),
  );
}

export function schoolRows(estate: Estate) {
  return estate.schoolFolders.flatMap(folder => {
    const school = estate.schoolOf(`${folder}/`);
    if (!school) return [];
    const devices = devicesOf(school.file, estate).filter(
      asset => !isRetired(asset) && estate.schoolOf(asset.file) === school,
    );
    return [
      {
        id: school.id,
        title: school.title,
        uri: school.file,
        devices: devices.length,
        credentials: credentialsOf(school.file, estate),
      },
    ];
  });
}
