import type { AssetType } from '../../records/vocabulary.data.ts';

/** A maker by the number that IANA gave it (private enterprise numbers), which its devices name in sysObjectID. */
export interface Maker {
  readonly name: string;
  /** What its devices are, where it makes one sort of them, or nearly so. */
  readonly type?: AssetType;
  /** Sorts by what follows its number in sysObjectID; the first that fits counts. */
  readonly sorts?: readonly (readonly [after: string, type: AssetType])[];
}

export const makers: Readonly<Record<string, Maker>> = {
  '2': { name: 'IBM' },
  '9': { name: 'Cisco' },
  '11': {
    name: 'HP',
    sorts: [
      ['2.3.9', 'printer'],
      ['2.3.7', 'switch'],
    ],
  },
  '43': { name: '3Com', type: 'switch' },
  '45': { name: 'Nortel', type: 'switch' },
  '171': { name: 'D-Link', type: 'switch' },
  '207': { name: 'Allied Telesis', type: 'switch' },
  '232': { name: 'HPE', type: 'server' },
  '236': { name: 'Samsung', type: 'printer' },
  '253': { name: 'Xerox', type: 'printer' },
  '297': { name: 'Fujifilm', type: 'printer' },
  '311': {
    name: 'Microsoft',
    sorts: [
      ['1.1.3.1.1', 'desktop'],
      ['1.1.3.1', 'server'],
    ],
  },
  '318': { name: 'APC', type: 'ups' },
  '343': { name: 'Intel' },
  '367': { name: 'Ricoh', type: 'printer' },
  '368': { name: 'Axis', type: 'camera' },
  '476': { name: 'Vertiv', type: 'ups' },
  '534': { name: 'Eaton', type: 'ups' },
  '641': { name: 'Lexmark', type: 'printer' },
  '674': { name: 'Dell', sorts: [['10892', 'server']] },
  '705': { name: 'Eaton', type: 'ups' },
  '850': { name: 'Tripp Lite', type: 'ups' },
  '890': { name: 'Zyxel' },
  '1129': { name: 'Toshiba', type: 'printer' },
  '1248': { name: 'Epson', type: 'printer' },
  '1347': { name: 'Kyocera', type: 'printer' },
  '1588': { name: 'Brocade', type: 'switch' },
  '1602': { name: 'Canon', type: 'printer' },
  '1916': { name: 'Extreme Networks', type: 'switch' },
  '1991': { name: 'Ruckus', type: 'switch' },
  '2001': { name: 'OKI', type: 'printer' },
  '2011': { name: 'Huawei' },
  '2435': { name: 'Brother', type: 'printer' },
  '2604': { name: 'Sophos', type: 'firewall' },
  '2620': { name: 'Check Point', type: 'firewall' },
  '2636': { name: 'Juniper' },
  '3097': { name: 'WatchGuard', type: 'firewall' },
  '3808': { name: 'CyberPower', type: 'ups' },
  '4526': { name: 'Netgear' },
  '6486': { name: 'Alcatel-Lucent', type: 'switch' },
  '6574': { name: 'Synology', type: 'storage' },
  '6876': { name: 'VMware', type: 'server' },
  '7367': { name: 'DrayTek', type: 'router' },
  '8741': { name: 'SonicWall', type: 'firewall' },
  '10876': { name: 'Supermicro', type: 'server' },
  '11863': { name: 'TP-Link' },
  '12356': { name: 'Fortinet', type: 'firewall' },
  '14823': {
    name: 'Aruba',
    sorts: [
      ['1.1', 'wireless_controller'],
      ['1.2', 'access_point'],
    ],
  },
  '14988': { name: 'MikroTik', type: 'router' },
  '17713': { name: 'Cambium', type: 'access_point' },
  '18334': { name: 'Konica Minolta', type: 'printer' },
  '19046': { name: 'Lenovo', type: 'server' },
  '24681': { name: 'QNAP', type: 'storage' },
  '25053': {
    name: 'Ruckus',
    sorts: [
      ['3.1.11', 'wireless_controller'],
      ['3.1.5', 'wireless_controller'],
      ['3.1.4', 'access_point'],
    ],
  },
  '25461': { name: 'Palo Alto Networks', type: 'firewall' },
  '25506': { name: 'H3C' },
  '26928': { name: 'Aerohive', type: 'access_point' },
  '29671': { name: 'Meraki' },
  '30065': { name: 'Arista', type: 'switch' },
  // RFC 5612: for examples in documents, and so for the demonstration network.
  '32473': { name: 'Example' },
  '39165': { name: 'Hikvision', type: 'camera' },
  '41112': { name: 'Ubiquiti', type: 'access_point' },
  '47196': { name: 'Aruba', type: 'switch' },
  '50536': { name: 'iXsystems', type: 'storage' },
};
