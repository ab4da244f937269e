import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  DeviceState,
  FailureReason,
  Outcome,
  PingAnswer,
  PortAnswer,
  ProbeTarget,
  SystemGroup,
} from '../../../server/model/outcome.ts';
import { portsByType } from '../../../server/probe/ports.data.ts';
import { reasonWords } from '../../../server/probe/sentences.data.ts';
import { judge, type Seen } from '../../../server/probe/state.ts';
import { describeDevice, nameOf, summariseReports } from '../../../server/probe/summary.ts';

const target: ProbeTarget = {
  school: 'SCH-EPS',
  id: 'SW-06',
  title: 'KS1 switch',
  type: 'switch',
  address: '192.168.4.20',
  snmp: 'v2c',
  credential: 'snmp-ks1',
};
const no = (reason: FailureReason): Outcome<never> => ({ ok: false, reason, detail: 'detail' });
const yes = <T>(value: T): Outcome<T> => ({ ok: true, value, milliseconds: 1 });
const ping = (received = 5, simulated = false): Outcome<PingAnswer> =>
  yes({ sent: 5, received, least: 0.4, mean: 0.44, most: 0.5, simulated });
const group: SystemGroup = {
  sysDescr: '',
  sysObjectID: '1.3.6.1.4.1.32473.1.12',
  upSeconds: 1,
  sysContact: '',
  sysName: 'sw-06',
  sysLocation: '',
};
const port = (outcome: Outcome<{ open: boolean }>): PortAnswer => ({ port: 443, name: 'secure web page', outcome });
const open = port(yes({ open: true }));
const shut = port(yes({ open: false }));

const cases: readonly { name: string; seen: Seen; state: DeviceState; says: RegExp }[] = [
  {
    name: 'all answer',
    seen: { ping: ping(), ports: [open], snmp: yes(group) },
    state: 'ok',
    says: /^KS1 switch \(SW-06\) answers: ping \(0\.4 ms\), secure web page \(port 443\) and SNMP, where it calls itself "sw-06"\.$/,
  },
  {
    name: 'a shut port is an answer',
    seen: { ping: ping(), ports: [shut], snmp: yes(group) },
    state: 'ok',
    says: /Its secure web page \(port 443\) is shut: nothing to do unless it is needed\.$/,
  },
  {
    name: 'simulated',
    seen: { ping: ping(5, true), ports: [], snmp: no('not_recorded') },
    state: 'ok',
    says: /answers: simulated ping \(0\.4 ms\)\.$/,
  },
  {
    name: 'wrong password',
    seen: { ping: ping(), ports: [open], snmp: no('wrong_credential') },
    state: 'warning',
    says: /answers, but refuses SNMP: the stored name "snmp-ks1" was not accepted\. Store/,
  },
  {
    name: 'silent to SNMP',
    seen: { ping: ping(), ports: [open], snmp: no('no_answer') },
    state: 'warning',
    says: /is silent to SNMP\. See whether SNMP is on there, and whether the stored name "snmp-ks1" is the one/,
  },
  {
    name: 'SNMP off',
    seen: { ping: ping(), ports: [open], snmp: no('refused') },
    state: 'warning',
    says: /SNMP is switched off on it\. Switch SNMP on/,
  },
  {
    name: 'only SNMP refuses: still alive',
    seen: { ping: no('no_answer'), ports: [port(no('no_answer'))], snmp: no('refused') },
    state: 'warning',
    says: /SNMP is switched off on it, there is silence at secure web page \(port 443\) and not to ping\./,
  },
  {
    name: 'lost pings',
    seen: { ping: ping(3), ports: [open], snmp: yes(group) },
    state: 'warning',
    says: /2 of 5 pings were lost\. Look at its cable/,
  },
  {
    name: 'down',
    seen: { ping: no('no_answer'), ports: [port(no('no_answer'))], snmp: no('no_answer') },
    state: 'down',
    says: /^KS1 switch \(SW-06\) did not answer five pings, secure web page \(port 443\) or SNMP\. Look at its power/,
  },
  {
    name: 'no way there',
    seen: { ping: no('unreachable'), ports: [port(no('unreachable'))], snmp: no('unreachable') },
    state: 'down',
    says: /^The network knows no way to KS1 switch \(SW-06\) at 192\.168\.4\.20\. Look at the switch/,
  },
  {
    name: 'no ping program',
    seen: { ping: no('cannot_run'), ports: [open], snmp: yes(group) },
    state: 'ok',
    says: /It was not pinged: this computer cannot\.$/,
  },
  {
    name: 'nothing stored',
    seen: { ping: ping(), ports: [], snmp: no('no_credential') },
    state: 'ok',
    says: /Nothing that fits is stored on this computer as "snmp-ks1", so SNMP was not asked\.$/,
  },
  {
    name: 'not trusted',
    seen: { ping: no('not_trusted'), ports: [port(no('not_trusted'))], snmp: no('not_trusted') },
    state: 'unknown',
    says: /^I could not try: this folder is not trusted yet\. Trust/,
  },
  {
    name: 'outside the networks',
    seen: { ping: no('outside_networks'), ports: [], snmp: no('outside_networks') },
    state: 'unknown',
    says: /^192\.168\.4\.20 is in none of your recorded networks, so nothing was sent\. /,
  },
];

describe('judge and describeDevice', () => {
  for (const { name, seen, state, says } of cases) {
    it(name, () => {
      assert.equal(judge(seen), state);
      const summary = describeDevice(target, seen, state);
      assert.match(summary, says);
      assert.ok(summary.split(/[.!?](?:\s|$)/).filter(part => part !== '').length <= 2, summary);
      assert.doesNotMatch(summary, /\{|\}|undefined|null|mandatory|invalid|node|token|mapping/);
    });
  }

  it('fills titles in as they are', () => {
    const odd = { ...target, title: "$& {address} $'" };
    const summary = describeDevice(odd, { ping: no('bad_name'), ports: [], snmp: no('bad_name') }, 'unknown');
    assert.ok(summary.includes("$& {address} $'"), summary);
  });

  it('names a device by title and id, once', () => {
    assert.equal(nameOf(target), 'KS1 switch (SW-06)');
    assert.equal(nameOf({ ...target, title: 'SW-06 KS1, 24 port' }), 'SW-06 KS1, 24 port');
    assert.equal(nameOf({ ...target, title: '' }), 'SW-06');
  });
});

describe('summariseReports', () => {
  it('counts in words', () => {
    const many = (state: DeviceState, count: number): { state: DeviceState }[] =>
      Array.from({ length: count }, () => ({ state }));
    assert.equal(summariseReports([]), 'There was no device to try.');
    assert.equal(summariseReports(many('ok', 1)), '1 answers.');
    assert.equal(
      summariseReports([...many('ok', 14), ...many('warning', 2), ...many('down', 1), ...many('unknown', 3)]),
      '14 answer, 2 answer only in part, 1 does not answer, 3 could not be tried.',
    );
  });
});

describe('tables', () => {
  it('have plain words for every reason', () => {
    for (const [reason, words] of Object.entries(reasonWords)) {
      assert.match(words.said, /\.$/, reason);
      assert.match(words.advice, /\.$/, reason);
      assert.doesNotMatch(`${words.said} ${words.advice}`, /timeout|ECONN|host |socket|packet/i, reason);
    }
  });
  it('try few ports, each once and by name', () => {
    for (const [type, ports] of Object.entries(portsByType)) {
      assert.ok(ports.length <= 4, type);
      assert.equal(new Set(ports.map(known => known.port)).size, ports.length, type);
    }
  });
});
