import { parseRecord } from '../../estate/record.ts';
import { sentenceCase } from '../../model/words.ts';
import { asset } from '../../records/register/asset.ts';
import { writeRecord } from '../../yaml/new-record.ts';
import { shortLabel, type AssetField, type Draft } from './draft.ts';

/** The order in which an asset is written. */
export const fieldOrder: readonly string[] = Object.keys(asset.fields);

const withoutPlace: readonly string[] = asset.needs.flatMap(need => need.whereNot?.['type'] ?? []);

/** What the draft becomes, field by field, as texts; the place and the supplier by their ids. */
export interface NewAsset {
  readonly id: string;
  readonly title: string;
  readonly tag: string | undefined;
  readonly place: string | undefined;
  readonly supplier: string | undefined;
}

/** The record's text, checked by reading it back: a value that the record cannot hold is taken out and told. */
export function writeAsset(draft: Draft, made: NewAsset): string {
  const written = fieldsOf(draft, made);
  for (;;) {
    const text = writeRecord(written);
    const problems = parseRecord(text).understood.problems.filter(one => one.severity === 'error');
    const bad = new Set(problems.map(one => String(one.path[0])));
    if (bad.size === 0) return text;
    for (const key of bad) {
      written[key] = undefined;
      draft.said.push(`“${asset.fields[key as 'title'].label}” is left out: its field cannot hold it`);
    }
  }
}

/** In the declared order; undefined = not written. */
function fieldsOf({ type, values }: Draft, made: NewAsset): Record<string, string | undefined> {
  const status = values.get('status');
  const fields: Record<string, string | undefined> = {
    ...Object.fromEntries(values),
    kind: 'asset',
    id: made.id,
    title: made.title,
    status: status === asset.life?.start ? undefined : status,
    location: made.place ?? (withoutPlace.includes(type) ? undefined : 'unknown'),
    supplier: made.supplier ?? (values.get('owned') === 'no' ? 'unknown' : undefined),
    tag: made.tag,
  };
  return Object.fromEntries(fieldOrder.map(field => [field, fields[field]]));
}

/** What the thing is called: as the list says, else made of what else it says. */
export function titleFor(draft: Draft, place: string | undefined): string {
  const own = draft.values.get('title');
  if (own !== undefined) return own;
  const product = [draft.values.get('make'), draft.values.get('model')].filter(one => one !== undefined).join(' ');
  if (product !== '') return product;
  const name = draft.values.get('hostname');
  const type = draft.sort ?? (draft.type === 'other' ? undefined : shortLabel(draft.type));
  const what = type ?? name ?? draft.tag ?? draft.values.get('serial') ?? shortLabel(draft.type);
  return sentenceCase(place === undefined ? what : `${what}, ${place}`);
}

/** Dates that would come before the one they must follow: the later one is left out and told. */
export function dropDisordered(
  values: Map<AssetField, string>,
  recorded: (field: string) => string | undefined,
): string[] {
  const dropped: string[] = [];
  for (const { from, to } of asset.orders) {
    // What is recorded stays, so it is what the others must fit.
    const [first, last] = [from, to].map(field => recorded(field) ?? values.get(field as AssetField));
    if (!isDay(first) || !isDay(last) || first <= last) continue;
    const own = recorded(to) === undefined ? to : from;
    if (!values.delete(own as AssetField)) continue;
    const label = (field: string) => asset.fields[field as 'bought'].label;
    dropped.push(`“${label(to)}” (${last}) comes before “${label(from)}” (${first}), so “${label(own)}” is left out`);
  }
  return dropped;
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-/.test(text);
}
