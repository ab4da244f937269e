/**
 * The part of net-snmp 3.29.2 that we use, typed by ourselves: its published types are of 3.23 and full of `any`.
 * Nothing else of ours imports net-snmp.
 */
import * as library from 'net-snmp';
import { decryptDes, encryptDes } from './des.ts';

/** A varbind as net-snmp gives it; `type` is the BER tag. */
export interface Varbind {
  readonly oid: string;
  readonly type: number;
  readonly value: unknown;
}

export interface NetSession {
  readonly get: (oids: readonly string[], done: (error: Error | null, varbinds?: readonly Varbind[]) => void) => void;
  readonly on: (event: 'error', listener: (error: unknown) => void) => void;
  readonly cancelRequests: (error: Error) => void;
  readonly close: () => void;
}

/** What net-snmp wants of a socket; it never reads more of node:dgram than this. */
export interface SocketForNetSnmp {
  readonly on: (event: string, listener: (...args: unknown[]) => void) => unknown;
  readonly send: (
    ...args: [
      buffer: Uint8Array,
      offset: number,
      length: number,
      port: number,
      address: string,
      sent: (error: Error | null) => void,
    ]
  ) => void;
  readonly close: () => void;
  readonly ref: () => void;
  readonly unref: () => void;
}

export interface NetOptions {
  readonly version: 0 | 1 | 3;
  /** Milliseconds before the one retry, and again after it. */
  readonly timeout: number;
  readonly retries: number;
  readonly port: number;
  readonly context: string;
  readonly reportOidMismatchErrors: true;
  readonly strictIntRangeChecks: false;
  readonly dgramModule: { readonly createSocket: () => SocketForNetSnmp };
}

export interface NetUser {
  readonly name: string;
  readonly level: number;
  readonly authProtocol?: number;
  readonly authKey?: string;
  readonly privProtocol?: number;
  readonly privKey?: string;
}

interface NetSnmp {
  readonly createSession: (target: string, community: string, options: NetOptions) => NetSession;
  readonly createV3Session: (target: string, user: NetUser, options: NetOptions) => NetSession;
  readonly Authentication: {
    authToKeyCache: Record<string, Buffer>;
    readonly passwordToKey: (protocol: number, password: string, engineId: Buffer) => Buffer;
  };
  readonly Encryption: { readonly algorithms: Record<number, Cipher> };
}

interface Cipher {
  encryptPdu: (
    ...args: [plain: Buffer, cipher: number, password: string, auth: number, engine: { readonly engineID: Buffer }]
  ) => { readonly encryptedPdu: Buffer; readonly msgPrivacyParameters: Buffer };
  decryptPdu: (
    ...args: [
      sealed: Buffer,
      cipher: number,
      salt: Buffer,
      password: string,
      auth: number,
      engine: { readonly engineID: Buffer },
    ]
  ) => Buffer;
}

// Exported by the library "for testing", so absent from its types; the shapes are checked by the lab tests.
const netSnmp = library as unknown as NetSnmp;

export const { createSession, createV3Session } = netSnmp;

/** Number of DES in net-snmp's PrivProtocols. */
const desNumber = 2;
mendDes(netSnmp);

/** See des.ts. Changes the library's own table, since it has no option for a cipher. */
function mendDes({ Authentication, Encryption }: NetSnmp): void {
  const des = Encryption.algorithms[desNumber];
  if (des === undefined) return;
  des.encryptPdu = (plain, _cipher, password, auth, engine) => {
    const { sealed, salt } = encryptDes(Authentication.passwordToKey(auth, password, engine.engineID), plain);
    return { encryptedPdu: sealed, msgPrivacyParameters: salt };
  };
  des.decryptPdu = (sealed, _cipher, salt, ...[password, auth, engine]) =>
    decryptDes(Authentication.passwordToKey(auth, password, engine.engineID), sealed, salt);
}

/** net-snmp keeps keys for ever, under names that hold the password. To be called when a run ends. */
export function forgetKeys(): void {
  netSnmp.Authentication.authToKeyCache = {};
}

/** Error-status of a RequestFailedError (RFC 3416, 3), else undefined. */
export function errorStatus(error: Error): number | undefined {
  return error.name === 'RequestFailedError' && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;
}

export function isTimeOut(error: Error): boolean {
  return error.name === 'RequestTimedOutError';
}
