import { om001 } from './om-001.ts';
import { om002 } from './om-002.ts';
import { om003 } from './om-003.ts';
import { om004 } from './om-004.ts';
import { om005 } from './om-005.ts';
import { om006 } from './om-006.ts';
import { om007 } from './om-007.ts';
import { om008 } from './om-008.ts';
import { om009 } from './om-009.ts';
import { om010 } from './om-010.ts';
import { om011 } from './om-011.ts';
import { om012 } from './om-012.ts';
import { om013 } from './om-013.ts';
import { om014 } from './om-014.ts';
import { om015 } from './om-015.ts';
import { om016 } from './om-016.ts';
import type { Rule } from '../rule.ts';

/** Operations management: security, data storage, technical resources. */
export const operationsRules: readonly Rule[] = [
  om001,
  om002,
  om003,
  om004,
  om005,
  om006,
  om007,
  om008,
  om009,
  om010,
  om011,
  om012,
  om013,
  om014,
  om015,
  om016,
];
