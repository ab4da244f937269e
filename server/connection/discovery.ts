import { WorkDoneProgress, type CancellationToken, type Connection } from 'vscode-languageserver';
import { credentialsOf } from '../estate/devices.ts';
import type { ProbeGuard } from '../model/outcome.ts';
import { isInside, readCidr } from '../model/read-address.ts';
import { addressesOf } from '../probe/sweep/addresses.ts';
import type { LookProgress } from '../probe/sweep/look.ts';
import { offeredNetworks } from '../probe/sweep/offered.ts';
import type { RecordChanges } from '../protocol/changes.ts';
import {
  checkNetwork,
  listNetworks,
  lookAtNetworks,
  recordDevices,
  recordNetworks as recordNetworksRequest,
  type CheckedNetwork,
  type CheckNetworkParams,
  type FreshDevice,
  type LookAnswer,
  type LookParams,
  type NetworkRow,
  type NetworksParams,
  type RecordDevicesParams,
  type RecordNetworksAnswer,
  type RecordNetworksParams,
} from '../protocol/discovery.ts';
import { discover, recordFound, type Discovery } from '../workflow/discovery/discover.ts';
import { evidenceOf, typeLabel } from '../workflow/discovery/found-words.ts';
import { holding, recordNetworks } from '../workflow/discovery/network-records.ts';
import type { FoundRecord } from '../workflow/discovery/found-records.ts';
import type { Answering } from './features.ts';
import { wireChanges } from './wire-changes.ts';

/** Answers Look at My Network: which networks, who is there, and the changes that record it. */
export function answerDiscovery({ connection, workspace, probing }: Answering): void {
  const { estate } = workspace;
  const homeOf = async (school: string): Promise<string | undefined> => {
    await workspace.ready;
    const home = probing.homeOf(school);
    const found = home === undefined ? undefined : estate.schoolOf(home);
    return found !== undefined && (school === '' || found.id === school) ? home : undefined;
  };
  connection.onRequest(listNetworks, async ({ school }: NetworksParams): Promise<NetworkRow[]> => {
    const home = await homeOf(school);
    const recorded = home === undefined ? [] : estate.ofKind('subnet', home);
    return [
      ...recorded.flatMap(recordedRow),
      ...offeredRows(
        recorded.flatMap(one => one.values.cidr ?? []),
        probing,
      ),
    ];
  });
  connection.onRequest(checkNetwork, async ({ school, typed }: CheckNetworkParams): Promise<CheckedNetwork> => {
    const home = await homeOf(school);
    return checkTyped(typed, home === undefined ? [] : estate.ofKind('subnet', home));
  });
  connection.onRequest(recordNetworksRequest, async (params: RecordNetworksParams): Promise<RecordNetworksAnswer> => {
    const home = await homeOf(params.school);
    if (home === undefined) return { ok: false, sentence: noSchool };
    const answer = recordNetworks(params.networks, params.credential, estate, home);
    return answer.ok ? { ok: true, changes: wireChanges(answer.files) } : answer;
  });
  connection.onRequest(lookAtNetworks, async (params: LookParams, token: CancellationToken): Promise<LookAnswer> => {
    const home = await homeOf(params.school);
    return home === undefined ? nothing(noSchool) : look(params, home, { connection, workspace, probing }, token);
  });
  connection.onRequest(recordDevices, async ({ school, devices }: RecordDevicesParams): Promise<RecordChanges> => {
    const home = await homeOf(school);
    return wireChanges(home === undefined ? [] : recordFound(devices, estate, home));
  });
}

const noSchool = 'There is no school record in this folder yet. Create it first, and look again.';

function recordedRow({ title, id, values }: { title: string; id: string; values: { cidr?: string } }): NetworkRow[] {
  if (values.cidr === undefined) return [];
  const addresses = addressesOf(values.cidr)?.length ?? 0;
  return [{ cidr: values.cidr, title: title || id, origin: 'recorded', address: '', addresses }];
}

/** Own and demonstration networks that share no address with a recorded one: of those the recorded one is offered. */
function offeredRows(recorded: readonly string[], probing: Answering['probing']): NetworkRow[] {
  return offeredNetworks(Object.keys(probing.addressMap), recorded).map(one => ({
    ...one,
    title: '',
    addresses: addressesOf(one.cidr)?.length ?? 0,
  }));
}

/** The one form of a range, whatever of its addresses was typed. */
function checkTyped(typed: string, subnets: Parameters<typeof holding>[1]): CheckedNetwork {
  const reading = readCidr(typed.trim());
  if (!reading.ok && reading.case !== 'form') return { ok: false, sentence: reading.message };
  const cidr = reading.ok ? typed.trim() : (reading.fixes[0]?.text ?? typed.trim());
  const addresses = addressesOf(cidr)?.length;
  if (addresses === undefined) return { ok: false, sentence: tooWide(cidr) };
  return { ok: true, cidr, addresses, recorded: holding(cidr, subnets) !== undefined };
}

