import type { Estate } from '../../estate/estate.ts';
import type { RecordEntry } from '../../estate/record.ts';
import { plainForm, sentenceCase } from '../../model/words.ts';
import { location } from '../../records/register/location.ts';
import { supplier } from '../../records/register/supplier.ts';
import { writeRecord } from '../../yaml/new-record.ts';
import type { NewIds } from '../new-ids.ts';

/** Finds what a list names by its id or its title, or makes a new record for it, once. */
export interface Naming {
  /** The id for the name. */
  readonly idFor: (name: string) => string;
  /** The id of the recorded one, if there is one; makes nothing. */
  readonly known: (name: string) => string | undefined;
  readonly titleOf: (id: string) => string;
  /** Texts of the records that were made. */
  readonly made: readonly string[];
}

interface Kind {
  readonly records: readonly RecordEntry[];
  /** The forms in which a name may be written and still be the same. */
  readonly formOf: (name: string) => string;
  /** More names than its title that a record goes by. */
  readonly alsoCalled?: (record: RecordEntry) => readonly string[];
  readonly make: (name: string) => { readonly id: string; readonly title: string };
  readonly kind: string;
}

function createNaming({ records, formOf, alsoCalled = () => [], make, kind }: Kind): Naming {
  const ids = new Map<string, string>();
  const titles = new Map<string, string>();
  const explained: { readonly form: string; readonly id: string }[] = [];
  const add = (form: string, id: string) => {
    if (form !== '' && !ids.has(form)) ids.set(form, id);
  };
  for (const record of records) add(formOf(record.id), record.id);
  for (const record of records) {
    titles.set(record.id, record.title);
    add(formOf(record.title), record.id);
    const bare = withoutExplanation(record.title);
    if (bare !== undefined) explained.push({ form: formOf(bare), id: record.id });
  }
  for (const record of records) for (const name of alsoCalled(record)) add(formOf(name), record.id);
  const made: string[] = [];
  const known = (name: string): string | undefined => {
    const form = formOf(name);
    const exact = ids.get(form);
    if (exact !== undefined) return exact;
    // "Class 7" is "Class 7, KS2" where nothing else is called so.
    const [only, ...others] = explained.filter(one => one.form === form);
    return others.length === 0 ? only?.id : undefined;
  };
  const found = new Map<string, string>();
  return {
    known,
    made,
    titleOf: id => titles.get(id) ?? id,
    idFor: name => {
      const before = found.get(name) ?? known(name);
      if (before !== undefined) {
        found.set(name, before);
        return before;
      }
      const { id, title } = make(name);
      made.push(writeRecord({ kind, id, title }));
      ids.set(formOf(name), id);
      add(formOf(title), id);
      titles.set(id, title);
      return id;
    },
  };
}

/** "Class 7, KS2", "Hall (old block)", "Fire safe in the office": the name without what only says more of it. */
function withoutExplanation(title: string): string | undefined {
  return /^(.+?)(?:\s*[,(–:;]| - | (?:in|of|at|by|on|next to) )/.exec(title)?.[1];
}

export function createPlaces(estate: Estate, home: string, newIds: NewIds): Naming {
  return createNaming({
    kind: 'location',
    records: estate.ofKind('location', home),
    formOf: placeForm,
    alsoCalled: record => (typeof record.values['room'] === 'string' ? [record.values['room']] : []),
    make: name => {
      const title = sentenceCase(/^\d+[A-Za-z]?$/.test(name) ? `Room ${name}` : name.replace(/^rm\b\.?\s*/i, 'Room '));
      return { id: newIds.next(location, '', title), title };
    },
  });
}

/** "Rm. 7", "Room 7" and "7" are one place. */
function placeForm(name: string): string {
  const words = plainForm(name.replaceAll(/[’']/g, '').replaceAll(/[^\p{L}\p{N}]+/gu, ' '));
  return words.replace(/^(?:rm|room|r)_?(?=\d)/, '');
}

export function createSuppliers(estate: Estate, home: string, newIds: NewIds): Naming {
  return createNaming({
    kind: 'supplier',
    records: estate.ofKind('supplier', home),
    formOf: firmForm,
    make: name => ({ id: newIds.next(supplier, '', name), title: name }),
  });
}

/** Firms without "Ltd" and the like, and without what stands in brackets behind their name. */
function firmForm(name: string): string {
  const bare = name.replaceAll(/\(.*?\)/g, ' ').replaceAll(/\b(?:ltd|limited|plc|llp|inc|uk|the)\b\.?/gi, ' ');
  const form = plainForm(bare.replaceAll(/[’']/g, '').replaceAll(/[^\p{L}\p{N}]+/gu, ' '));
  return form === '' ? plainForm(name) : form;
}
