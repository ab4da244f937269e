import { cfg001 } from './cfg-001.ts';
import { cfg002 } from './cfg-002.ts';
import { cfg003 } from './cfg-003.ts';
import { cfg005 } from './cfg-005.ts';
import { cfg009 } from './cfg-009.ts';
import { cfg010 } from './cfg-010.ts';
import { cfg020 } from './cfg-020.ts';
import type { Rule } from '../rule.ts';

/** Configuration management: assets, links, networks, licences, audits. */
export const configurationRules: readonly Rule[] = [cfg001, cfg002, cfg003, cfg005, cfg009, cfg010, cfg020];
