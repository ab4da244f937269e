import { gen001 } from './gen-001.ts';
import { gen002 } from './gen-002.ts';
import { gen003 } from './gen-003.ts';
import { gen004 } from './gen-004.ts';
import { gen005 } from './gen-005.ts';
import { gen006 } from './gen-006.ts';
import { gen007 } from './gen-007.ts';
import { gen008 } from './gen-008.ts';
import { gen009 } from './gen-009.ts';
import { gen010 } from './gen-010.ts';
import { gen011 } from './gen-011.ts';
import { gen014 } from './gen-014.ts';
import { gen015 } from './gen-015.ts';
import { gen016 } from './gen-016.ts';
import { gen017 } from './gen-017.ts';
import { gen018 } from './gen-018.ts';
import { gen020 } from './gen-020.ts';
import { gen021 } from './gen-021.ts';
import { gen023 } from './gen-023.ts';
import { gen024 } from './gen-024.ts';
import { gen025 } from './gen-025.ts';
import { gen012, gen013, gen019, gen022 } from './gen-text.ts';
import type { Rule } from '../rule.ts';

/** Rules for every record. */
export const genericRules: readonly Rule[] = [
  gen001,
  gen002,
  gen003,
  gen004,
  gen005,
  gen006,
  gen007,
  gen008,
  gen009,
  gen010,
  gen011,
  gen012,
  gen013,
  gen014,
  gen015,
  gen016,
  gen017,
  gen018,
  gen019,
  gen020,
  gen021,
  gen022,
  gen023,
  gen024,
  gen025,
];
