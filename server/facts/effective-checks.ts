import type { Estate } from '../estate/estate.ts';
import { isKind, isRetired, type RecordEntry, type RecordOf } from '../estate/record.ts';
import type { Path } from '../model/paths.ts';
import { checkTypeFacts, type CheckType } from '../records/check-types.data.ts';
import type { KindValues } from '../records/index.ts';
import { isLiveAsset } from './dependencies.ts';
import { fits, type Selector } from './selector.ts';

type WrittenCheck = NonNullable<KindValues<'monitoring_policy'>['checks']>[number];

/** A check as it is written in a record, with its place there. */
export interface CheckPlace {
  readonly record: RecordEntry;
  readonly path: Path;
  readonly check: WrittenCheck;
}

/** Where a value comes from: the thing's own check or record, a policy, or the table of check types. */
export type Origin =
  | ({ readonly is: 'check' } & CheckPlace)
  | { readonly is: 'thing'; readonly record: RecordEntry }
  | ({ readonly is: 'policy' } & CheckPlace)
  | { readonly is: 'table' };

export interface Setting<T> {
  readonly value: T;
  readonly from: Origin;
}

/** What may be said of a check, beside its type and what of the thing it looks at. */
const merged = [
  'every_minutes',
  'warn',
  'critical',
  'loss_warn',
  'loss_critical',
  'alert_after',
  'port',
  'expect',
  'forecast',
  'credential',
  'raise',
  'enabled',
  'paused',
] as const;
type MergedKey = (typeof merged)[number];
/** Which of several checks of one type it is. */
const selectors = ['volume', 'interface', 'host', 'name'] as const;

export type CheckSettings = { readonly [K in MergedKey]?: Setting<NonNullable<WrittenCheck[K]>> };

/** A check that is to run on a thing, with everything that it inherits. */
export interface EffectiveCheck {
  readonly thing: RecordEntry;
  readonly type: CheckType;
  /** Unique in its thing: its own short name, else its type, with a number from the second one of a type on. `SRV-01/disk` is its full name. */
  readonly name: string;
  /** What of the thing is looked at. */
  readonly on: { readonly [K in (typeof selectors)[number]]?: string };
  readonly settings: CheckSettings;
  /** The place that asks for it: the thing's own record or a policy. */
  readonly askedBy: CheckPlace;
  /** Not run: switched off, paused until a day that has not passed, or nothing to ask. */
  readonly state: 'runs' | 'off' | 'paused' | 'no address';
}

/** The checks of a record as they are written. */
export function checksIn(record: RecordEntry): CheckPlace[] {
  const { checks } = record.values as { checks?: readonly WrittenCheck[] };
  return (checks ?? []).map((check, i) => ({ record, path: ['checks', i], check }));
}

/** All checks of an asset, a service, a network or a backup: its own and those of the policies that fit it. */
export function effectiveChecks(thing: RecordEntry, estate: Estate): readonly EffectiveCheck[] {
  return estate.once(findChecks, thing);
}

function findChecks(thing: RecordEntry, estate: Estate): readonly EffectiveCheck[] {
  const own = checksIn(thing);
  const policies = isLiveAsset(thing) ? policiesFor(thing, estate) : [];
  const inherited = policies.flatMap(checksIn);
  const names = new Set<string>();
  return [...own, ...withoutRepeated(inherited, own)].flatMap(place => {
    const { type } = place.check;
    if (type === undefined) return [];
    const settings = settingsOf(place, thing, inherited);
    const check = { thing, type, on: selectorsOf(place.check), settings, askedBy: place };
    return [{ ...check, name: freeName(place.check.id ?? type, names), state: stateOf(check, estate) }];
  });
}

/** Those of the checks that run now. */
export function runningChecks(thing: RecordEntry, estate: Estate): EffectiveCheck[] {
  return effectiveChecks(thing, estate).filter(({ state }) => state === 'runs');
}

/** Policies that fit the asset, the most particular first: place, then type, then how much depends on it; of two alike the later id. */
function policiesFor(asset: RecordOf<'asset'>, estate: Estate): RecordOf<'monitoring_policy'>[] {
  return estate
    .ofKind('monitoring_policy', asset.file)
    .filter(({ values }) => fits(values.applies_to ?? {}, asset, estate))
    .sort((a, b) => particular(b) - particular(a) || later.compare(b.id, a.id));
}

