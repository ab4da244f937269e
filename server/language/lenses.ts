import type { CodeLens } from 'vscode-languageserver-types';
import type { Estate } from '../estate/estate.ts';
import { targetOf } from '../estate/devices.ts';
import { headingOf, isKind, isRetired } from '../estate/record.ts';
import { rangeOf } from '../rules/locate.ts';

/** One line above an asset that can be asked: "Probe this device". */
export function lensesOf(estate: Estate, file: string, probeCommand: string): CodeLens[] {
  const records = estate.files.get(file)?.records ?? [];
  return records.flatMap(record => {
    if (!isKind(record, 'asset') || isRetired(record) || !record.id) return [];
    const { school, id, address } = targetOf(record, estate);
    if (!address) return [];
    return [
      {
        range: rangeOf(estate, record, headingOf(record)),
        command: { title: 'Probe this device', command: probeCommand, arguments: [{ school, id }] },
      },
    ];
  });
}
