/** How a range is tried: how much at once, in which order, how patiently. Pure. */
import { isInside } from '../../model/read-address.ts';
import type { OwnNetwork } from '../../host/own-networks.ts';
import { addressesOf } from './addresses.ts';
import { knockPorts, sweptPorts } from './ports.data.ts';

export interface SweepPlan {
  readonly addresses: readonly string[];
  /** Addresses that are tried at once. */
  readonly atOnce: number;
  /** Ports by round; those of a round are tried together. */
  readonly rounds: readonly (readonly number[])[];
  /** Rounds after which an address that is silent is left alone. */
  readonly giveUpAfter: number;
  /** Milliseconds for the first round, where the usual patience is too short. */
  readonly firstPatience?: number;
}

/** Open attempts at most (precise.md 17). */
export const mostAttempts = 512;
/** Addresses that may be looked for on the own network at once: the system's table of neighbours holds 1,024 (network.md 4). */
const mostNeighbours = 300;
/** The system gives up looking for a neighbour after three seconds. */
const neighbourPatience = 4_000;
/** More addresses than a /22 holds. */
const wide = 1_022;

/** One plan for the ranges that are in reach of everybody, one for each wide range that this computer is itself in. No address twice. */
export function planSweep(networks: readonly string[], own: readonly OwnNetwork[]): SweepPlan[] {
  const seen = new Set<string>();
  const fresh = (cidr: string): string[] =>
    (addressesOf(cidr) ?? []).filter(address => !seen.has(address) && seen.add(address));
  const isCrowded = (cidr: string): boolean =>
    Number(cidr.split('/')[1]) < 22 && own.some(({ address }) => isInside(address, cidr));
  const crowded = networks.filter(isCrowded).map(fresh);
  const others = networks.filter(cidr => !isCrowded(cidr)).flatMap(fresh);
  return [...crowded.map(planCrowded), planUsual(others)].filter(plan => plan.addresses.length > 0);
}

function planUsual(addresses: readonly string[]): SweepPlan {
  const rounds = inPairs(sweptPorts.map(({ port }) => port));
  return {
    addresses,
    atOnce: mostAttempts / 2,
    rounds,
    giveUpAfter: addresses.length > wide ? knockPorts / 2 : rounds.length,
  };
}

/** Each address alone and patiently: who is not there shows by the system's own word, and is left in peace from then on. */
function planCrowded(addresses: readonly string[]): SweepPlan {
  const rounds = sweptPorts.map(({ port }) => [port]);
  return { addresses, atOnce: mostNeighbours, rounds, giveUpAfter: knockPorts, firstPatience: neighbourPatience };
}

function inPairs(ports: readonly number[]): number[][] {
  return ports.flatMap((_port, at) => (at % 2 === 0 ? [ports.slice(at, at + 2)] : [])).filter(pair => pair.length > 0);
}
