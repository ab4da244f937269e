import { prb005 } from './prb-005.ts';
import { prb007 } from './prb-007.ts';
import { prb008 } from './prb-008.ts';
import { prb009 } from './prb-009.ts';
import { prb010 } from './prb-010.ts';
import { prb011 } from './prb-011.ts';
import { prb012 } from './prb-012.ts';
import { prb013 } from './prb-013.ts';
import { prb014 } from './prb-014.ts';
import { problemSteps } from './steps.ts';
import type { Rule } from '../rule.ts';

/** Problem management: causes, found and removed. */
export const problemRules: readonly Rule[] = [
  ...problemSteps,
  prb005,
  prb007,
  prb008,
  prb009,
  prb010,
  prb011,
  prb012,
  prb013,
  prb014,
];
