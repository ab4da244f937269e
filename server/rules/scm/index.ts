import type { Rule } from '../rule.ts';

/** Service continuity: backups, the recovery plan, rehearsals. */
export const continuityRules: readonly Rule[] = [];
