import type { Estate } from '../estate/estate.ts';
import { isKind, type RecordEntry, type RecordOf } from '../estate/record.ts';

/** Many devices at once, as `selector` of server/records/common.ts declares it. */
export interface Selector {
  readonly type?: readonly string[] | undefined;
  readonly criticality?: readonly string[] | undefined;
  readonly location?: readonly string[] | undefined;
}

/** Whether all that the selector gives fits the device; nothing given fits every device. */
export function fits(selector: Selector, asset: RecordOf<'asset'>, estate: Estate): boolean {
  const { type, criticality = 'normal', location } = asset.values;
  return (
    (!selector.type || (type !== undefined && selector.type.includes(type))) &&
    (!selector.criticality || selector.criticality.includes(criticality)) &&
    (!selector.location || selector.location.some(place => isInside(location, place, asset, estate)))
  );
}

/** Whether the place is the other one or lies in it. */
function isInside(place: string | undefined, other: string, from: RecordEntry, estate: Estate): boolean {
  const seen = new Set<string>();
  for (let at = place; at !== undefined && !seen.has(at.toLowerCase());) {
    if (at.toLowerCase() === other.toLowerCase()) return true;
    seen.add(at.toLowerCase());
    const record = estate.named(at, from.file);
    at = isKind(record, 'location') ? record.values.parent : undefined;
  }
  return false;
}
