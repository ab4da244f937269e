/** SNMPv3 user-based security (RFC 3414, 3826, 7860) for the simulated agents: keys, digests and AES-128. */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

export type AuthProtocol = 'md5' | 'sha' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

export interface AgentUser {
  readonly name: string;
  readonly auth?: { readonly protocol: AuthProtocol; readonly password: string };
  /** AES-128. */
  readonly priv?: { readonly password: string };
}

const hashes: Readonly<Record<AuthProtocol, { readonly name: string; readonly digest: number }>> = {
  md5: { name: 'md5', digest: 12 },
  sha: { name: 'sha1', digest: 12 },
  sha224: { name: 'sha224', digest: 16 },
  sha256: { name: 'sha256', digest: 24 },
  sha384: { name: 'sha384', digest: 32 },
  sha512: { name: 'sha512', digest: 48 },
};

export function digestLength(protocol: AuthProtocol): number {
  return hashes[protocol].digest;
}

/** Password → key of one engine: hash of 1 MiB of repeated password, then localised (RFC 3414, A.2). */
export function localisedKey(protocol: AuthProtocol, password: string, engineId: Buffer): Buffer {
  const { name } = hashes[protocol];
  const key = createHash(name)
    .update(Buffer.alloc(1024 * 1024, password))
    .digest();
  return createHash(name).update(key).update(engineId).update(key).digest();
}

/** Digest over a message whose digest field is all zero. */
export function digestOf(protocol: AuthProtocol, key: Buffer, message: Buffer): Buffer {
  const { name, digest } = hashes[protocol];
  return createHmac(name, key).update(message).digest().subarray(0, digest);
}

export function encrypt(key: Buffer, boots: number, time: number, plain: Buffer): { data: Buffer; salt: Buffer } {
  const salt = randomBytes(8);
  const cipher = createCipheriv('aes-128-cfb', key.subarray(0, 16), vector(boots, time, salt));
  return { data: Buffer.concat([cipher.update(plain), cipher.final()]), salt };
}

export function decrypt(key: Buffer, boots: number, time: number, salt: Buffer, data: Buffer): Buffer {
  const decipher = createDecipheriv('aes-128-cfb', key.subarray(0, 16), vector(boots, time, salt));
  return Buffer.concat([decipher.update(data), decipher.final()]);
}

function vector(boots: number, time: number, salt: Buffer): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(boots, 0);
  bytes.writeUInt32BE(time, 4);
  salt.copy(bytes, 8);
  return bytes;
}
