import { cfg001 } from './cfg-001.ts';
import { cfg002 } from './cfg-002.ts';
import { cfg003 } from './cfg-003.ts';
import { cfg005 } from './cfg-005.ts';
import { cfg009 } from './cfg-009.ts';
import { cfg010 } from './cfg-010.ts';
import { cfg020 } from './cfg-020.ts';
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
import { gen012, gen013, gen019, gen022 } from './gen-text.ts';
import { gen014 } from './gen-014.ts';
import { gen015 } from './gen-015.ts';
import { gen016 } from './gen-016.ts';
import { gen017 } from './gen-017.ts';
import { gen018 } from './gen-018.ts';
import { gen020 } from './gen-020.ts';
import { gen021 } from './gen-021.ts';
import { gen023 } from './gen-023.ts';
import { gen025 } from './gen-025.ts';
import { problemSteps } from './prb.ts';
import { slm001 } from './slm-001.ts';
import { slm002 } from './slm-002.ts';
import type { Rule } from './rule.ts';

/** Every rule there is: settings, documentation and checks are made of this table. */
export const rules: readonly Rule[] = [
  ...[
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
  ],
  ...[gen017, gen018, gen019, gen020, gen021, gen022, gen023, gen025],
  ...[cfg001, cfg002, cfg003, cfg005, cfg009, cfg010, cfg020],
  ...problemSteps,
  ...[slm001, slm002],
];
