/**
 * DES for SNMPv3 (RFC 3414, 8). net-snmp asks OpenSSL for `des-cbc`, which OpenSSL 3 no longer gives; single DES is
 * triple DES with three equal keys, and that one it still gives.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const block = 8;

/**
 * @param localKey privacy key of user and engine, at least 16 bytes: 8 for DES, 8 for the start vector
 * @returns the sealed bytes and the salt that goes into the message
 */
export function encryptDes(localKey: Buffer, plain: Buffer): { readonly sealed: Buffer; readonly salt: Buffer } {
  // The first half stands for the engine's boots, which a manager does not count; RFC 3414, 8.1.1.1.
  const salt = Buffer.concat([Buffer.from([0, 0, 0, 1]), randomBytes(4)]);
  const cipher = createCipheriv('des-ede3-cbc', tripleKey(localKey), startVector(localKey, salt)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc((block - (plain.length % block)) % block)]);
  return { sealed: Buffer.concat([cipher.update(padded), cipher.final()]), salt };
}

/** Throws when the length is no multiple of a block or the salt is none. The padding stays: BER ends by itself. */
export function decryptDes(localKey: Buffer, sealed: Buffer, salt: Buffer): Buffer {
  if (salt.length !== block) throw new Error('not a DES salt');
  const vector = startVector(localKey, salt);
  const decipher = createDecipheriv('des-ede3-cbc', tripleKey(localKey), vector).setAutoPadding(false);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}

function tripleKey(localKey: Buffer): Buffer {
  const key = localKey.subarray(0, block);
  return Buffer.concat([key, key, key]);
}

function startVector(localKey: Buffer, salt: Buffer): Buffer {
  return Buffer.from(localKey.subarray(block, 2 * block).map((byte, index) => byte ^ (salt[index] ?? 0)));
}
