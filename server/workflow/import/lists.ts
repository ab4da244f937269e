import { assetList } from '../../exchange/asset-list.ts';
import { incidentList } from '../../exchange/incident-list.ts';
import type { ListTarget } from '../../exchange/list-target.ts';
import { planImport } from './assets.ts';
import { planIncidents } from './incidents.ts';
import type { ImportPlan, ImportWish } from './plan.ts';

/** Something that a list can become: how its columns are told, and what becomes of its rows. */
export interface ListImport {
  readonly list: ListTarget<string>;
  readonly plan: (wish: ImportWish<string>) => ImportPlan;
}

function listImport<F extends string>(list: ListTarget<F>, plan: (wish: ImportWish<F>) => ImportPlan): ListImport {
  // Columns have no other fields than those of the list that they were told by.
  return { list, plan } as unknown as ListImport;
}

/** What can be imported, by the word for it. */
export const listImports = {
  assets: listImport(assetList, planImport),
  incidents: listImport(incidentList, planIncidents),
} as const;
