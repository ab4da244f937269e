import type { Rule } from '../rule.ts';

/** Preventative maintenance: servicing on time. */
export const maintenanceRules: readonly Rule[] = [];
