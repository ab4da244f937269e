import type { Credential } from '../server/model/outcome.ts';

export type Version = Credential['v'];
type V3 = Extract<Credential, { readonly v: '3' }>;
export type Level = V3['level'];
export type AuthProtocol = NonNullable<V3['auth']>['protocol'];
export type PrivProtocol = NonNullable<V3['priv']>['protocol'];

/** What has been answered so far. */
export interface CredentialDraft {
  readonly name?: string;
  readonly v?: Version;
  readonly community?: string;
  readonly user?: string;
  readonly level?: Level;
  readonly authProtocol?: AuthProtocol;
  readonly authPassword?: string;
  readonly privProtocol?: PrivProtocol;
  readonly privPassword?: string;
}

/** The order of the questions. Each is asked when it is reached without an answer and when it applies. */
const questions = [
  'name',
  'v',
  'community',
  'user',
  'level',
  'authProtocol',
  'authPassword',
  'privProtocol',
  'privPassword',
] as const;
export type Question = (typeof questions)[number];

export function nextQuestion(draft: CredentialDraft): Question | undefined {
  return questions.find(question => draft[question] === undefined && applies(question, draft));
}

function applies(question: Question, draft: CredentialDraft): boolean {
  if (question === 'name' || question === 'v') return true;
  if (draft.v !== '3') return question === 'community';
  if (question === 'community') return false;
  if (question === 'authProtocol' || question === 'authPassword') return draft.level !== 'noAuthNoPriv';
  if (question === 'privProtocol' || question === 'privPassword') return draft.level === 'authPriv';
  return true;
}

/** The finished credential; undefined while a question is open. */
export function credentialOf(draft: CredentialDraft): Credential | undefined {
  if (nextQuestion(draft) !== undefined || draft.v === undefined) return undefined;
  if (draft.v !== '3') return { v: draft.v, community: draft.community ?? '' };
  return { v: '3', user: draft.user ?? '', level: draft.level ?? 'noAuthNoPriv', ...authOf(draft), ...privOf(draft) };
}

function authOf({ authProtocol: protocol, authPassword: password }: CredentialDraft): Pick<V3, 'auth'> {
  return protocol === undefined || password === undefined ? {} : { auth: { protocol, password } };
}

function privOf({ privProtocol: protocol, privPassword: password }: CredentialDraft): Pick<V3, 'priv'> {
  return protocol === undefined || password === undefined ? {} : { priv: { protocol, password } };
}

/** SNMP refuses shorter ones (RFC 3414, 11.2). */
export const leastPassword = 8;
