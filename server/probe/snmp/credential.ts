/** Stored secret → what net-snmp wants. Secrets pass through here and go nowhere else. */
import type { Credential, ProbeTarget } from '../../model/outcome.ts';
import type { NetUser } from './net-snmp.ts';

/** Numbers of net-snmp's AuthProtocols, PrivProtocols and SecurityLevel. */
const authNumbers = { md5: 2, sha: 3, sha224: 4, sha256: 5, sha384: 6, sha512: 7 } as const;
const privNumbers = { des: 2, aes: 4, aes256b: 6, aes256r: 8 } as const;
const levelNumbers = { noAuthNoPriv: 1, authNoPriv: 2, authPriv: 3 } as const;
/** Flags of the v3 header (RFC 3412, 6.4) for each level. */
const levelFlags = { noAuthNoPriv: 0, authNoPriv: 1, authPriv: 3 } as const;

export type UserCredential = Extract<Credential, { v: '3' }>;

export type Login =
  | { readonly version: 0 | 1; readonly flags: 0; readonly community: string; readonly context: '' }
  | { readonly version: 3; readonly flags: 0 | 1 | 3; readonly user: NetUser; readonly context: string };

/**
 * What is to be sent for this target, or a sentence that says why the stored secret does not fit. The record decides
 * between v1 and v2c, because a community is the same in both.
 */
export function chooseLogin(snmp: ProbeTarget['snmp'], credential: Credential): Login | { readonly unfit: string } {
  if (snmp === 'v3') {
    if (credential.v !== '3') return { unfit: 'What is stored is a community, and the record says SNMP v3.' };
    return userLogin(credential);
  }
  if (credential.v === '3') return { unfit: `What is stored is for SNMP v3, and the record says ${snmp}.` };
  return { version: snmp === 'v1' ? 0 : 1, flags: 0, community: credential.community, context: '' };
}

function userLogin(credential: UserCredential): Login | { readonly unfit: string } {
  const { level, auth, priv } = credential;
  if (level !== 'noAuthNoPriv' && auth === undefined) return { unfit: 'The stored secret lacks its password.' };
  if (level === 'authPriv' && priv === undefined) return { unfit: 'The stored secret lacks its encryption password.' };
  const user: NetUser = {
    name: credential.user,
    level: levelNumbers[level],
    ...(level !== 'noAuthNoPriv' && auth !== undefined
      ? { authProtocol: authNumbers[auth.protocol], authKey: auth.password }
      : {}),
    ...(level === 'authPriv' && priv !== undefined
      ? { privProtocol: privNumbers[priv.protocol], privKey: priv.password }
      : {}),
  };
  return { version: 3, flags: levelFlags[level], user, context: credential.context ?? '' };
}
