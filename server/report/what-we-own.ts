import type { Estate } from '../estate/estate.ts';
import { statusOf, type RecordOf } from '../estate/record.ts';
import { sayDay } from '../model/day.ts';
import { count, listed } from '../model/words.ts';
import { assetTypes, type AssetType } from '../records/vocabulary.data.ts';
import { escapeHtml, page, table } from './html.ts';

/** One page on paper: how many, where, worth, oldest, rented apart, what to replace by year. */
export interface OwnPage {
  readonly title: string;
  readonly html: string;
}

type Asset = RecordOf<'asset'>;

/** Statuses in which a thing is the school's to answer for. */
const present = new Set(['received', 'in_use', 'spare', 'in_repair', 'on_loan', 'missing']);
/** So many rows of each table fit on the page. */
const mostTypes = 13;
const mostPlaces = 13;
const mostYears = 6;

/** The page of the school that the file belongs to. */
export function whatWeOwn(estate: Estate, file: string): OwnPage {
  const school = estate.schoolOf(file);
  const name = school?.title ?? 'School';
  const today = estate.today(file);
  const all = estate.ofKind('asset', file).filter(asset => present.has(statusOf(asset)));
  const owned = all.filter(({ values }) => values.owned !== false);
  const rented = all.filter(({ values }) => values.owned === false);
  const title = `What we own: ${name}, ${sayDay(today)}`;
  const keeper = estate.named(school?.values.maintenance, file)?.title;
  const body = [
    '<p class="hint">Print this page with Ctrl+P (on a Mac: Cmd+P).</p>',
    `<h1>What we own</h1><p class="from">${escapeHtml(`${name} · ${sayDay(today)}${keeper === undefined ? '' : ` · prepared by ${keeper}`}`)}</p>`,
    `<p class="lead">${escapeHtml(summary(owned, rented))}</p>`,
    '<div class="beside">',
    `<section><h2>How many</h2>${byType(owned)}</section>`,
    `<section><h2>Where</h2>${byPlace(owned, estate)}</section>`,
    `<section><h2>To replace, by year</h2>${byYear(owned, today)}</section>`,
    `<section><h2>The oldest</h2>${oldest(owned)}</section>`,
    '</div>',
    rented.length > 0 ? `<section><h2>Rented, leased or a supplier’s</h2>${rentedTable(rented, estate)}</section>` : '',
    '<div class="signature"><span>ICT owner</span><span>Date</span></div>',
  ];
  return { title, html: page(title, body.filter(Boolean).join('\n')) };
}

function amount(asset: Asset): number {
  return asset.values.quantity ?? asset.values.members?.length ?? 1;
}

function total(assets: readonly Asset[], of: (asset: Asset) => number = amount): number {
  return assets.reduce((sum, asset) => sum + of(asset), 0);
}

function pounds(sum: number): string {
  return `£${Math.round(sum).toLocaleString('en-GB')}`;
}

function cost({ values }: Asset): number {
  return values.cost_gbp ?? 0;
}

function summary(owned: readonly Asset[], rented: readonly Asset[]): string {
  const priced = owned.filter(({ values }) => values.cost_gbp !== undefined);
  const unpriced = total(owned) - total(priced);
  const worth =
    priced.length === 0
      ? 'What they cost is not recorded yet.'
      : `${unpriced === 0 ? 'They' : 'Those with a price'} cost ${pounds(total(owned, cost))} when they were bought${unpriced === 0 ? '' : `; for ${count(unpriced, 'thing')} the price is not known yet`}.`;
  const others =
    rented.length === 0 ? '' : ` Another ${count(total(rented), 'thing is', 'things are')} rented or a supplier’s.`;
  return `The school owns ${count(total(owned), 'thing')}. ${worth}${others}`;
}

function grouped(assets: readonly Asset[], key: (asset: Asset) => string): [string, Asset[]][] {
  const groups = new Map<string, Asset[]>();
  for (const asset of assets) groups.set(key(asset), [...(groups.get(key(asset)) ?? []), asset]);
  return [...groups];
}

