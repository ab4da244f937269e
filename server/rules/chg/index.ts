import type { Rule } from '../rule.ts';

/** Change management: who agrees to what, and when. */
export const changeRules: readonly Rule[] = [];
