import { scm001 } from './scm-001.ts';
import { scm002 } from './scm-002.ts';
import { scm003 } from './scm-003.ts';
import { scm004 } from './scm-004.ts';
import { scm005 } from './scm-005.ts';
import { scm006 } from './scm-006.ts';
import { scm007 } from './scm-007.ts';
import { scm008 } from './scm-008.ts';
import { scm009 } from './scm-009.ts';
import { scm010 } from './scm-010.ts';
import { scm011 } from './scm-011.ts';
import { scm012 } from './scm-012.ts';
import { scm013 } from './scm-013.ts';
import { scm014 } from './scm-014.ts';
import { scm015 } from './scm-015.ts';
import { scm016 } from './scm-016.ts';
import { scm017 } from './scm-017.ts';
import { scm018 } from './scm-018.ts';
import { scm019 } from './scm-019.ts';
import { scm020 } from './scm-020.ts';
import type { Rule } from '../rule.ts';

/** Service continuity: backups, the recovery plan, rehearsals. */
export const continuityRules: readonly Rule[] = [
  scm001,
  scm002,
  scm003,
  scm004,
  scm005,
  scm006,
  scm007,
  scm008,
  scm009,
  scm010,
  scm011,
  scm012,
  scm013,
  scm014,
  scm015,
  scm016,
  scm017,
  scm018,
  scm019,
  scm020,
];
