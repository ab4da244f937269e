import path from 'node:path';
import { networksOf, targetOf } from '../estate/devices.ts';
import type { Estate } from '../estate/estate.ts';
import { isKind } from '../estate/record.ts';
import { openCredentialFile } from '../host/credential-file.ts';
import type { AddressMap, DeviceReport, ProbeGuard, ProbeTarget } from '../model/outcome.ts';
import { isInside, parseAddress } from '../model/read-address.ts';
import { createProbeRunner } from '../probe/run.ts';
import { load } from './check.ts';
import { CannotRun, type CliOptions, type Terminal } from './run.ts';

/** `fits probe <id|address>`: 0 all is well, 1 something is down, 2 cannot run or refused. */
export async function probe(names: readonly string[], options: CliOptions, terminal: Terminal): Promise<number> {
  const [name] = names;
  if (name === undefined || names.length > 1)
    throw new CannotRun('name one device: its id or its address. fits probe SW-06');
  const folders = options.folder.length > 0 ? options.folder : ['.'];
  const { checker } = await load(folders, options, terminal);
  const { target, networks } = findTarget(name, checker.estate);
  const report = await probeOnce(
    target,
    { trusted: true, networks, addressMap: addressMap(), onlyLoopback: process.env['FITS_ONLY_LOOPBACK'] === '1' },
    terminal,
  );
  terminal.print(options.format === 'json' ? JSON.stringify(report) : asText(report));
  return exitOf(report);
}

function findTarget(name: string, estate: Estate): { target: ProbeTarget; networks: string[] } {
  const records = [...estate.all()].filter(record => isKind(record, 'asset'));
  const asset =
    records.find(record => record.id.toLowerCase() === name.toLowerCase()) ??
    records.find(record => record.values.address === name);
  if (asset) return { target: targetOf(asset, estate), networks: networksOf(asset.file, estate) };
  if (!parseAddress(name))
    throw new CannotRun(`there is no asset with the id “${name}” in these records, and it is no address either.`);
  const home =
    records.find(record => networksOf(record.file, estate).some(cidr => isInside(name, cidr))) ?? [...estate.all()][0];
  const networks = home ? networksOf(home.file, estate) : [];
  const school = home ? (estate.schoolOf(home.file)?.id ?? '') : '';
  return {
    target: { school, id: name, title: name, type: 'other', address: name, snmp: 'none', credential: '' },
    networks,
  };
}

/** The demonstration network's map, handed to the command line by whoever started it. */
function addressMap(): AddressMap {
  const text = process.env['FITS_ADDRESS_MAP'];
  if (text === undefined) return {};
  try {
    return JSON.parse(text) as AddressMap;
  } catch {
    throw new CannotRun('FITS_ADDRESS_MAP is not written as JSON.');
  }
}

async function probeOnce(target: ProbeTarget, guard: ProbeGuard, terminal: Terminal): Promise<DeviceReport> {
  const file = openCredentialFile(process.env, process.platform);
  if (file && 'refused' in file) terminal.complain(file.refused);
  const runner = createProbeRunner({
    workerPath: path.join(import.meta.dirname, 'probe-worker.js'),
    onBug: frames => terminal.complain(frames),
  });
  try {
    const ask = (school: string, name: string) =>
      Promise.resolve(file && 'find' in file ? file.find(school, name) : undefined);
    const { reports } = await runner.run([target], guard, ask);
    const [report] = reports;
    if (!report) throw new CannotRun('the probe ended without an answer.');
    return report;
  } finally {
    await runner.close();
  }
}

/** Unknown = nothing could be asked: refused, or no address. */
function exitOf({ state }: DeviceReport): number {
  return { ok: 0, warning: 1, down: 1, unknown: 2 }[state];
}

function asText(report: DeviceReport): string {
  const ports = report.ports
    .filter(port => port.outcome.ok)
    .map(
      ({ name, port, outcome }) => `  ${name} (port ${port}): ${outcome.ok && outcome.value.open ? 'open' : 'shut'}`,
    );
  const { snmp, ping } = report;
  const lines = [report.summary];
  if (ping.ok)
    lines.push(
      `  ping: ${ping.value.received} of ${ping.value.sent} answered${ping.value.mean === null ? '' : `, ${ping.value.mean.toFixed(1)} ms`}${ping.value.simulated ? ' (simulated by the demonstration network)' : ''}`,
    );
  if (snmp.ok) lines.push(`  name: ${snmp.value.sysName}`, `  describes itself as: ${snmp.value.sysDescr}`);
  return [...lines, ...ports].join('\n');
}
