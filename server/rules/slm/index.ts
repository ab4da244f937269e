import { slm001 } from './slm-001.ts';
import { slm002 } from './slm-002.ts';
import { slm003 } from './slm-003.ts';
import { slm004 } from './slm-004.ts';
import { slm005 } from './slm-005.ts';
import { slm006 } from './slm-006.ts';
import { slm007 } from './slm-007.ts';
import { slm008 } from './slm-008.ts';
import { slm009 } from './slm-009.ts';
import { slm011 } from './slm-011.ts';
import type { Rule } from '../rule.ts';

/** Service level management: what users may expect. */
export const serviceLevelRules: readonly Rule[] = [
  slm001,
  slm002,
  slm003,
  slm004,
  slm005,
  slm006,
  slm007,
  slm008,
  slm009,
  slm011,
];
