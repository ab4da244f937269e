import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import type { DeviceReport, ProbeTarget } from '../../server/model/outcome.ts';
import { createProbeRunner } from '../../server/probe/run.ts';
import { summariseReports } from '../../server/probe/summary.ts';
import { demonstrationDevices, demonstrationSecrets } from '../simulators/demonstration-devices.data.ts';
import { neverAsk, startDemonstrationRunner } from './demonstration-runner.ts';
import { quickTimes, workerPath } from './support.ts';

const networks = ['192.0.2.0/24', '203.0.113.0/29'];
const credentialName = { none: '', v2c: 'snmp-v2c-read', v3: 'snmp-v3-core' } as const;
const targets = demonstrationDevices.map((device): ProbeTarget => {
  const { id, type, address, snmp } = device;
  return { school: 'SCH-EPS', id, title: id, type, address, snmp, credential: credentialName[snmp] };
});

const { network, runner, guardOf, stored } = await startDemonstrationRunner(networks);
const reportOf = (reports: readonly DeviceReport[], id: string): DeviceReport => {
  const report = reports.find(one => one.target.id === id);
  assert.ok(report !== undefined, id);
  return report;
};

describe('the worker on the demonstration network', () => {
  it('shows green, amber and red for real', async () => {
    const asked: string[] = [];
    const arrived: string[] = [];
    const { reports, cancelled, sends } = await runner.run(
      targets,
      guardOf(),
      (school, name) => {
        asked.push(`${school} ${name}`);
        return stored(school, name);
      },
      { onReport: report => arrived.push(report.target.id) },
    );
    assert.equal(cancelled, false);
    assert.deepEqual(asked.sort(), ['SCH-EPS snmp-v2c-read', 'SCH-EPS snmp-v3-core']);
    assert.deepEqual(
      reports.map(report => report.target.id),
      targets.map(target => target.id),
    );
    assert.equal(arrived.length, targets.length);
    const states = Object.fromEntries(reports.map(report => [report.target.id, report.state]));
    const expected = Object.fromEntries(targets.map(target => [target.id, 'ok']));
    const troubled = { 'AP-07': 'down', 'AP-11': 'warning', 'PRN-03': 'warning', 'SW-04': 'warning' };
    assert.deepEqual(states, { ...expected, ...troubled });
    assert.equal(summariseReports(reports), '27 answer, 3 answer only in part, 1 does not answer.');
    assert.ok(sends > 90, `${sends} sends`);

    const core = reportOf(reports, 'SW-01');
    assert.ok(core.snmp.ok && core.snmp.value.sysName === 'sw-01');
    assert.ok(core.ping.ok && core.ping.value.simulated && core.ping.value.received === 5);
    const slow = reportOf(reports, 'SW-05');
    assert.ok(slow.ping.ok && (slow.ping.value.least ?? 0) >= 295);
    const refusing = reportOf(reports, 'SRV-02').ports.find(port => port.port === 3389);
    assert.ok(refusing?.outcome.ok === true && !refusing.outcome.value.open);
    const stranger = reportOf(reports, 'SW-04').snmp;
    assert.ok(!stranger.ok && stranger.reason === 'wrong_credential');
    const text = JSON.stringify(reports);
    for (const secret of Object.values(demonstrationSecrets)) assert.ok(!text.includes(secret));
  });

  it('sends nothing for an untrusted folder, and asks for no credential', async () => {
    const [before, counted] = [network.counters.all(), await runner.countSends()];
    const { reports, sends } = await runner.run(targets, guardOf({ trusted: false }), neverAsk);
    assert.equal(sends, 0);
    assert.equal(await runner.countSends(), counted);
    assert.equal(network.counters.all(), before);
    for (const report of reports) {
      assert.equal(report.state, 'unknown');
      assert.match(report.summary, /^I could not try: this folder is not trusted yet\./);
    }
  });

  it('sends nothing outside the recorded networks, to documentation addresses, or through a bad map', async () => {
    const before = network.counters.all();
    const one = targets.filter(target => target.id === 'SRV-01');
    const at = (address: string): ProbeTarget[] => one.map(target => ({ ...target, address }));
    const outward = { '192.0.2.66': { to: '10.0.0.1', ports: { 'udp/161': 161 }, icmp: 'udp/7' } };
    const cases = [
      [one, guardOf({ networks: [] }), 'outside_networks'],
      [one, guardOf({ networks: ['192.0.2.0/27'] }), 'outside_networks'],
      [at('192.0.2.200'), guardOf(), 'documentation_address'],
      [one, guardOf({ addressMap: {} }), 'documentation_address'],
      [one, guardOf({ addressMap: outward }), 'not_loopback'],
      [at('10.1.2.3'), guardOf({ networks: ['10.0.0.0/8'] }), 'not_loopback'],
      // The worker has FITS_ONLY_LOOPBACK of its own: a guard that forgets it changes nothing.
      [at('10.1.2.3'), guardOf({ networks: ['10.0.0.0/8'], onlyLoopback: false }), 'not_loopback'],
      [at('srv-01.exampleton.example'), guardOf({ onlyLoopback: false }), 'not_loopback'],
      [at('-f'), guardOf(), 'bad_name'],
      [at(''), guardOf(), 'not_recorded'],
    ] as const;
    for (const [asked, guard, reason] of cases) {
      const { reports, sends } = await runner.run(asked, guard, neverAsk);
      assert.equal(sends, 0, reason);
      const [report] = reports;
      assert.ok(report !== undefined && !report.ping.ok);
      assert.equal(report.ping.reason, reason);
      assert.equal(report.state, 'unknown');
    }
    assert.equal(network.counters.all(), before);
  });

  it('stops at once, and leaves nothing sending', async () => {
    const stop = new AbortController();
    const since = performance.now();
    const running = runner.run(targets, guardOf(), stored, { signal: stop.signal });
    setTimeout(() => stop.abort(), 150);
    const { reports, cancelled } = await running;
    assert.equal(cancelled, true);
    assert.ok(performance.now() - since < 20_000);
    assert.equal(reports.length, targets.length);
    assert.ok(reports.some(report => !report.snmp.ok && report.snmp.reason === 'cancelled'));
    const before = network.counters.all();
    await new Promise(resolve => setTimeout(resolve, 600));
    assert.equal(network.counters.all(), before);
    const already = await runner.run(targets, guardOf(), stored, { signal: stop.signal });
    assert.equal(already.cancelled, true);
  });

  it('bounds a hundred devices of which half are dead', async () => {
    const dead = targets.filter(target => target.id === 'AP-07');
    const well = targets.filter(target => ['AP-01', 'AP-02', 'AP-03', 'PRN-01', 'UPS-01'].includes(target.id));
    const many = Array.from({ length: 10 }, () => [...well, ...Array.from({ length: 5 }, () => dead).flat()]).flat();
    assert.equal(many.length, 100);
    const since = performance.now();
    const { reports } = await runner.run(many, guardOf(), stored, { times: { packet: 2_000, device: 6_000 } });
    assert.ok(performance.now() - since < 60_000);
    assert.equal(reports.filter(report => report.state === 'down').length, 50);
    assert.equal(reports.filter(report => report.state === 'ok').length, 50);
  });

  it('keeps runs apart', async () => {
    const [first, second] = [targets.slice(0, 3), targets.slice(5, 8)];
    const results = await Promise.all([
      runner.run(first, guardOf(), stored),
      runner.run(second, guardOf({ trusted: false }), neverAsk),
    ]);
    assert.deepEqual(
      results.map(result => result.reports.map(report => report.target.id)),
      [first, second].map(part => part.map(target => target.id)),
    );
    assert.equal(results[1].sends, 0);
    assert.ok(results[0].sends > 0);
  });

  it('treats a credential store that fails as one that holds nothing, without a word of it', async () => {
    const one = targets.filter(target => target.id === 'SW-01');
    const { reports } = await runner.run(one, guardOf(), () => Promise.reject(new Error('hidden-secret-text')));
    const [report] = reports;
    assert.ok(report !== undefined && !report.snmp.ok && report.snmp.reason === 'no_credential');
    assert.ok(!JSON.stringify(reports).includes('hidden-secret'));
  });

  it('writes no secret into what the worker prints', async () => {
    const printed: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text: string | Uint8Array) => {
      printed.push(text.toString());
      return write(text);
    };
    try {
      await runner.run(targets.slice(0, 12), guardOf(), stored);
    } finally {
      process.stdout.write = write;
    }
    for (const secret of Object.values(demonstrationSecrets)) assert.ok(!printed.join('').includes(secret));
  });
});

