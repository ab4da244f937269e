import type { AssetRow, ProblemRow } from '../../../server/protocol/base.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };

export function asset(id: string, more: Partial<AssetRow> = {}): AssetRow {
  return {
    school: 'SCH-01',
    schoolTitle: 'Oak Tree Primary',
    id,
    title: `Title of ${id}`,
    uri: 'file:///s/assets.fits.yaml',
    range,
    type: 'switch',
    typeLabel: 'Switch',
    status: 'in_use',
    statusLabel: 'In use',
    criticality: 'normal',
    criticalityLabel: 'Normal',
    location: 'KS1-store',
    locationTitle: 'KS1 store',
    address: '192.0.2.66',
    errors: 0,
    warnings: 0,
    ...more,
  };
}

export function problem(id: string, priority: ProblemRow['priority'], more: Partial<ProblemRow> = {}): ProblemRow {
  return {
    school: 'SCH-01',
    schoolTitle: 'Oak Tree Primary',
    id,
    title: `Title of ${id}`,
    uri: 'file:///s/problems.fits.yaml',
    range,
    priority,
    priorityLabel: priority === 'critical' ? 'Critical' : 'Lower',
    status: 'logged',
    statusLabel: 'Logged',
    about: ['Library switch'],
    logged: '2026-11-20',
    ...more,
  };
}
