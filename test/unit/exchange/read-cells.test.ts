import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportField } from '../../../server/exchange/columns.ts';
import { readCell, typeOf } from '../../../server/exchange/read-cells.ts';
import type { AssetType } from '../../../server/records/vocabulary.data.ts';

const around = { today: '2026-11-23', dateOrder: 'uk', heading: '', bought: '2021-08-16' } as const;

/** The text that is written, '' for nothing, '!' for what the field cannot hold. */
function read(field: ImportField, cell: string, heading = ''): string {
  const reading = readCell(field, cell, { ...around, heading });
  return reading.is === 'value' ? reading.text : reading.is === 'nothing' ? '' : '!';
}

const cases: Partial<Record<ImportField, Readonly<Record<string, string>>>> = {
  bought: {
    '23/11/2026': '2026-11-23',
    '1.9.19': '2019-09-01',
    '01-09-2019': '2019-09-01',
    '3/4/21': '2021-04-03',
    '12/31/2020': '2020-12-31',
    'Sept 2021': '2021-09-01',
    'Sep-21': '2021-09-01',
    '09/2021': '2021-09-01',
    '24 July 2023': '2023-07-24',
    '2021-08-16 00:00:00': '2021-08-16',
    'Mon 16/08/2021 09:30': '2021-08-16',
    '16/8/98': '1998-08-16',
    '2021': '!',
    '31/11/2021': '!',
    'summer 2019': '!',
    tbc: '',
  },
  warranty_until: {
    '3 years': '2024-08-16',
    '36 months': '2024-08-16',
    '5yr': '2026-08-16',
    none: 'none',
    '14': '!',
    'n/a': '',
  },
  cost_gbp: {
    '£1,240.00': '1240',
    '1240.5': '1240.50',
    '£ 529': '529',
    '1 240': '1240',
    '240 GBP': '240',
    '£12.345': '12.35',
    '$12.58': '!',
    '-5': '!',
    '£300 ex VAT': '300',
    free: '!',
    '?': '',
  },
  quantity: { '30': '30', '30.0': '30', x30: '30', '6 off': '6', 'a few': '!', '0': '', '-': '' },
  serial: {
    ' AB 12 ': 'AB 12',
    'S/N: X1': 'X1',
    'see list': '',
    'See list.': '',
    various: '',
    'N/A': '',
    '6.37702E+15': '!',
    'To be filled by O.E.M.': '',
    '0': '',
  },
  status: {
    Scrapped: 'disposed',
    'on loan': 'on_loan',
    Spare: 'spare',
    'In Use': 'in_use',
    in_repair: 'in_repair',
    Lost: 'missing',
    'written off 2020': 'written_off',
    Blue: '!',
  },
  condition: { Good: 'good', 'V. poor': 'poor', OK: 'fair', Purple: '!' },
  owned: { Leased: 'no', 'School owned': 'yes', no: 'no', perhaps: '!' },
  address: {
    '10.0.0.4': '10.0.0.4',
    '10.0.0.4/24': '10.0.0.4',
    'http://10.0.0.4/admin': '10.0.0.4',
    '10.0.0.400': '!',
    DHCP: '!',
  },
  mac: { '00-1B-2C-3D-4E-5F': '00:1b:2c:3d:4e:5f', '001b.2c3d.4e5f': '00:1b:2c:3d:4e:5f', '00:1b': '!' },
  replace_year: { '2027': '2027', '2026/27': '2026', '01/09/2028': '2028', soon: '!' },
  notes: { 'two\r\nlines ': 'two\nlines', '-': '' },
  title: { '  PC \u0000 in\nthe hall ': 'PC in the hall', unknown: '' },
};

for (const [field, values] of Object.entries(cases) as [ImportField, Record<string, string>][])
  test(`cells of ${field}`, () => {
    for (const [cell, wanted] of Object.entries(values)) assert.equal(read(field, cell), wanted, cell);
  });

test('a length of warranty takes its unit from the heading', () => {
  assert.equal(read('warranty_until', '14', 'Warranty (months)'), '2022-10-16');
  assert.equal(read('warranty_until', '3', 'Warranty in years'), '2024-08-16');
});

const types: Readonly<Record<string, AssetType | undefined>> = {
  PC: 'desktop',
  Laptop: 'laptop',
  Chromebook: 'laptop',
  iPad: 'tablet',
  'SW 24p PoE': 'switch',
  'Interactive whiteboard': 'interactive_panel',
  IWB: 'interactive_panel',
  'interactive TV 75': 'interactive_panel',
  MFP: 'printer',
  'HP LaserJet': 'printer',
  'Print server': 'server',
  'Wireless access point': 'access_point',
  'Wireless controller': 'wireless_controller',
  'Door entry panel': 'door_entry',
  'Server cabinet': 'cabinet',
  'Rack server': 'server',
  'Wall rack': 'cabinet',
  'CCTV recorder': 'nvr',
  'IP camera': 'camera',
  'Digital camera': 'other',
  Visualiser: 'other',
  Monitor: 'other',
  'Laptop trolley': 'other',
  interactive_panel: 'interactive_panel',
  'Leased line': 'circuit',
  Xyzzy: undefined,
};

test('types by their words', () => {
  for (const [words, type] of Object.entries(types)) assert.equal(typeOf(words), type, words);
});
