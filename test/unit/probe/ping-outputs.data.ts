/** What the pings of the world print, as latin1 text. Written by hand after their manuals and sources. */
import type { FailureReason } from '../../../server/model/outcome.ts';

interface PingOutput {
  readonly name: string;
  readonly address: string;
  readonly text: string;
  readonly expected:
    | { readonly received: number; readonly least: number; readonly mean: number; readonly most: number }
    | { readonly reason: FailureReason };
}

export const pingOutputs: readonly PingOutput[] = [
  {
    name: 'iputils, all five',
    address: '127.0.0.1',
    text: `PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.
64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.040 ms
64 bytes from 127.0.0.1: icmp_seq=2 ttl=64 time=0.060 ms
64 bytes from 127.0.0.1: icmp_seq=3 ttl=64 time=0.050 ms
64 bytes from 127.0.0.1: icmp_seq=4 ttl=64 time=0.050 ms
64 bytes from 127.0.0.1: icmp_seq=5 ttl=64 time=0.050 ms

--- 127.0.0.1 ping statistics ---
5 packets transmitted, 5 received, 0% packet loss, time 804ms
rtt min/avg/max/mdev = 0.040/0.050/0.060/0.006 ms
`,
    expected: { received: 5, least: 0.04, mean: 0.05, most: 0.06 },
  },
  {
    name: 'iputils, two lost, one doubled',
    address: '10.1.2.3',
    text: `PING 10.1.2.3 (10.1.2.3) 56(84) bytes of data.
64 bytes from 10.1.2.3: icmp_seq=1 ttl=63 time=1.00 ms
64 bytes from 10.1.2.3: icmp_seq=1 ttl=63 time=9.00 ms (DUP!)
64 bytes from 10.1.2.3: icmp_seq=3 ttl=63 time=2.00 ms
64 bytes from 10.1.2.3: icmp_seq=4 ttl=63 time=3.00 ms

--- 10.1.2.3 ping statistics ---
5 packets transmitted, 3 received, +1 duplicates, 40% packet loss, time 4021ms
`,
    expected: { received: 3, least: 1, mean: 2, most: 3 },
  },
  {
    name: 'iputils in French, decimal commas',
    address: '10.1.2.3',
    text: `PING 10.1.2.3 (10.1.2.3) 56(84) octets de donn\xe9es.
64 octets de 10.1.2.3 : icmp_seq=1 ttl=64 temps=0,50 ms
64 octets de 10.1.2.3 : icmp_seq=2 ttl=64 temps=1,50 ms

--- statistiques ping 10.1.2.3 ---
5 paquets transmis, 2 re\xe7us, 60% packet loss, time 4021ms
`,
    expected: { received: 2, least: 0.5, mean: 1, most: 1.5 },
  },
  {
    name: 'iputils, nobody',
    address: '10.1.2.9',
    text: `PING 10.1.2.9 (10.1.2.9) 56(84) bytes of data.

--- 10.1.2.9 ping statistics ---
5 packets transmitted, 0 received, 100% packet loss, time 4086ms
`,
    expected: { reason: 'no_answer' },
  },
  {
    name: 'iputils, host unreachable',
    address: '10.1.2.9',
    text: `PING 10.1.2.9 (10.1.2.9) 56(84) bytes of data.
From 10.1.2.1 icmp_seq=1 Destination Host Unreachable
From 10.1.2.1 icmp_seq=2 Destination Host Unreachable

--- 10.1.2.9 ping statistics ---
5 packets transmitted, 0 received, +2 errors, 100% packet loss, time 4086ms
pipe 3
`,
    expected: { reason: 'unreachable' },
  },
  {
    name: 'iputils, network unreachable',
    address: '10.1.2.9',
    text: 'ping: connect: Network is unreachable\n',
    expected: { reason: 'unreachable' },
  },
  {
    name: 'iputils without the right',
    address: '10.1.2.9',
    text: 'ping: socket: Operation not permitted\n',
    expected: { reason: 'cannot_run' },
  },
  {
    name: 'iputils, IPv6',
    address: 'fd00:1::7',
    text: `PING fd00:1::7 (fd00:1::7) 56 data bytes
64 bytes from fd00:1::7: icmp_seq=1 ttl=64 time=0.100 ms
64 bytes from fd00:1::7: icmp_seq=2 ttl=64 time=0.300 ms
`,
    expected: { received: 2, least: 0.1, mean: 0.2, most: 0.3 },
  },
  {
    name: 'busybox',
    address: '10.1.2.3',
    text: `PING 10.1.2.3 (10.1.2.3): 56 data bytes
64 bytes from 10.1.2.3: seq=0 ttl=64 time=0.081 ms
64 bytes from 10.1.2.3: seq=1 ttl=64 time=0.119 ms

--- 10.1.2.3 ping statistics ---
5 packets transmitted, 2 packets received, 60% packet loss
round-trip min/avg/max = 0.081/0.100/0.119 ms
`,
    expected: { received: 2, least: 0.081, mean: 0.1, most: 0.119 },
  },
  {
    name: 'macOS, with a time-out line',
    address: '10.1.2.3',
    text: `PING 10.1.2.3 (10.1.2.3): 56 data bytes
64 bytes from 10.1.2.3: icmp_seq=0 ttl=64 time=4.000 ms
Request timeout for icmp_seq 1
64 bytes from 10.1.2.3: icmp_seq=2 ttl=64 time=6.000 ms

--- 10.1.2.3 ping statistics ---
5 packets transmitted, 2 packets received, 60.0% packet loss
round-trip min/avg/max/stddev = 4.000/5.000/6.000/1.000 ms
`,
    expected: { received: 2, least: 4, mean: 5, most: 6 },
  },
  {
    name: 'macOS ping6',
    address: 'fd00:1::7',
    text: `PING6(56=40+8+8 bytes) fd00:1::1 --> fd00:1::7
16 bytes from fd00:1::7, icmp_seq=0 hlim=64 time=0.500 ms
16 bytes from fd00:1::7, icmp_seq=1 hlim=64 time=0.700 ms

--- fd00:1::7 ping6 statistics ---
5 packets transmitted, 2 packets received, 60.0% packet loss
`,
    expected: { received: 2, least: 0.5, mean: 0.6, most: 0.7 },
  },
  {
    name: 'Windows in English',
    address: '192.168.4.20',
    text: `\r\nPinging 192.168.4.20 with 32 bytes of data:\r
Reply from 192.168.4.20: bytes=32 time<1ms TTL=128\r
Reply from 192.168.4.20: bytes=32 time=3ms TTL=128\r
Request timed out.\r
Reply from 192.168.4.20: bytes=32 time=5ms TTL=128\r
\r
Ping statistics for 192.168.4.20:\r
    Packets: Sent = 5, Received = 3, Lost = 2 (40% loss),\r
Approximate round trip times in milli-seconds:\r
    Minimum = 0ms, Maximum = 5ms, Average = 2ms\r
`,
    expected: { received: 3, least: 1, mean: 3, most: 5 },
  },
  {
    name: 'Windows: "unreachable" counts as received there, not here',
    address: '192.168.4.99',
    text: `Pinging 192.168.4.99 with 32 bytes of data:\r
Reply from 192.168.4.5: Destination host unreachable.\r
Reply from 192.168.4.5: Destination host unreachable.\r
\r
Ping statistics for 192.168.4.99:\r
    Packets: Sent = 5, Received = 5, Lost = 0 (0% loss),\r
`,
    expected: { reason: 'unreachable' },
  },
  {
    name: 'Windows in German: "nicht erreichbar" is silence, and its 0 % loss is not believed',
    address: '192.168.4.99',
    text: `Antwort von 192.168.4.5: Zielhost nicht erreichbar.\r
Ping-Statistik f\x81r 192.168.4.99:\r
    Pakete: Gesendet = 5, Empfangen = 5, Verloren = 0\r
`,
    expected: { reason: 'no_answer' },
  },
  {
    name: 'Windows in French',
    address: '192.168.4.20',
    text: `R\x82ponse de 192.168.4.20\xff: octets=32 temps=2 ms TTL=64\r
R\x82ponse de 192.168.4.20\xff: octets=32 temps=4 ms TTL=64\r
R\x82ponse de 192.168.4.20\xff: octets=32 temps<1ms TTL=64\r
`,
    expected: { received: 3, least: 1, mean: 2.333, most: 4 },
  },
  {
    name: 'Windows in Chinese (code page 936)',
    address: '192.168.4.20',
    text: `\xc0\xb4\xd7\xd4 192.168.4.20 \xb5\xc4\xbb\xd8\xb8\xb4: \xd7\xd6\xbd\xda=32 \xca\xb1\xbc\xe4=12ms TTL=64\r
\xc0\xb4\xd7\xd4 192.168.4.20 \xb5\xc4\xbb\xd8\xb8\xb4: \xd7\xd6\xbd\xda=32 \xca\xb1\xbc\xe4<1ms TTL=64\r
`,
    expected: { received: 2, least: 1, mean: 6.5, most: 12 },
  },
  {
    name: 'Windows in Russian (code page 866, unit in Cyrillic)',
    address: '192.168.4.20',
    text: `\x8e\xe2\xa2\xa5\xe2 \xae\xe2 192.168.4.20: \xe7\xa8\xe1\xab\xae \xa1\xa0\xa9\xe2=32 \xa2\xe0\xa5\xac\xef=7\xac\xe1 TTL=128\r\n`,
    expected: { received: 1, least: 7, mean: 7, most: 7 },
  },
  {
    name: 'Windows, IPv6: no TTL, and the summary is no answer',
    address: 'fd00:1::7',
    text: `Reply from fd00:1::7: time<1ms\r
Reply from fd00:1::7: time=3ms\r
\r
Ping statistics for fd00:1::7:\r
    Packets: Sent = 5, Received = 2, Lost = 3 (60% loss),\r
    Minimum = 0ms, Maximum = 3ms, Average = 1ms\r
`,
    expected: { received: 2, least: 1, mean: 2, most: 3 },
  },
  {
    name: 'Windows, general failure',
    address: '192.168.4.20',
    text: 'PING: transmit failed. General failure.\r\n',
    expected: { reason: 'no_answer' },
  },
];
