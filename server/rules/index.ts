import { changeRules } from './chg/index.ts';
import { configurationRules } from './cfg/index.ts';
import { genericRules } from './gen/index.ts';
import { monitoringRules } from './mon/index.ts';
import { operationsRules } from './om/index.ts';
import { maintenanceRules } from './pm/index.ts';
import { problemRules } from './prb/index.ts';
import { continuityRules } from './scm/index.ts';
import { serviceLevelRules } from './slm/index.ts';
import type { Rule } from './rule.ts';

/** Every rule there is: settings, documentation and checks are made of this table. */
export const rules: readonly Rule[] = [
  ...genericRules,
  ...monitoringRules,
  ...problemRules,
  ...changeRules,
  ...maintenanceRules,
  ...configurationRules,
  ...serviceLevelRules,
  ...continuityRules,
  ...operationsRules,
];
