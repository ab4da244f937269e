import type { Declaration, ValuesOf } from '../model/declaration.ts';
import { asset } from './asset.ts';
import { calendar } from './calendar.ts';
import { licence } from './licence.ts';
import { link } from './link.ts';
import { location } from './location.ts';
import { monitoringPolicy } from './monitoring-policy.ts';
import { problem } from './problem.ts';
import { role } from './role.ts';
import { school } from './school.ts';
import { service } from './service.ts';
import { subnet } from './subnet.ts';
import { supplier } from './supplier.ts';

/** Every record kind there is, in the order in which a school writes them. */
const kinds = {
  school,
  calendar,
  role,
  location,
  supplier,
  subnet,
  monitoring_policy: monitoringPolicy,
  asset,
  link,
  licence,
  service,
  problem,
};

export type KindName = keyof typeof kinds;
export type KindValues<K extends KindName> = ValuesOf<(typeof kinds)[K]>;

export const declarations: Readonly<Record<KindName, Declaration>> = kinds;

/** The declaration of a kind, if there is such a kind. */
export function declarationOf(kind: string): Declaration | undefined {
  return Object.hasOwn(declarations, kind) ? declarations[kind as KindName] : undefined;
}
