import ipaddr from 'ipaddr.js';
import { changeTo, misread, read, type Reading } from './reading.ts';

type Address = ReturnType<typeof ipaddr.parse>;

/** Strict: no octal or hex parts, no missing parts, no zone, no IPv4 inside IPv6 – a person does not mean those. */
export function parseAddress(text: string): Address | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return ipaddr.IPv6.isValid(text) && !/[%.]/.test(text) ? ipaddr.IPv6.parse(text) : undefined;
}

/** A CIDR range: its network and length. */
function parseCidr(text: string): [Address, number] | undefined {
  const [network = '', length = ''] = text.split('/');
  const address = parseAddress(network);
  if (!address || !/^\d{1,3}$/.test(length) || Number(length) > (address.kind() === 'ipv4' ? 32 : 128))
    return undefined;
  return [address, Number(length)];
}

/** Whether the address lies in the CIDR range; false when either cannot be read. */
export function isInside(address: string, cidr: string): boolean {
  const [one, range] = [parseAddress(address), parseCidr(cidr)];
  return one !== undefined && range !== undefined && one.kind() === range[0].kind() && one.match(range);
}

/** Whether two CIDR ranges share an address. */
export function overlap(a: string, b: string): boolean {
  const [one, other] = [parseCidr(a), parseCidr(b)];
  if (!one || !other || one[0].kind() !== other[0].kind()) return false;
  const shorter = Math.min(one[1], other[1]);
  return one[0].match([other[0], shorter]);
}

/** The address as bytes, for comparing and counting; undefined when it cannot be read. */
export function addressBytes(text: string): number[] | undefined {
  return parseAddress(text)?.toByteArray();
}

/** One spelling for each address: `FE80::1` and `fe80:0::1` are the same. */
export function canonicalAddress(text: string): string {
  return parseAddress(text)?.toString() ?? text.toLowerCase();
}

export function readAddress(text: string): Reading {
  if (parseAddress(text)) return read(text);
  const withoutLength = text.split('/')[0] ?? '';
  if (withoutLength !== text && parseAddress(withoutLength)) {
    return misread('form', 'Write the address alone, without the length after the stroke.', [
      changeTo(withoutLength, true),
    ]);
  }
  const trimmed = text.replace(/^https?:\/\//i, '').replace(/[/:].*$/, '');
  const fixes = trimmed !== text && parseAddress(trimmed) ? [changeTo(trimmed, true)] : [];
  const why = /^\d{1,3}(\.\d{1,3}){3}$/.test(text)
    ? 'each of the four numbers goes from 0 to 255, without a leading 0'
    : 'it is four numbers with dots, such as 192.168.10.12';
  return misread('type', `“${text}” is not a network address: ${why}.`, fixes);
}

export function readCidr(text: string): Reading {
  const range = parseCidr(text);
  if (!range) {
    const fixes = parseAddress(text) ? [changeTo(text.replace(/\.\d+$/, '.0/24'))] : [];
    return misread(
      'type',
      `“${text}” is not a range of addresses. Write the network and its length: 192.168.10.0/24.`,
      fixes,
    );
  }
  const network = networkOf(range);
  if (network === text || range[0].kind() === 'ipv6') return read(text);
  return misread(
    'form',
    `${text} is a device’s address in the range ${network}. Write the range’s own first address.`,
    [changeTo(network, true)],
  );
}

function networkOf([address, length]: [Address, number]): string {
  if (address.kind() === 'ipv6') return `${address.toString()}/${length}`;
  return `${ipaddr.IPv4.networkAddressFromCIDR(`${address.toString()}/${length}`).toString()}/${length}`;
}

/** First and last address, with a hyphen. */
export function readAddressRange(text: string): Reading {
  const [from = '', to = '', ...more] = text.split(/\s*[-–]\s*/);
  const [a, b] = [parseAddress(from), parseAddress(to)];
  const loose = looseRange(text);
  if (loose) return misread('form', `Write the range with a hyphen: ${loose}.`, [changeTo(loose, true)]);
  if (!a || !b || more.length > 0)
    return misread(
      'type',
      `“${text}” is not a range. Write the first and the last address: 192.168.10.31-192.168.10.40.`,
    );
  const swapped = a.kind() === b.kind() && a.toByteArray().map(hex).join('') > b.toByteArray().map(hex).join('');
  return swapped
    ? misread('range', 'The last address comes before the first.', [changeTo(`${to}-${from}`, true)])
    : read(text);
}

/** `192.0.2.131 to 192.0.2.140` */
function looseRange(text: string): string | undefined {
  const [, from = '', to = ''] = /^(\S+?)\s*(?:\bto\b|\buntil\b|\.\.+|…|,)\s*(\S+)$/i.exec(text) ?? [];
  return parseAddress(from) && parseAddress(to) ? `${from}-${to}` : undefined;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** Twelve hexadecimal digits, in pairs with colons; hyphens, dots and none are recognised. */
export function readMac(text: string): Reading {
  const digits = text.replace(/[^0-9a-f]/gi, '').toLowerCase();
  const separated = /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/i.test(text);
  if (separated) return read(digits.replace(/(..)(?=.)/g, '$1:'));
  if (digits.length === 12 && /^[0-9a-f:.\- ]+$/i.test(text)) {
    const standard = digits.replace(/(..)(?=.)/g, '$1:');
    return misread('form', `Write the hardware address in pairs: ${standard}.`, [changeTo(standard, true)]);
  }
  return misread(
    'type',
    `“${text}” is not a hardware address. It has six pairs, such as 00:1b:2c:3d:4e:5f, and stands on the label.`,
  );
}