function tooWide(cidr: string): string {
  return cidr.includes(':')
    ? `${cidr} is a network of the newer kind, which holds too many addresses to be tried one by one. Give its older range, such as 192.168.10.0/24.`
    : `${cidr} holds more than 4,094 addresses, too many to be tried one by one. Give a part of it, such as ${cidr.split('/')[0] ?? ''}/24.`;
}

async function look(
  params: LookParams,
  home: string,
  { connection, workspace, probing }: Pick<Answering, 'connection' | 'workspace' | 'probing'>,
  token: CancellationToken,
): Promise<LookAnswer> {
  const { estate } = workspace;
  if (!probing.guardOf(home).trusted) return nothing('This folder is not trusted yet, so nothing was sent.');
  const mayLook = (): string => whyNotLook(params, probing.guardOf(home));
  if (!(await holdsSoon(() => mayLook() === '' && namesCredential(params, home, estate)))) {
    return nothing(mayLook() || `No record of the school names "${params.credential}", so it was not tried.`);
  }
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  const school = estate.schoolOf(home)?.id ?? params.school;
  const { seen, cancelled, failed } = await probing.look(
    { networks: params.networks, ...(params.credential && { credential: { school, name: params.credential } }) },
    probing.guardOf(home),
    { signal: stop.signal, onProgress: teller(connection, params.workDoneToken) },
  );
  if (failed)
    return nothing('The look ended before its end because of a mistake in FITS Maintenance. The log says more.');
  return answerOf(discover(seen, estate, home), cancelled);
}

function whyNotLook({ networks }: LookParams, guard: ProbeGuard): string {
  const wide = networks.find(cidr => addressesOf(cidr) === undefined);
  if (wide !== undefined) return tooWide(wide);
  const outside = networks.find(cidr => !guard.networks.some(recorded => isPartOf(cidr, recorded)));
  return outside === undefined
    ? ''
    : `${outside} is none of your recorded networks, so nothing was sent. Record it first.`;
}

function isPartOf(cidr: string, whole: string): boolean {
  const [first = '', bits = ''] = cidr.split('/');
  return Number(whole.split('/')[1]) <= Number(bits) && isInside(first, whole);
}

function namesCredential({ credential }: LookParams, home: string, estate: Answering['workspace']['estate']): boolean {
  return credential === '' || credentialsOf(home, estate).some(({ name }) => name === credential);
}

/** A record that was written a moment ago: the editor tells of a new file when it has got round to it. */
async function holdsSoon(condition: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 40 && !condition(); tries += 1) await new Promise(later => setTimeout(later, 50));
  return condition();
}

function nothing(sentence: string): LookAnswer {
  return { fresh: [], recorded: 0, passing: 0, cancelled: false, sentence };
}

function answerOf({ fresh, recorded, passing }: Discovery, cancelled: boolean): LookAnswer {
  // What could be recognised stands first: a long list begins with what is easily said yes to.
  const sorted = fresh.toSorted(
    (a, b) => Number(a.found.guess.type === 'other') - Number(b.found.guess.type === 'other'),
  );
  return { fresh: sorted.map(freshRow), recorded, passing, cancelled, sentence: '' };
}

function freshRow({ found, id, title }: FoundRecord): FreshDevice {
  const { guess, addresses, seen } = found;
  const evidence = evidenceOf(found);
  return {
    id,
    title,
    typeLabel: guess.type === 'other' ? '' : typeLabel(guess.type),
    make: guess.make,
    address: addresses[0] ?? '',
    evidence,
    seen,
  };
}

/** Milliseconds between two steps that are told. */
const pace = 100;

/** Looking for devices is most of the work; asking those that are there who they are is the rest. */
const share = { addresses: 75, devices: 25 } as const;

function teller(connection: Connection, token: string | number | undefined): (progress: LookProgress) => void {
  let last = 0;
  return ({ step, done, of, found }) => {
    const now = Date.now();
    if (token === undefined || (done < of && now - last < pace)) return;
    last = now;
    const before = step === 'addresses' ? 0 : share.addresses;
    const percentage = Math.round(before + (share[step] * done) / Math.max(1, of));
    const message =
      step === 'addresses'
        ? `${done} of ${of} addresses tried, ${found} found`
        : `${found} found; ${done} of them asked what they are`;
    void connection.sendProgress(WorkDoneProgress.type, token, { kind: 'report', message, percentage });
  };
}