const later = new Intl.Collator('en', { numeric: true });

function particular({ values }: RecordOf<'monitoring_policy'>): number {
  const { location, type, criticality }: Selector = values.applies_to ?? {};
  return (location ? 4 : 0) + (type ? 2 : 0) + (criticality ? 1 : 0);
}

/** A thing that says itself what of a type is looked at takes only the numbers from the policies; and of policies one check each is enough. */
function withoutRepeated(inherited: readonly CheckPlace[], own: readonly CheckPlace[]): CheckPlace[] {
  const types = new Set(own.map(({ check }) => check.type));
  const seen = new Set<string>();
  return inherited.filter(({ check }) => {
    const key = JSON.stringify([check.type, check.id, selectorsOf(check)]);
    if (types.has(check.type) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function selectorsOf(check: WrittenCheck): EffectiveCheck['on'] {
  return Object.fromEntries(selectors.flatMap(key => (check[key] === undefined ? [] : [[key, check[key]]])));
}

/** Own check, then the thing's own password, then the policies in their order, then the table. */
function settingsOf(place: CheckPlace, thing: RecordEntry, inherited: readonly CheckPlace[]): CheckSettings {
  const policies = inherited.filter(({ check }) => isFor(check, place.check));
  const here: Origin = { is: place.record === thing ? 'check' : 'policy', ...place };
  const device: Origin = { is: 'thing', record: thing };
  const sources: Origin[] = [
    // The asset's password is nearer to it than a policy's (precise.md 14).
    ...(here.is === 'check' ? [here, device] : [device, here]),
    ...policies.filter(one => one !== place).map((one): Origin => ({ is: 'policy', ...one })),
    { is: 'table' },
  ];
  const found = merged.flatMap(key => {
    const from = sources.find(one => valueIn(one, key, place.check.type) !== undefined);
    return from ? [[key, { value: valueIn(from, key, place.check.type), from }]] : [];
  });
  return Object.fromEntries(found) as CheckSettings;
}

/** Whether a policy's check speaks of what the other looks at, too. */
function isFor(general: WrittenCheck, check: WrittenCheck): boolean {
  return general.type === check.type && selectors.every(key => [undefined, check[key]].includes(general[key]));
}

function valueIn(origin: Origin, key: MergedKey, type: CheckType | undefined): unknown {
  if (origin.is === 'table') return tableValue(type, key);
  if (origin.is === 'thing') return key === 'credential' ? origin.record.values['credential'] : undefined;
  return origin.check[key];
}

function tableValue(type: CheckType | undefined, key: MergedKey): unknown {
  if (type === undefined) return undefined;
  const facts = checkTypeFacts[type];
  const values: Partial<Record<MergedKey, unknown>> = {
    every_minutes: facts.everyMinutes,
    warn: facts.warn,
    critical: facts.critical,
    loss_warn: facts.lossWarn,
    loss_critical: facts.lossCritical,
    alert_after: 3,
    raise: 'problem',
    enabled: true,
  };
  return values[key];
}

function stateOf(
  { thing, type, on, settings }: Pick<EffectiveCheck, 'thing' | 'type' | 'on' | 'settings'>,
  estate: Estate,
) {
  if (settings.enabled?.value === false || isAtRest(thing)) return 'off';
  const { paused } = settings;
  if (paused && (paused.value.until === undefined || paused.value.until >= estate.today(thing.file))) return 'paused';
  return checkTypeFacts[type].needsAddress && on.host === undefined && !hasAddress(thing) ? 'no address' : 'runs';
}

/** What is gone or not in use yet is not looked at. */
function isAtRest(thing: RecordEntry): boolean {
  return isRetired(thing) || (isKind(thing, 'asset') && !isLiveAsset(thing));
}

/** Whether there is something to ask: of a network its way out. */
export function hasAddress(thing: RecordEntry): boolean {
  if (isKind(thing, 'subnet')) return thing.values.gateway !== undefined;
  if (!isKind(thing, 'asset')) return false;
  const { address, hostname, addresses, address_range } = thing.values;
  return [address, hostname, addresses, address_range].some(value => value !== undefined);
}

function freeName(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let n = 2; names.has(name.toLowerCase()); n++) name = `${wanted}-${String(n)}`;
  names.add(name.toLowerCase());
  return name;
}
