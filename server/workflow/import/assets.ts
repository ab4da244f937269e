import type { Estate } from '../../estate/estate.ts';
import { nameOf } from '../../estate/record.ts';
import type { ImportField } from '../../exchange/columns.ts';
import { count, inSentence, listed, sentenceCase } from '../../model/words.ts';
import { createChanges, type Changes, type FileChange } from '../changes.ts';
import { createClaims, type Claims } from './claims.ts';
import { draftOf, isSkipped, shortLabel, type Draft } from './draft.ts';
import { createHomes } from './homes.ts';
import { createMatching, type Match, type Matching } from './match.ts';
import { mergeInto } from './merge.ts';
import { createPlaces, createSuppliers, type Naming } from './places.ts';
import { countRows, rowOf, sentenceOf, type ImportedRow, type ImportPlan, type ImportWish } from './plan.ts';
import { dropDisordered, titleFor, writeAsset } from './record.ts';
import { createNewIds, type NewIds } from '../new-ids.ts';
import { asset } from '../../records/register/asset.ts';

interface Importing {
  readonly estate: Estate;
  readonly home: string;
  readonly changes: Changes;
  readonly newIds: NewIds;
  readonly places: Naming;
  readonly suppliers: Naming;
  readonly matching: Matching;
  readonly claims: Claims;
  /** File → texts of the new records. */
  readonly texts: Map<string, string[]>;
  readonly homeOf: ReturnType<typeof createHomes>;
}

/** What would become of every row of a list of equipment, and the edits that do it. Writes nothing, and never throws at a list. */
export function planImport({ table, columns, estate, home }: ImportWish<ImportField>): ImportPlan {
  const newIds = createNewIds(estate, home);
  const matching = createMatching(estate, home);
  const importing: Importing = {
    estate,
    home,
    changes: createChanges(estate),
    newIds,
    places: createPlaces(estate, home, newIds),
    suppliers: createSuppliers(estate, home, newIds),
    matching,
    claims: createClaims(estate, home, matching),
    texts: new Map(),
    homeOf: createHomes(estate, home),
  };
  const today = estate.today(home);
  const drafts = table.rows.map(row => draftOf(row, columns, today));
  const judged = drafts.map(draft => (isSkipped(draft) ? draft : judge(draft, importing)));
  reserveIds(judged, importing);
  const rows = judged.flatMap(one => finish(one, importing));
  return { rows, ...summarise(rows, importing), files: filesOf(importing) };
}

type Judged =
  | { readonly is: 'error'; readonly draft: Draft; readonly sentence: string }
  | { readonly is: 'match'; readonly draft: Draft; readonly match: Match }
  | { readonly is: 'new'; readonly draft: Draft; id?: string };
type Skipped = Extract<ReturnType<typeof draftOf>, { because: unknown }>;

/** Twice in the list, recorded already, or new. */
function judge(draft: Draft, { matching, claims }: Importing): Judged {
  const twin = claims.twinOf(draft);
  if (twin !== undefined) return { is: 'error', draft, sentence: twin };
  const match = matching.find(draft);
  if (!match) return { is: 'new', draft };
  const other = match.isMember ? undefined : claims.claimRecord(match.record, draft.number);
  if (other === undefined) return { is: 'match', draft, match };
  const sentence = `Row ${draft.number} and row ${other} both are ${nameOf(match.record)}. Take one of the two out, or correct what is the same in both.`;
  return { is: 'error', draft, sentence };
}

/** The school's own labels become ids before any id is made up, so that no made-up one stands in the way of a label. */
function reserveIds(judged: readonly (Judged | Skipped)[], { newIds }: Importing): void {
  for (const one of judged) {
    if (!('is' in one) || one.is !== 'new') continue;
    const { tag } = one.draft;
    if (tag !== undefined && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(tag) && newIds.take(tag)) one.id = tag;
  }
}

function finish(one: Judged | Skipped, importing: Importing): ImportedRow[] {
  if (!('is' in one)) {
    if (one.because === undefined) return [];
    return [rowOf(one.number, 'left_out', undefined, `Left out: ${one.because}.`)];
  }
  if (one.is === 'error')
    return [rowOf(one.draft.number, 'error', { title: titleFor(one.draft, undefined) }, one.sentence)];
  return [one.is === 'match' ? merge(one.draft, one.match, importing) : create(one.draft, one.id, importing)];
}

function merge(draft: Draft, { record, isMember }: Match, importing: Importing): ImportedRow {
  if (isMember)
    return rowOf(draft.number, 'same', record, `It is one of the group ${nameOf(record)}; nothing is changed.`);
  importing.claims.settle(draft, record);
  const { added, differs, isStuck } = mergeInto({ draft, record, ...importing });
  if (isStuck)
    return rowOf(
      draft.number,
      'error',
      record,
      `The record of ${nameOf(record)} has a slip that must be mended before anything can be added.`,
    );
  const what = added.map((label, at) => (at === 0 ? label : inSentence(label)));
  const first = added.length > 0 ? `${listed(what)} ${added.length === 1 ? 'is' : 'are'} added` : 'Nothing is new';
  return rowOf(
    draft.number,
    added.length > 0 ? 'adds' : 'same',
    record,
    sentenceOf(first, [...differs, ...draft.said]),
  );
}

function create(draft: Draft, own: string | undefined, importing: Importing): ImportedRow {
  const { newIds, places, suppliers, claims, texts, homeOf } = importing;
  claims.settle(draft, undefined);
  draft.said.push(...dropDisordered(draft.values, () => undefined));
  const place = draft.place === undefined ? undefined : places.idFor(draft.place);
  const where = place === undefined ? undefined : places.titleOf(place);
  const title = titleFor(draft, where);
  const id = own ?? newIds.next(asset, draft.type, title);
  const tag = draft.tag === id ? undefined : draft.tag;
  if (tag !== undefined && own === undefined) draft.said.push(`its label ${tag} is kept as asset tag`);
  const supplier = draft.supplier === undefined ? undefined : suppliers.idFor(draft.supplier);
  const text = writeAsset(draft, { id, title, tag, place, supplier });
  const file = homeOf.asset(draft.type);
  const there = texts.get(file);
  if (there) there.push(text);
  else texts.set(file, [text]);
  const first = [shortLabel(draft.type), ...(where === undefined ? [] : [where])].join(', ');
  return rowOf(draft.number, 'new', { id, title }, sentenceOf(first, draft.said));
}

function filesOf({ changes, texts, places, suppliers, homeOf }: Importing): readonly FileChange[] {
  const put = (file: string, made: readonly string[]) => {
    // All in one: adding them one by one would look through the whole file each time.
    if (made.length > 0) changes.append(file, made.join('---\n'));
  };
  put(homeOf.location(), places.made);
  put(homeOf.supplier(), suppliers.made);
  for (const [file, made] of texts) put(file, made);
  return changes.files();
}

function summarise(
  rows: readonly ImportedRow[],
  { places, suppliers }: Importing,
): Pick<ImportPlan, 'counts' | 'summary'> {
  const { counts, summary } = countRows(rows, ['adds something', 'add something']);
  const made = [
    ...(places.made.length > 0 ? [count(places.made.length, 'place')] : []),
    ...(suppliers.made.length > 0 ? [count(suppliers.made.length, 'supplier')] : []),
  ];
  const also =
    made.length > 0
      ? ` ${sentenceCase(listed(made))} ${places.made.length + suppliers.made.length === 1 ? 'is' : 'are'} made.`
      : '';
  return { counts, summary: `${summary}${also}` };
}
