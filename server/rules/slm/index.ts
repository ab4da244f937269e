import { slm001 } from './slm-001.ts';
import { slm002 } from './slm-002.ts';
import type { Rule } from '../rule.ts';

/** Service level management: what users may expect. */
export const serviceLevelRules: readonly Rule[] = [slm001, slm002];
