import type { Location } from 'vscode-languageserver-types';
import type { Estate } from '../estate/estate.ts';
import { spanAt } from '../estate/record.ts';
import { rangeOf, type Place } from '../rules/locate.ts';
import { covers, spotAt } from './place.ts';

/** Where the record stands that is named at this place. */
export function definitionAt(estate: Estate, file: string, place: Place): Location[] {
  const spot = spotAt(estate, file, place);
  const use = spot?.record.understood.uses.find(one => covers(one, spot.offset));
  if (!use) return [];
  return estate
    .find(use.text, file)
    .map(record => ({ uri: record.file, range: rangeOf(estate, record, spanAt(record, ['id'])) }));
}
