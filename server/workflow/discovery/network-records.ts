import { credentialsOf } from '../../estate/devices.ts';
import type { Estate } from '../../estate/estate.ts';
import { proposeId } from '../../estate/next-id.ts';
import { nameOf, type RecordOf } from '../../estate/record.ts';
import { isInside, overlap, readCidr } from '../../model/read-address.ts';
import { subnet as subnetKind } from '../../records/register/subnet.ts';
import { insertKey, setValue } from '../../yaml/edit.ts';
import { writeRecord } from '../../yaml/new-record.ts';
import { createChanges, type FileChange } from '../changes.ts';
import { fileOf } from './discover.ts';

export interface NetworkWish {
  readonly cidr: string;
  /** What it is to be called; empty: by its range. */
  readonly title: string;
}

export type NetworkAnswer =
  | { readonly ok: true; readonly files: readonly FileChange[] }
  /** Why not, and what to do. */
  | { readonly ok: false; readonly sentence: string };

/**
 * Records the networks that are not recorded yet. Where a stored name and password are to be tried that no record of the school names,
 * the networks name it: only such a name is ever handed out (precise.md 14).
 */
export function recordNetworks(
  wishes: readonly NetworkWish[],
  credential: string,
  estate: Estate,
  school: string,
): NetworkAnswer {
  const subnets = estate.ofKind('subnet', school);
  const fresh = wishes.filter(({ cidr }) => holding(cidr, subnets) === undefined);
  const sentence = fresh.map(({ cidr }) => whyNot(cidr, subnets)).find(one => one !== undefined);
  if (sentence !== undefined) return { ok: false, sentence };
  const changes = createChanges(estate);
  const file = fileOf('subnet', estate, school);
  const named = credential === '' || credentialsOf(school, estate).some(({ name }) => name === credential);
  const ids = new Set<string>();
  for (const { cidr, title } of fresh) {
    const words = title === '' ? `Network ${cidr.split('/')[0] ?? cidr}` : title;
    const id = freeId(words, { estate, file, ids });
    const record = { kind: 'subnet', id, title: words, cidr, credential: named ? undefined : credential };
    changes.append(file, writeRecord(record));
  }
  if (!named && fresh.length === 0) {
    const picked = wishes.flatMap(({ cidr }) => holding(cidr, subnets) ?? []);
    for (const subnet of picked) changes.edit(subnet, text => nameCredential(text, credential));
  }
  return { ok: true, files: changes.files() };
}

/** The recorded network in which the whole range lies. */
export function holding(cidr: string, subnets: readonly RecordOf<'subnet'>[]): RecordOf<'subnet'> | undefined {
  const [first = '', length = ''] = cidr.split('/');
  return subnets.find(({ values }) => {
    const [, bits = '99'] = values.cidr?.split('/') ?? [];
    return values.cidr !== undefined && Number(bits) <= Number(length) && isInside(first, values.cidr);
  });
}

function whyNot(cidr: string, subnets: readonly RecordOf<'subnet'>[]): string | undefined {
  const reading = readCidr(cidr);
  if (!reading.ok) return reading.message;
  const other = subnets.find(({ values }) => values.cidr !== undefined && overlap(cidr, values.cidr));
  if (other === undefined) return undefined;
  return `${cidr} shares addresses with ${nameOf(other)}, ${other.values.cidr ?? ''}, which is recorded. Look at that one, or correct its record.`;
}

interface Ids {
  readonly estate: Estate;
  readonly file: string;
  readonly ids: Set<string>;
}

function freeId(title: string, { estate, file, ids }: Ids): string {
  const proposed = proposeId({ declaration: subnetKind, type: '', title, file }, estate);
  let id = proposed;
  for (let number = 2; ids.has(id.toLowerCase()) || estate.find(id, file).length > 0; number += 1)
    id = `${proposed}-${number}`;
  ids.add(id.toLowerCase());
  return id;
}

function nameCredential(text: string, credential: string): ReturnType<typeof setValue> {
  const order = Object.keys(subnetKind.fields);
  return insertKey(text, [], 'credential', credential, { order }) ?? setValue(text, ['credential'], credential);
}
