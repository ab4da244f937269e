import { problemSteps } from './steps.ts';
import type { Rule } from '../rule.ts';

/** Problem management: causes, found and removed. */
export const problemRules: readonly Rule[] = [...problemSteps];
