/** The devices of the demonstration network: those of samples/primary-school that have an address. All fictional. */

export interface DemonstrationDevice {
  readonly id: string;
  /** The asset type, which decides the ports. */
  readonly type: string;
  /** The recorded (documentation) address. */
  readonly address: string;
  readonly snmp: 'none' | 'v2c' | 'v3';
  /** Name of a walk, and the words that are filled into it. */
  readonly walk?: string;
  readonly words?: Readonly<Record<string, string>>;
  /** Milliseconds before every answer to ping and SNMP. */
  readonly delay?: number;
  readonly trouble?: 'down' | 'no_snmp' | 'other_password' | 'lossy';
  /** TCP ports that refuse. */
  readonly shut?: readonly number[];
}

const accessPoints = Array.from({ length: 12 }, (_unused, index): DemonstrationDevice => {
  const number = index + 1;
  const id = `AP-${String(number).padStart(2, '0')}`;
  const location = number <= 8 ? 'Main block' : 'KS1 block';
  return {
    id,
    type: 'access_point',
    address: `192.0.2.${20 + number}`,
    snmp: 'v2c',
    walk: 'access-point',
    words: { name: id.toLowerCase(), location },
    ...(number === 7 && { trouble: 'down' }),
    ...(number === 11 && { trouble: 'lossy' }),
  };
});

export const demonstrationDevices: readonly DemonstrationDevice[] = [
  {
    id: 'SRV-01',
    type: 'server',
    address: '192.0.2.66',
    snmp: 'v3',
    walk: 'server-host',
    words: { name: 'srv-01', location: 'Server cupboard' },
  },
  {
    id: 'SRV-02',
    type: 'server',
    address: '192.0.2.67',
    snmp: 'v3',
    walk: 'server-backup',
    words: { name: 'srv-02', location: 'Server cupboard' },
    shut: [3389],
  },
  {
    id: 'NAS-01',
    type: 'storage',
    address: '192.0.2.70',
    snmp: 'v3',
    walk: 'nas',
    words: { name: 'nas-01', location: 'KS1 cabinet' },
  },
  {
    id: 'FW-01',
    type: 'firewall',
    address: '192.0.2.1',
    snmp: 'v3',
    walk: 'firewall',
    words: { name: 'fw-01', location: 'Server cupboard' },
  },
  { id: 'RTR-01', type: 'router', address: '203.0.113.1', snmp: 'none', shut: [22] },
  {
    id: 'SW-01',
    type: 'switch',
    address: '192.0.2.10',
    snmp: 'v3',
    walk: 'switch-48',
    words: { name: 'sw-01', location: 'Server cupboard', software: '4.2.7', serial: 'SW7000' },
  },
  {
    id: 'SW-02',
    type: 'switch',
    address: '192.0.2.11',
    snmp: 'v3',
    walk: 'switch-48',
    words: { name: 'sw-02', location: 'Server cupboard', software: '4.2.7', serial: 'SW7013' },
  },
  {
    id: 'SW-03',
    type: 'switch',
    address: '192.0.2.12',
    snmp: 'v3',
    walk: 'switch-48',
    words: { name: 'sw-03', location: 'Library', software: '4.2.7', serial: 'SW7026' },
  },
  {
    id: 'SW-04',
    type: 'switch',
    address: '192.0.2.13',
    snmp: 'v3',
    walk: 'switch-24',
    words: { name: 'sw-04', location: 'Library', software: '4.2.1', serial: 'SW7039' },
    trouble: 'other_password',
  },
  {
    id: 'SW-05',
    type: 'switch',
    address: '192.0.2.14',
    snmp: 'v3',
    walk: 'switch-48',
    words: { name: 'sw-05', location: 'KS1 cabinet', software: '4.2.7', serial: 'SW7052' },
    delay: 300,
  },
  {
    id: 'SW-06',
    type: 'switch',
    address: '192.0.2.15',
    snmp: 'v3',
    walk: 'switch-24-poe',
    words: { name: 'sw-06', location: 'KS1 cabinet', software: '4.2.7', serial: 'SW7065' },
  },
  ...accessPoints,
  {
    id: 'UPS-01',
    type: 'ups',
    address: '192.0.2.50',
    snmp: 'v3',
    walk: 'ups-2200',
    words: { name: 'ups-01', location: 'Server cupboard', model: 'U2200' },
  },
  {
    id: 'UPS-02',
    type: 'ups',
    address: '192.0.2.51',
    snmp: 'v3',
    walk: 'ups-1000',
    words: { name: 'ups-02', location: 'KS1 cabinet', model: 'U1000' },
  },
  {
    id: 'PRN-01',
    type: 'printer',
    address: '192.0.2.98',
    snmp: 'v2c',
    walk: 'printer-colour',
    words: { name: 'prn-01', location: 'Office', serial: 'C450-118' },
  },
  {
    id: 'PRN-02',
    type: 'printer',
    address: '192.0.2.99',
    snmp: 'v2c',
    walk: 'printer-mono',
    words: { name: 'prn-02', location: 'Staff room', serial: 'M350-204' },
  },
  {
    id: 'PRN-03',
    type: 'printer',
    address: '192.0.2.100',
    snmp: 'v2c',
    walk: 'printer-colour',
    words: { name: 'prn-03', location: 'KS2 corridor', serial: 'C450-131' },
    trouble: 'no_snmp',
  },
  {
    id: 'PRN-04',
    type: 'printer',
    address: '192.0.2.101',
    snmp: 'v2c',
    walk: 'printer-colour',
    words: { name: 'prn-04', location: 'KS1 corridor', serial: 'C450-132' },
  },
  { id: 'NVR-01', type: 'nvr', address: '192.0.2.130', snmp: 'none' },
  { id: 'DOOR-01', type: 'door_entry', address: '192.0.2.150', snmp: 'none' },
];

/** Schools whose records hold these devices. */
export const demonstrationSchools = ['SCH-EPS', 'SCH-NEG'] as const;
export const schoolName = 'Exampleton Primary School';

/** Made up, and worth nothing outside 127.0.0.0/8. */
export const demonstrationSecrets = {
  community: 'demonstration-read',
  user: 'fits-demonstration',
  authPassword: 'demonstration-authentication',
  privPassword: 'demonstration-encryption',
} as const;
