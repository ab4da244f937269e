/**
 * Ranges that no packet of ours may enter. Sources: RFC 5737, RFC 3849, RFC 9637.
 * On some networks documentation addresses are real hosts, so a slip would be a packet to a stranger.
 */
export const documentationRanges = [
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '2001:db8::/32',
  '3fff::/20',
] as const;

/** The only range in which the demonstration network may stand. RFC 1122, 3.2.1.3. */
export const loopbackRange = '127.0.0.0/8';

/**
 * Ranges (names of ipaddr.js) in which one address means one host. Everything else – broadcast, multicast,
 * unspecified, reserved, and IPv6 forms that carry an IPv4 address inside them – is refused.
 */
export const hostRanges: ReadonlySet<string> = new Set([
  'unicast',
  'private',
  'loopback',
  'linkLocal',
  'carrierGradeNat',
  'uniqueLocal',
  'benchmarking',
]);
