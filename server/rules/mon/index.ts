import type { Rule } from '../rule.ts';

/** Network monitoring: what is looked at, and what is normal. */
export const monitoringRules: readonly Rule[] = [];
