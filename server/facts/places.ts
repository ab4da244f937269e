import type { Estate } from '../estate/estate.ts';
import { isKind, type RecordEntry, type RecordOf } from '../estate/record.ts';

/** The place that the id names, with those that it lies in, nearest first. */
function placesAround(id: string | undefined, from: RecordEntry, estate: Estate): RecordOf<'location'>[] {
  const found = new Set<RecordOf<'location'>>();
  for (let at = id; at !== undefined;) {
    const place = estate.named(at, from.file);
    if (!isKind(place, 'location') || found.has(place)) break;
    found.add(place);
    at = place.values.parent;
  }
  return [...found];
}

/** Where a record is: itself where it is a place, else the place of a device with those around it. */
export function whereabouts(record: RecordEntry | undefined, estate: Estate): RecordOf<'location'>[] {
  if (isKind(record, 'location')) return placesAround(record.id, record, estate);
  return isKind(record, 'asset') ? placesAround(record.values.location, record, estate) : [];
}

/** Away from the school, as far as the nearest place that says so, or one around it. */
export function isOffSite(places: readonly RecordOf<'location'>[]): boolean {
  return places.some(place => place.values.off_site);
}

/** Name of the building that it stands in, in small letters: that of the nearest place that names one. */
export function buildingOf(record: RecordEntry | undefined, estate: Estate): string | undefined {
  const [building] = whereabouts(record, estate).flatMap(place => place.values.building ?? []);
  return building?.trim().toLowerCase();
}
