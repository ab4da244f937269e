import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Credential, FailureReason, Outcome, ProbeTarget, SystemGroup } from '../../server/model/outcome.ts';
import { readSystemGroup } from '../../server/probe/snmp/system-group.ts';
import { startAgent, type AgentOptions, type SnmpAgent } from '../simulators/snmp-agent.ts';
import { parseWalk, readWalk } from '../simulators/snmprec.ts';
import { findShutPort } from '../simulators/tcp-servers.ts';
import { serveUdp } from '../simulators/udp.ts';
import type { AgentUser, AuthProtocol } from '../simulators/usm.ts';
import { community, contextFor, guardFor, recorded, smallWalk, targetOf, type TestContext } from './support.ts';

const agents: { close: () => Promise<void> }[] = [];
after(async () => {
  await Promise.all(agents.map(async agent => agent.close()));
});

async function agentWith(options: Partial<AgentOptions>): Promise<SnmpAgent> {
  const agent = await startAgent({ address: '127.0.0.1', walk: smallWalk, ...options });
  agents.push(agent);
  return agent;
}

interface Asked {
  readonly outcome: Outcome<SystemGroup>;
  readonly context: TestContext;
  readonly milliseconds: number;
}

async function ask(
  port: number,
  credential: Credential | undefined,
  snmp: ProbeTarget['snmp'] = 'v2c',
): Promise<Asked> {
  const context = contextFor(guardFor({ 'udp/161': port }), credential);
  const since = performance.now();
  const outcome = await readSystemGroup(targetOf({ snmp }), recorded, context);
  return { outcome, context, milliseconds: performance.now() - since };
}

function assertGroup({ outcome }: Asked): void {
  assert.ok(outcome.ok, outcome.ok ? '' : `${outcome.reason}: ${outcome.detail}`);
  assert.deepEqual(outcome.value, {
    sysDescr: 'Example ES24 switch',
    sysObjectID: '1.3.6.1.4.1.32473.1.11',
    upSeconds: 86_400,
    sysContact: 'ICT technician',
    sysName: 'sw-06',
    sysLocation: 'KS1 cabinet',
  });
}

function assertReason({ outcome }: Asked, reason: FailureReason): void {
  assert.equal(outcome.ok ? 'ok' : outcome.reason, reason, outcome.ok ? '' : outcome.detail);
}

const sha: AgentUser = {
  name: 'fits',
  auth: { protocol: 'sha', password: 'authentication' },
  priv: { password: 'encryption' },
};
function userCredential(changes: { user?: string; auth?: string; priv?: string } = {}): Credential {
  return {
    v: '3',
    user: changes.user ?? 'fits',
    level: 'authPriv',
    auth: { protocol: 'sha', password: changes.auth ?? 'authentication' },
    priv: { protocol: 'aes', password: changes.priv ?? 'encryption' },
  };
}

describe('SNMP v1 and v2c', () => {
  it('reads the system group with one datagram', async () => {
    const agent = await agentWith({ communities: ['demonstration-read'] });
    assertGroup(await ask(agent.port, community, 'v2c'));
    assertGroup(await ask(agent.port, community, 'v1'));
    assert.equal(agent.received(), 2);
  });

  it('meets silence with a wrong community, after one retry', async () => {
    const agent = await agentWith({ communities: ['another'] });
    assertReason(await ask(agent.port, community), 'no_answer');
    assert.equal(agent.received(), 2);
  });

  it('asks again when a datagram is lost', async () => {
    const agent = await agentWith({ communities: ['demonstration-read'], loseFirst: 1 });
    assertGroup(await ask(agent.port, community));
  });

  it('asks one by one where the agent has small buffers', async () => {
    const agent = await agentWith({ communities: ['demonstration-read'], mostBytes: 80 });
    assertGroup(await ask(agent.port, community));
    assert.equal(agent.received(), 7);
  });

  it('takes a missing text as empty, by v1 and by v2c', async () => {
    const text = '1.3.6.1.2.1.1.1.0|4|x\n1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.32473\n1.3.6.1.2.1.1.3.0|67|100\n';
    const agent = await agentWith({ communities: ['demonstration-read'], walk: parseWalk(text) });
    for (const snmp of ['v1', 'v2c'] as const) {
      const { outcome } = await ask(agent.port, community, snmp);
      assert.ok(outcome.ok, snmp);
      assert.equal(outcome.value.sysLocation, '');
      assert.equal(outcome.value.upSeconds, 1);
    }
  });

  it('reads latin1, UTF-8 and control characters as one line of text', async () => {
    const text = `1.3.6.1.2.1.1.1.0|4x|${Buffer.from('Caf\xe9\0\r\n\x1b[31m two', 'latin1').toString('hex')}
1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.32473\n1.3.6.1.2.1.1.3.0|67|100\n1.3.6.1.2.1.1.5.0|4|Café`;
    const agent = await agentWith({ communities: ['demonstration-read'], walk: parseWalk(text) });
    const { outcome } = await ask(agent.port, community);
    assert.ok(outcome.ok);
    assert.equal(outcome.value.sysDescr, 'Café [31m two');
    assert.equal(outcome.value.sysName, 'Café');
  });

  it('tells a shut port at once, and a silent one after the time-out', async () => {
    const shut = await ask(await findShutPort('127.0.0.1'), community);
    assertReason(shut, 'refused');
    const silent = await serveUdp('127.0.0.1', () => undefined);
    agents.push(silent);
    assertReason(await ask(silent.port, community), 'no_answer');
  });

  it('waits for a slow agent', async () => {
    const agent = await agentWith({ communities: ['demonstration-read'], delay: 200 });
    const asked = await ask(agent.port, community);
    assertGroup(asked);
    assert.ok(asked.milliseconds >= 195);
  });

  it('stops at once when it is cancelled', async () => {
    const silent = await serveUdp('127.0.0.1', () => undefined);
    agents.push(silent);
    const context = contextFor(guardFor({ 'udp/161': silent.port }), community, { packet: 60_000, device: 60_000 });
    setTimeout(() => context.stop.abort(), 50);
    const since = performance.now();
    const outcome = await readSystemGroup(targetOf(), recorded, context);
    assert.equal(outcome.ok ? 'ok' : outcome.reason, 'cancelled');
    assert.ok(performance.now() - since < 20_000);
  });

  it('sends nothing without a fitting secret', async () => {
    const agent = await agentWith({ communities: ['demonstration-read'], users: [sha] });
    for (const [credential, snmp] of [
      [undefined, 'v2c'],
      [community, 'v3'],
      [userCredential(), 'v2c'],
    ] as const) {
      const asked = await ask(agent.port, credential, snmp);
      assertReason(asked, 'no_credential');
      assert.equal(asked.context.sender.count(), 0);
    }
    assertReason(await ask(agent.port, community, 'none'), 'not_recorded');
    assert.equal(agent.received(), 0);
  });
});

