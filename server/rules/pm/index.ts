import { pm001 } from './pm-001.ts';
import { pm002 } from './pm-002.ts';
import { pm003 } from './pm-003.ts';
import { pm004 } from './pm-004.ts';
import { pm005 } from './pm-005.ts';
import { pm006 } from './pm-006.ts';
import { pm007 } from './pm-007.ts';
import { pm008 } from './pm-008.ts';
import { pm009 } from './pm-009.ts';
import { pm010 } from './pm-010.ts';
import type { Rule } from '../rule.ts';

/** Preventative maintenance: what is serviced, when it is due, what is on the shelf. */
export const maintenanceRules: readonly Rule[] = [pm001, pm002, pm003, pm004, pm005, pm006, pm007, pm008, pm009, pm010];
