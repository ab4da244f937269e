import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { startDemonstration } from '../simulators/demonstration.ts';

/** The command line as it is shipped, against the demonstration network. */
suite('fits probe', () => {
  let demonstration: Awaited<ReturnType<typeof startDemonstration>>;
  let folder: string;
  before(async () => {
    demonstration = await startDemonstration();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-cli-probe-'));
    fs.writeFileSync(path.join(folder, 'credentials.json'), JSON.stringify(demonstration.credentials), { mode: 0o600 });
  });
  after(async () => {
    await demonstration.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  function fits(
    args: string[],
    environment: Record<string, string> = {},
  ): Promise<{ code: number | null; out: string; err: string }> {
    return new Promise(resolve => {
      const env = {
        ...process.env,
        FITS_ONLY_LOOPBACK: '1',
        FITS_ADDRESS_MAP: JSON.stringify(demonstration.addressMap),
        FITS_CREDENTIALS: path.join(folder, 'credentials.json'),
        ...environment,
      };
      const child = spawn(
        process.execPath,
        [path.resolve('dist/fits.js'), 'probe', ...args, '--folder', 'samples/primary-school'],
        { env },
      );
      let [out, err] = ['', ''];
      child.stdout.on('data', (data: Buffer) => (out += data.toString()));
      child.stderr.on('data', (data: Buffer) => (err += data.toString()));
      child.on('close', code => resolve({ code, out, err }));
    });
  }

  test('a device that is well: 0, with its own name', async () => {
    const { code, out, err } = await fits(['SW-01']);
    assert.deepEqual([code, err], [0, ''], out);
    assert.match(out, /sw-01/);
  });

  test('a device that is down: 1, in plain words; JSON is the report', async () => {
    const { code, out } = await fits(['AP-07', '--format', 'json']);
    assert.equal(code, 1);
    const report = JSON.parse(out) as { state: string; summary: string };
    assert.equal(report.state, 'down');
    assert.match(report.summary, /AP-07/);
  });

  test('what may not be asked: 2, and not one packet', async () => {
    const before = demonstration.counters.all();
    for (const args of [['8.8.8.8'], ['192.0.2.77'], ['NO-SUCH']])
      assert.equal((await fits(args)).code, 2, args.join(' '));
    assert.equal((await fits(['SW-01'], { FITS_ADDRESS_MAP: '{}' })).code, 2, 'a documentation address without a map');
    assert.deepEqual(demonstration.counters.all(), before);
  });

  test('a file of credentials that others can read is not used, and said so', async () => {
    const open = path.join(folder, 'open.json');
    fs.writeFileSync(open, JSON.stringify(demonstration.credentials), { mode: 0o644 });
    const { code, out, err } = await fits(['SW-01'], { FITS_CREDENTIALS: open });
    assert.equal(code, 0, 'the device answers all that it was asked');
    assert.match(out, /SNMP was not asked/);
    assert.match(err, /chmod 600/);
    for (const secret of secretsOf(demonstration.credentials)) assert.ok(!`${out}${err}`.includes(secret));
  });
});

function secretsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    ['password', 'community'].includes(key) ? [String(one)] : secretsOf(one),
  );
}