/** The first rows, and one for all the others. */
function cut(groups: readonly [string, Asset[]][], most: number, others?: string): [string, Asset[]][] {
  if (groups.length <= most) return [...groups];
  const rest = groups.slice(most - 1);
  return [
    ...groups.slice(0, most - 1),
    [others ?? `${String(rest.length)} others`, rest.flatMap(([, assets]) => assets)],
  ];
}

function rows(groups: readonly [string, Asset[]][]): string {
  const columns = [{ title: '' }, { title: 'Number', number: true }, { title: 'Cost', number: true }] as const;
  return table(
    columns,
    groups.map(([name, assets]) => {
      const sum = total(assets, cost);
      return [name, total(assets).toLocaleString('en-GB'), sum === 0 ? '–' : pounds(sum)];
    }),
  );
}

function byType(owned: readonly Asset[]): string {
  const named = grouped(owned, ({ values }) => typeName(values.type));
  named.sort((a, b) => total(b[1]) - total(a[1]) || (a[0] < b[0] ? -1 : 1));
  return rows(cut(named, mostTypes));
}

function typeName(type: AssetType | undefined): string {
  return type === undefined ? 'Not known' : (assetTypes[type].split(/[:,]/)[0] ?? type);
}

function byPlace(owned: readonly Asset[], estate: Estate): string {
  const named = grouped(owned, asset => placeName(asset, estate));
  named.sort((a, b) => total(b[1]) - total(a[1]) || (a[0] < b[0] ? -1 : 1));
  return rows(cut(named, mostPlaces));
}

function placeName({ values, file }: Asset, estate: Estate): string {
  const place = estate.named(values.location, file);
  return place?.title ?? values.location ?? 'Place not known yet';
}

/** The year that is recorded, else that in which the maker's support ends. */
function yearOf({ values }: Asset): string {
  if (values.replace_year !== undefined) return String(values.replace_year);
  return values.end_of_support?.slice(0, 4) ?? '';
}

function byYear(owned: readonly Asset[], today: string): string {
  const year = today.slice(0, 4);
  const named = grouped(owned, asset => {
    const own = yearOf(asset);
    return own === '' ? 'Not known yet' : own <= year ? `By now (${year} or before)` : own;
  });
  named.sort((a, b) => order(a[0]) - order(b[0]));
  const known = named.filter(([name]) => name !== 'Not known yet');
  const unknown = named.filter(([name]) => name === 'Not known yet');
  return rows([...cut(known, mostYears, 'Later'), ...unknown]);
}

function order(name: string): number {
  return name.startsWith('By now') ? 0 : name === 'Not known yet' ? 9999 : Number(name);
}

function oldest(owned: readonly Asset[]): string {
  const dated = owned.filter(({ values }) => values.bought !== undefined);
  if (dated.length === 0) return '<p>When things were bought is not recorded yet.</p>';
  const sorted = [...dated].sort((a, b) => ((a.values.bought ?? '') < (b.values.bought ?? '') ? -1 : 1)).slice(0, 5);
  return table(
    [{ title: '' }, { title: 'Bought', number: true }],
    sorted.map(asset => [`${asset.title} (${asset.id})`, sayDay(asset.values.bought ?? '')]),
  );
}

function rentedTable(rented: readonly Asset[], estate: Estate): string {
  const named = grouped(
    rented,
    asset => estate.named(asset.values.supplier, asset.file)?.title ?? 'Supplier not known yet',
  );
  return table(
    [{ title: 'From' }, { title: 'What' }, { title: 'Until', number: true }],
    named.map(([supplier, assets]) => [supplier, said(assets), until(assets)]),
  );
}

function said(assets: readonly Asset[]): string {
  const names = assets.map(({ title, id }) => title || id);
  return listed(names.length <= 6 ? names : [...names.slice(0, 5), `${String(names.length - 5)} more`]);
}

function until(assets: readonly Asset[]): string {
  const days = [...new Set(assets.flatMap(({ values }) => values.lease_until ?? []))].sort();
  return days.length === 0 ? '–' : days.slice(0, 3).map(sayDay).join(', ');
}
