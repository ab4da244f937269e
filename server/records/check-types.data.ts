import type { checkTypes } from './vocabulary.data.ts';

export type CheckType = keyof typeof checkTypes;

/** Which field says what of the thing is looked at. */
export type CheckSelector = 'volume' | 'interface' | 'host' | 'port' | 'name';

/** What follows from the type of a check, and what it takes where neither the check nor a policy says otherwise. */
export interface CheckTypeFacts {
  /** What it counts in; absent where it is good or not, without a number. */
  readonly unit?: string;
  /** Which way is bad. */
  readonly direction?: 'above' | 'below';
  readonly warn?: number;
  readonly critical?: number;
  /** Lost pings, in per cent. */
  readonly lossWarn?: number;
  readonly lossCritical?: number;
  /** How often it runs, and how often it may run at the most. */
  readonly everyMinutes: number;
  readonly leastMinutes: number;
  readonly selector?: CheckSelector;
  /** It asks a device: without an address it cannot run. */
  readonly needsAddress: boolean;
  /** It asks the device about itself, with a stored password. */
  readonly needsCredential: boolean;
}

const day = 1440;

/** A program that must answer. */
const answering = (leastMinutes: number, selector?: CheckSelector): CheckTypeFacts => ({
  everyMinutes: 5,
  leastMinutes,
  needsAddress: true,
  needsCredential: false,
  ...(selector ? { selector } : {}),
});

type Limits = Pick<CheckTypeFacts, 'unit' | 'direction' | 'warn' | 'critical'>;
const above = (unit: string, warn?: number, critical?: number): Limits => limits('above', unit, warn, critical);
const below = (unit: string, warn?: number, critical?: number): Limits => limits('below', unit, warn, critical);

function limits(direction: 'above' | 'below', unit: string, warn?: number, critical?: number): Limits {
  return { direction, unit, ...(warn === undefined ? {} : { warn }), ...(critical === undefined ? {} : { critical }) };
}

/** What a device tells of itself. */
const asked = (
  [leastMinutes, everyMinutes]: readonly [number, number],
  numbers: Limits = {},
  selector?: CheckSelector,
): CheckTypeFacts => ({
  ...numbers,
  everyMinutes,
  leastMinutes,
  needsAddress: true,
  needsCredential: true,
  ...(selector ? { selector } : {}),
});

/** What a person looks at or tries. */
const byHand = (everyMinutes: number): CheckTypeFacts => ({
  everyMinutes,
  leastMinutes: day,
  needsAddress: false,
  needsCredential: false,
});

/** One row a type (precise.md 21 for the shortest interval, records.md 4.3 for the limits). */
export const checkTypeFacts: Readonly<Record<CheckType, CheckTypeFacts>> = {
  ping: { ...answering(1), ...above('ms', 20, 100), lossWarn: 5, lossCritical: 20 },
  tcp: answering(1, 'port'),
  http: answering(5, 'host'),
  certificate: { ...answering(60, 'host'), ...below('days', 30, 7), everyMinutes: day },
  dns: answering(5, 'name'),
  ntp: { ...answering(5), ...above('seconds', 1, 5), everyMinutes: 60 },
  smb: answering(5, 'name'),
  ldap: answering(5),
  sip: answering(5),
  rtsp: answering(5),
  uptime: asked([5, 5], below('minutes', 10)),
  disk: asked([15, 60], above('per cent', 80, 90), 'volume'),
  memory: asked([5, 5], above('per cent', 85, 95)),
  cpu: asked([5, 5], above('per cent', 85, 95)),
  interface: asked([5, 15], above('per cent', 70, 90), 'interface'),
  interface_errors: asked([5, 15], above('parts per million', 100, 1000), 'interface'),
  interface_state: asked([5, 5], {}, 'interface'),
  poe: asked([5, 15], above('per cent', 80, 95)),
  sensor: asked([5, 15], above('°C', 27, 32), 'name'),
  ups_runtime: asked([5, 15], below('minutes', 30, 10)),
  ups_battery: asked([5, 15], below('per cent', 50, 25)),
  ups_load: asked([5, 15], above('per cent', 80, 90)),
  printer_supply: asked([15, 60], below('per cent', 20, 10), 'name'),
  printer_state: asked([15, 15]),
  stp: asked([5, 15]),
  inventory: asked([60, day]),
  lldp_neighbours: asked([60, day]),
  dhcp_scope: { ...asked([15, 15], above('per cent', 80, 90)), needsAddress: false },
  backup_age: {
    ...above('times its interval', 1.25, 2),
    everyMinutes: 60,
    leastMinutes: 60,
    needsAddress: false,
    needsCredential: false,
  },
  filtering_test: byHand(122 * day),
  manual: byHand(30 * day),
};
