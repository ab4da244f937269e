import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LookAnswer } from '../../../server/protocol/discovery.ts';
import {
  consentWords,
  deviceDescription,
  listWords,
  networkDescription,
  networkLabel,
  nothingNew,
  recordedWords,
  recordLabel,
} from '../../../src/look-words.ts';
import { inEnglish as t } from '../../../src/translate.ts';

const own = { cidr: '192.168.10.0/24', title: '', origin: 'own', address: '192.168.10.23', addresses: 254 } as const;
const recorded = { ...own, cidr: '192.168.20.0/24', title: 'Devices', origin: 'recorded', address: '' } as const;
const demonstration = { ...own, cidr: '192.0.2.0/24', origin: 'demonstration', address: '' } as const;
const device = {
  ...{ id: 'PRN-01', title: 'Printer in the office', typeLabel: 'Printer', make: 'Brother', address: '192.168.10.98' },
  ...{ evidence: '', seen: [] },
};
const answer = (changes: Partial<LookAnswer>): LookAnswer => ({
  ...{ fresh: [], recorded: 0, passing: 0, cancelled: false, sentence: '' },
  ...changes,
});

test('networks are told by where one is, and by what they are called', () => {
  assert.equal(networkLabel(t, own), 'You are on 192.168.10.0/24');
  assert.equal(networkDescription(t, own), '254 addresses · this computer is 192.168.10.23');
  assert.equal(networkLabel(t, recorded), 'Devices');
  assert.equal(networkDescription(t, recorded), '192.168.20.0/24 · 254 addresses · recorded');
  assert.equal(networkLabel(t, demonstration), '192.0.2.0/24');
  assert.match(networkDescription(t, demonstration), /the demonstration network \(simulated on this computer\)$/);
});

test('the consent says what is sent and to where, what a password is used for, and what is written', () => {
  const plain = consentWords(t, [own], '');
  assert.match(plain, /each of the 254 addresses of 192\.168\.10\.0\/24/);
  assert.match(plain, /ten ports, and a ping/);
  assert.match(plain, /No password is sent\./);
  assert.match(plain, /The name server is asked/);
  assert.match(plain, /Nothing on any device is changed\.$/);
  const both = consentWords(t, [own, recorded], 'snmp-read');
  assert.match(both, /each of the 508 addresses of 192\.168\.10\.0\/24, 192\.168\.20\.0\/24/);
  assert.match(both, /by SNMP who it is, with the stored name "snmp-read"/);
  assert.doesNotMatch(both, /No password/);
  assert.doesNotMatch(consentWords(t, [demonstration], ''), /name server/);
  assert.match(consentWords(t, [{ ...own, addresses: 4094 }], ''), /about a minute\.$/);
  assert.match(recordedWords(t, [own]), /^The network becomes one of the school’s\./);
  assert.match(recordedWords(t, [own, demonstration]), /^2 networks become the school’s\./);
  assert.match(recordedWords(t, [recorded]), /^Nothing is recorded yet/);
});

test('what was found, in a line', () => {
  const three = answer({ fresh: [device, device, device], recorded: 1 });
  assert.equal(listWords(t, three), '3 devices are new, 1 is recorded already. Untick what you do not want.');
  assert.match(listWords(t, { ...three, cancelled: true }), /^Stopped before the end\. 3 devices/);
  assert.equal(deviceDescription(device), 'Printer · Brother · 192.168.10.98');
  assert.equal(deviceDescription({ ...device, typeLabel: '', make: '' }), '192.168.10.98');
  assert.deepEqual([recordLabel(t, 1), recordLabel(t, 14)], ['Record 1 device', 'Record 14 devices']);
  assert.match(nothingNew(t, answer({ recorded: 12 })), /^Nothing new: 12 devices answered, and all are recorded/);
  assert.match(nothingNew(t, answer({})), /^Nothing answered\./);
  assert.match(nothingNew(t, answer({ recorded: 1, passing: 2 })), /2 more have only addresses that are handed out/);
});
