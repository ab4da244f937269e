import type { Estate } from '../../estate/estate.ts';
import type { RecordEntry } from '../../estate/record.ts';
import type { IncidentField } from '../../exchange/incident-list.ts';
import { plainForm } from '../../model/words.ts';
import { createNewIds } from '../new-ids.ts';
import type { IncidentDraft } from './incident-draft.ts';
import { createMatching } from './match.ts';
import { createPlaces, createSuppliers } from './places.ts';

/** What the words of a row mean among the records. */
export interface Meant {
  /** Field → text of the record. */
  readonly values: Readonly<Record<string, string>>;
  /** What names nothing that is recorded: it is kept in the notes. */
  readonly notes: readonly string[];
  /** Titles of what is named, for the preview. */
  readonly shown: readonly string[];
  readonly said: readonly string[];
}

interface Meanings {
  readonly meant: (draft: IncidentDraft) => Meant;
  /** Words of places and things, in small letters. */
  readonly known: ReadonlySet<string>;
}

/** Places, devices, services, posts and firms are named by their ids, where the list names exactly one; nothing is made for it. */
export function createIncidentMeanings(estate: Estate, home: string): Meanings {
  const newIds = createNewIds(estate, home);
  const places = createPlaces(estate, home, newIds);
  const suppliers = createSuppliers(estate, home, newIds);
  const services = namesOf(estate.ofKind('service', home));
  const roles = namesOf(estate.ofKind('role', home));
  const devices = createMatching(estate, home);
  const idOf: Partial<Record<IncidentField, (text: string) => string | undefined>> = {
    asset: text => devices.named(text)?.id,
    location: text => places.known(text),
    service: services,
    by: text => roles(text) ?? suppliers.known(text),
  };
  const titleOf = (id: string) => estate.named(id, home)?.title ?? id;
  return {
    known: wordsIn([...estate.ofKind('location', home), ...estate.ofKind('asset', home)]),
    meant: draft => {
      const found: Found = { values: {}, notes: [], shown: [], said: [] };
      for (const [field, label] of kept) nameIn(found, field, label, draft, text => idOf[field]?.(text), titleOf);
      const only = found.values['asset'] === undefined ? onlyDevice(draft, devices.labelled) : undefined;
      if (only) {
        found.values['asset'] = only.id;
        found.shown.push(only.title);
        found.said.push(`${only.id} is named in its words`);
      }
      for (const field of ['category', 'resolution'] as const) {
        const text = draft.texts.get(field);
        if (text !== undefined) found.values[field] = text;
      }
      return found;
    },
  };
}

type Found = { readonly values: Record<string, string> } & Record<'notes' | 'shown' | 'said', string[]>;

/** The record that the row names in this field; what names none is kept in the notes, if it has a name there. */
function nameIn(
  { values, notes, shown, said }: Found,
  field: IncidentField,
  label: string | undefined,
  { texts, withoutPeople }: IncidentDraft,
  idOf: (text: string) => string | undefined,
  titleOf: (id: string) => string,
): void {
  const text = texts.get(field);
  const id = text === undefined ? undefined : idOf(text);
  if (id !== undefined) {
    values[field] = id;
    if (field !== 'by') shown.push(titleOf(id));
  } else if (text !== undefined && label !== undefined) {
    notes.push(`${label}: ${withoutPeople(text)}`);
    said.push(`“${withoutPeople(text)}” is no ${label.toLowerCase()} of the records: kept in the notes`);
  }
}

/** Fields that name records, with what an unknown one is called in the notes; who handled it may be a person, and is not kept. */
const kept: readonly (readonly [field: IncidentField, label: string | undefined])[] = [
  ['location', 'Place'],
  ['asset', 'Device'],
  ['service', 'Service'],
  ['by', undefined],
];

/** The id of the one that goes by this id or title. */
function namesOf(records: readonly RecordEntry[]): (text: string) => string | undefined {
  const ids = new Map(records.map(({ id }) => [plainForm(id), id]));
  const titles = new Map<string, string[]>();
  for (const { id, title } of records) titles.set(plainForm(title), [...(titles.get(plainForm(title)) ?? []), id]);
  return text => {
    const [only, ...others] = titles.get(plainForm(text)) ?? [];
    return ids.get(plainForm(text)) ?? (others.length === 0 ? only : undefined);
  };
}

function wordsIn(records: readonly RecordEntry[]): ReadonlySet<string> {
  return new Set(records.flatMap(({ title }) => title.toLowerCase().match(/\p{L}{3,}/gu) ?? []));
}

/** The device that the words name by its label or its name on the network, where it is one alone. */
function onlyDevice<D extends { readonly id: string }>(
  { title, symptom = '' }: IncidentDraft,
  labelled: (text: string) => D | undefined,
): D | undefined {
  // A label has figures: else any word might be one.
  const labels = `${title} ${symptom}`.match(/[A-Za-z0-9][A-Za-z0-9._-]*\d[A-Za-z0-9_-]*/g) ?? [];
  const found = new Map(
    labels.flatMap(label => {
      const device = label.length < 4 ? undefined : labelled(label);
      return device ? [[device.id, device] as const] : [];
    }),
  );
  return found.size === 1 ? [...found.values()][0] : undefined;
}
