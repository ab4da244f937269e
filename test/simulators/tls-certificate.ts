/** A self-signed certificate made anew for each run: no key lies in the repository, and none runs out. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { octets, oid, sequence, tlv } from './ber.ts';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const day = 86_400_000;
const ecdsaSha256 = sequence(oid('1.2.840.10045.4.3.2'));

/** X.509 v3 (RFC 5280), P-256, valid from yesterday for `days` days. */
export function makeCertificate(commonName: string, days = 365): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(tlv(0x31, sequence(oid('2.5.4.3'), tlv(0x0c, Buffer.from(commonName)))));
  const alternative = sequence(tlv(0x82, Buffer.from(commonName)));
  const extensions = tlv(0xa3, sequence(sequence(oid('2.5.29.17'), octets(alternative))));
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaSha256,
    name,
    sequence(time(Date.now() - day), time(Date.now() + days * day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  );
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, ecdsaSha256, tlv(0x03, Buffer.from([0]), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  };
}

/** UTCTime: YYMMDDHHMMSSZ. */
function time(milliseconds: number): Buffer {
  const text = new Date(milliseconds).toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return tlv(0x17, Buffer.from(`${text}Z`));
}
