/** A name server that knows a few addresses, and says of all others that they have no name (RFC 1035). */
import { serveUdp, type UdpServer } from './udp.ts';

export async function serveNames(names: Readonly<Record<string, string>>): Promise<UdpServer> {
  return await serveUdp('127.0.0.1', (datagram, reply) => {
    const question = datagram.subarray(12);
    const end = question.indexOf(0);
    if (end < 0) return;
    const asked = readName(question.subarray(0, end + 1)).replace(/\.in-addr\.arpa$/i, '');
    const name = names[asked.split('.').reverse().join('.')];
    reply(answer(datagram, question.subarray(0, end + 5), name));
  });
}

function answer(datagram: Buffer, question: Buffer, name: string | undefined): Buffer {
  const head = Buffer.alloc(12);
  datagram.copy(head, 0, 0, 2);
  // An answer, recursion available; 3: no such name.
  head.writeUInt16BE(name === undefined ? 0x8183 : 0x8180, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(name === undefined ? 0 : 1, 6);
  if (name === undefined) return Buffer.concat([head, question]);
  const text = writeName(name);
  const record = Buffer.alloc(12);
  // The name of the question, PTR, IN, a minute, length.
  record.writeUInt16BE(0xc00c, 0);
  record.writeUInt16BE(12, 2);
  record.writeUInt16BE(1, 4);
  record.writeUInt32BE(60, 6);
  record.writeUInt16BE(text.length, 10);
  return Buffer.concat([head, question, record, text]);
}

function readName(bytes: Buffer): string {
  const labels: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] ?? 0;
    if (length === 0) break;
    labels.push(bytes.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return labels.join('.');
}

function writeName(name: string): Buffer {
  const labels = name.split('.').map(label => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}