describe('SNMP v3', () => {
  const protocols: readonly AuthProtocol[] = ['md5', 'sha', 'sha224', 'sha256', 'sha384', 'sha512'];
  for (const protocol of protocols) {
    it(`reads the system group with ${protocol}, with and without AES`, async () => {
      const auth = { protocol, password: 'authentication' };
      const plain: AgentUser = { name: 'plain', auth };
      const agent = await agentWith({ users: [plain, { name: 'secret', auth, priv: { password: 'encryption' } }] });
      assertGroup(await ask(agent.port, { v: '3', user: 'plain', level: 'authNoPriv', auth }, 'v3'));
      const priv = { protocol: 'aes', password: 'encryption' } as const;
      assertGroup(await ask(agent.port, { v: '3', user: 'secret', level: 'authPriv', auth, priv }, 'v3'));
      assert.equal(agent.received(), 4);
    });
  }

  it('reads without authentication where the agent has such a user', async () => {
    const agent = await agentWith({ users: [{ name: 'open' }] });
    assertGroup(await ask(agent.port, { v: '3', user: 'open', level: 'noAuthNoPriv' }, 'v3'));
  });

  it('sets its clock by a second Report where the first told none', async () => {
    const agent = await agentWith({ users: [sha], shyOfTime: true });
    assertGroup(await ask(agent.port, userCredential(), 'v3'));
    assert.equal(agent.received(), 3);
  });

  it('asks again when a datagram is lost', async () => {
    const agent = await agentWith({ users: [sha], loseFirst: 1 });
    assertGroup(await ask(agent.port, userCredential(), 'v3'));
  });

  it('says what of the credential is wrong, in words without secrets', async () => {
    const agent = await agentWith({ users: [sha] });
    const wrong = [
      userCredential({ user: 'nobody' }),
      userCredential({ auth: 'wrong-password' }),
      userCredential({ priv: 'wrong-encryption' }),
      { v: '3', user: 'fits', level: 'authNoPriv', auth: { protocol: 'sha', password: 'authentication' } },
      { v: '3', user: 'fits', level: 'noAuthNoPriv' },
    ] as const;
    for (const credential of wrong) {
      const asked = await ask(agent.port, credential, 'v3');
      assertReason(asked, 'wrong_credential');
      assert.doesNotMatch(JSON.stringify(asked.outcome), /wrong-|authentication|"encryption|nobody/);
    }
  });

  it('meets silence of a dead device', async () => {
    const silent = await serveUdp('127.0.0.1', () => undefined);
    agents.push(silent);
    assertReason(await ask(silent.port, userCredential(), 'v3'), 'no_answer');
    assertReason(await ask(await findShutPort('127.0.0.1'), userCredential(), 'v3'), 'refused');
  });
});

describe('our own walks', () => {
  const names = ['server-host', 'server-backup', 'nas', 'firewall', 'switch-48', 'switch-24', 'switch-24-poe'];
  for (const name of [...names, 'access-point', 'ups-2200', 'ups-1000', 'printer-colour', 'printer-mono']) {
    it(`${name} is read whole and answers`, async () => {
      const walk = readWalk(name, { name, school: 'S', location: 'L', software: '1', serial: 'X', model: 'M' });
      const agent = await agentWith({ communities: ['demonstration-read'], walk });
      const { outcome } = await ask(agent.port, community);
      assert.ok(outcome.ok);
      assert.equal(outcome.value.sysName, name);
      assert.match(outcome.value.sysObjectID, /^1\.3\.6\.1\.4\.1\.32473\./);
      let count = 0;
      for (let at = walk.next('1'); at !== undefined; at = walk.next(at.oid)) count += 1;
      assert.equal(count, walk.size);
    });
  }
});
