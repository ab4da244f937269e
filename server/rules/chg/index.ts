import type { Rule } from '../rule.ts';
import { chg001 } from './chg-001.ts';
import { chg002 } from './chg-002.ts';
import { chg003 } from './chg-003.ts';
import { chg004 } from './chg-004.ts';
import { chg005 } from './chg-005.ts';
import { chg006 } from './chg-006.ts';
import { chg007 } from './chg-007.ts';
import { chg008 } from './chg-008.ts';
import { chg009 } from './chg-009.ts';
import { chg010 } from './chg-010.ts';
import { chg011 } from './chg-011.ts';
import { chg012 } from './chg-012.ts';
import { chg013 } from './chg-013.ts';
import { chg014 } from './chg-014.ts';
import { chg015 } from './chg-015.ts';
import { chg016 } from './chg-016.ts';
import { chg017 } from './chg-017.ts';
import { chg018 } from './chg-018.ts';
import { chg019 } from './chg-019.ts';
import { chg020 } from './chg-020.ts';

/** Change management: who agrees to what, and when. */
export const changeRules: readonly Rule[] = [
  chg001,
  chg002,
  chg003,
  chg004,
  chg005,
  chg006,
  chg007,
  chg008,
  chg009,
  chg010,
  chg011,
  chg012,
  chg013,
  chg014,
  chg015,
  chg016,
  chg017,
  chg018,
  chg019,
  chg020,
];
