import type { Rule } from '../rule.ts';

/** Operations management: security, data storage, technical resources. */
export const operationsRules: readonly Rule[] = [];
