/** A real agent: Debian's snmpd on 127.0.0.1, where it is installed. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Credential, Outcome, SystemGroup } from '../../server/model/outcome.ts';
import { readSystemGroup } from '../../server/probe/snmp/system-group.ts';
import { serveUdp } from '../simulators/udp.ts';
import { contextFor, guardFor, recorded, targetOf } from './support.ts';

const program = ['/usr/sbin/snmpd', '/usr/local/sbin/snmpd'].find(file => fs.existsSync(file));
const password = 'laboratory-authentication';
const encryption = 'laboratory-encryption';
const configuration = `rocommunity laboratory 127.0.0.1
rouser shaaes priv
rouser md5des priv
rouser sha256aes priv
rouser shaonly auth
rouser nothing noauth
createUser shaaes SHA ${password} AES ${encryption}
createUser md5des MD5 ${password} DES ${encryption}
createUser sha256aes SHA-256 ${password} AES ${encryption}
createUser shaonly SHA ${password}
createUser nothing
sysName laboratory.exampleton.example
sysLocation Server cupboard
sysContact ICT technician
`;

describe('a real snmpd', { skip: program === undefined ? 'skipped: no snmpd' : false }, () => {
  let folder = '';
  let daemon: ChildProcess | undefined;
  let port = 0;
  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-snmpd-'));
    fs.writeFileSync(path.join(folder, 'snmpd.conf'), configuration);
    const free = await serveUdp('127.0.0.1', () => undefined);
    port = free.port;
    await free.close();
    const args = [
      '-f',
      '-Lf',
      path.join(folder, 'log'),
      '-C',
      '-c',
      path.join(folder, 'snmpd.conf'),
      '-I',
      'system_mib,sysORTable,snmpEngine,usmUser,usmConf,vacm_conf,vacm_vars,usmStats',
    ];
    daemon = spawn(program ?? '', [...args, `udp:127.0.0.1:${port}`], {
      stdio: 'ignore',
      env: { ...process.env, SNMP_PERSISTENT_DIR: folder, SNMPCONFPATH: folder },
    });
    for (let tries = 0; tries < 50; tries += 1) {
      const outcome = await ask({ v: '2c', community: 'laboratory' });
      if (outcome.ok) return;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error(`snmpd does not answer: ${fs.readFileSync(path.join(folder, 'log'), 'utf8')}`);
  });
  after(async () => {
    const ending = daemon;
    if (ending?.exitCode === null) {
      const ended = new Promise(resolve => ending.once('exit', resolve));
      ending.kill('SIGKILL');
      await ended;
    }
    fs.rmSync(folder, { recursive: true, force: true });
  });

  async function ask(credential: Credential): Promise<Outcome<SystemGroup>> {
    const context = contextFor(guardFor({ 'udp/161': port }), credential, { packet: 1_000, device: 8_000 });
    const snmp = credential.v === '3' ? 'v3' : credential.v === '1' ? 'v1' : 'v2c';
    return await readSystemGroup(targetOf({ snmp }), recorded, context);
  }
  function assertLaboratory(outcome: Outcome<SystemGroup>): void {
    assert.ok(outcome.ok, outcome.ok ? '' : `${outcome.reason}: ${outcome.detail}`);
    assert.equal(outcome.value.sysName, 'laboratory.exampleton.example');
    assert.equal(outcome.value.sysLocation, 'Server cupboard');
    assert.match(outcome.value.sysObjectID, /^1\.3\.6\.1\.4\.1\.8072\./);
    assert.ok(outcome.value.upSeconds < 600);
  }
  const user = (name: string, auth: 'sha' | 'md5' | 'sha256', priv: 'aes' | 'des'): Credential => ({
    v: '3',
    user: name,
    level: 'authPriv',
    auth: { protocol: auth, password },
    priv: { protocol: priv, password: encryption },
  });

  it('answers v1 and v2c, and is silent to a wrong community', async () => {
    assertLaboratory(await ask({ v: '1', community: 'laboratory' }));
    assertLaboratory(await ask({ v: '2c', community: 'laboratory' }));
    const wrong = await ask({ v: '2c', community: 'wrong' });
    assert.ok(!wrong.ok && wrong.reason === 'no_answer');
  });

  it('answers v3 at every level', async () => {
    assertLaboratory(await ask(user('shaaes', 'sha', 'aes')));
    assertLaboratory(await ask(user('md5des', 'md5', 'des')));
    assertLaboratory(await ask(user('sha256aes', 'sha256', 'aes')));
    assertLaboratory(await ask({ v: '3', user: 'shaonly', level: 'authNoPriv', auth: { protocol: 'sha', password } }));
    assertLaboratory(await ask({ v: '3', user: 'nothing', level: 'noAuthNoPriv' }));
  });

  it('does not accept a wrong user, password or encryption password', async () => {
    const right = user('shaaes', 'sha', 'aes');
    assert.ok(right.v === '3');
    for (const wrong of [
      { ...right, user: 'nobody' },
      { ...right, auth: { protocol: 'sha', password: 'wrong-password' } },
      { ...right, auth: { protocol: 'md5', password } },
      { ...right, priv: { protocol: 'aes', password: 'wrong-password' } },
      { ...right, level: 'authNoPriv' },
    ] as const) {
      const outcome = await ask(wrong);
      assert.equal(outcome.ok ? 'ok' : outcome.reason, 'wrong_credential', outcome.ok ? '' : outcome.detail);
    }
  });

  it('is Net-SNMP', () => {
    const version = execFileSync(program ?? '', ['-v'], { encoding: 'utf8' });
    assert.match(version, /NET-SNMP/i);
  });
});
