import { mon001 } from './mon-001.ts';
import { mon002 } from './mon-002.ts';
import { mon003 } from './mon-003.ts';
import { mon004 } from './mon-004.ts';
import { mon005 } from './mon-005.ts';
import { mon006 } from './mon-006.ts';
import { mon010 } from './mon-010.ts';
import { mon011 } from './mon-011.ts';
import type { Rule } from '../rule.ts';

/** Network monitoring: what is looked at, and what is normal. */
export const monitoringRules: readonly Rule[] = [mon001, mon002, mon003, mon004, mon005, mon006, mon010, mon011];
