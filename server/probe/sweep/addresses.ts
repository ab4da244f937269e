/** A range in CIDR → the addresses in it that can be one device. IPv4 only: an IPv6 network is too wide to be tried address by address. */
import ipaddr from 'ipaddr.js';
import { parseAddress } from '../may-probe.ts';

/** A /20: 4,094 addresses. A wider range is a slip, or a network that nobody should try as a whole. */
export const widestLength = 20;

/** Undefined where the range is none, is not IPv4, or is wider than a /20. */
export function addressesOf(cidr: string): readonly string[] | undefined {
  const [text = '', bits = ''] = cidr.split('/');
  const ip = parseAddress(text);
  const length = /^\d{1,2}$/.test(bits) ? Number(bits) : -1;
  if (ip?.kind() !== 'ipv4' || length < widestLength || length > 32) return undefined;
  const first = numberOf(ipaddr.IPv4.networkAddressFromCIDR(`${text}/${bits}`).toByteArray());
  const size = 2 ** (32 - length);
  // The first and the last address are the network's own, but for /31 and /32 (RFC 3021).
  const [from, to] = length >= 31 ? [0, size - 1] : [1, size - 2];
  return Array.from({ length: to - from + 1 }, (_, at) => textOf(first + from + at));
}

function numberOf(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

function textOf(number: number): string {
  return [24, 16, 8, 0].map(shift => (number >>> shift) & 255).join('.');
}