describe('a worker that fails', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-worker-'));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string): string => {
    const full = path.join(folder, name);
    fs.writeFileSync(full, text);
    return full;
  };

  it('ends what was pending in plain words, and the next run gets a new one', async () => {
    // Crashes in its first life only.
    const marker = path.join(folder, 'crashed');
    const crashing = file(
      'crash-once.mjs',
      `import fs from 'node:fs';
       import { parentPort } from 'node:worker_threads';
       if (fs.existsSync(${JSON.stringify(marker)})) await import(${JSON.stringify(workerPath)});
       else { fs.writeFileSync(${JSON.stringify(marker)}, ''); parentPort.on('message', () => { throw new Error('secret-in-message'); }); }`,
    );
    const bugs: string[] = [];
    const failing = createProbeRunner({ workerPath: crashing, onBug: frames => bugs.push(frames) });
    try {
      const { reports, cancelled } = await failing.run(targets.slice(0, 4), guardOf(), stored);
      assert.equal(cancelled, false);
      assert.equal(reports.length, 4);
      for (const report of reports) {
        assert.ok(!report.ping.ok && report.ping.reason === 'cannot_run');
        assert.match(report.summary, /could not be tried/);
      }
      assert.equal(bugs.length, 1);
      assert.ok(!bugs.join('').includes('secret-in-message'));
      const again = await failing.run(targets.slice(0, 4), guardOf(), stored, { times: quickTimes });
      assert.ok(again.reports.every(report => report.state === 'ok'));
    } finally {
      await failing.close();
    }
  });

  it('is ended when it does not obey a stop', async () => {
    const deaf = file(
      'deaf.mjs',
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { for (;;); });`,
    );
    const failing = createProbeRunner({ workerPath: deaf });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const { reports, cancelled } = await failing.run(targets.slice(0, 2), guardOf(), stored, { signal: stop.signal });
    assert.equal(cancelled, true);
    assert.ok(reports.every(report => !report.ping.ok && report.ping.reason === 'cancelled'));
    await failing.close();
  });

  it('that is not there at all is a report, too', async () => {
    const absent = createProbeRunner({ workerPath: path.join(folder, 'absent.mjs') });
    const { reports } = await absent.run(targets.slice(0, 2), guardOf(), stored);
    assert.ok(reports.every(report => report.state === 'unknown'));
    await absent.close();
  });
});
