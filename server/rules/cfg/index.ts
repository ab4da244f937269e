import { cfg001 } from './cfg-001.ts';
import { cfg002 } from './cfg-002.ts';
import { cfg003 } from './cfg-003.ts';
import { cfg004 } from './cfg-004.ts';
import { cfg005 } from './cfg-005.ts';
import { cfg006 } from './cfg-006.ts';
import { cfg007 } from './cfg-007.ts';
import { cfg008 } from './cfg-008.ts';
import { cfg009 } from './cfg-009.ts';
import { cfg010 } from './cfg-010.ts';
import { cfg011 } from './cfg-011.ts';
import { cfg012 } from './cfg-012.ts';
import { cfg013 } from './cfg-013.ts';
import { cfg014 } from './cfg-014.ts';
import { cfg015 } from './cfg-015.ts';
import { cfg016 } from './cfg-016.ts';
import { cfg018 } from './cfg-018.ts';
import { cfg019 } from './cfg-019.ts';
import { cfg020 } from './cfg-020.ts';
import { cfg021 } from './cfg-021.ts';
import { cfg022 } from './cfg-022.ts';
import { cfg025 } from './cfg-025.ts';
import type { Rule } from '../rule.ts';

/** Configuration management: assets, links, networks, licences, audits. */
export const configurationRules: readonly Rule[] = [
  cfg001,
  cfg002,
  cfg003,
  cfg004,
  cfg005,
  cfg006,
  cfg007,
  cfg008,
  cfg009,
  cfg010,
  cfg011,
  cfg012,
  cfg013,
  cfg014,
  cfg015,
  cfg016,
  cfg018,
  cfg019,
  cfg020,
  cfg021,
  cfg022,
  cfg025,
];
