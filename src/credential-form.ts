import * as vscode from 'vscode';
import type { SchoolRow } from '../server/protocol/base.ts';
import { leastPassword, nextQuestion, type CredentialDraft, type Question } from './credential-draft.ts';
import { askChoice, askText, runSteps, type Choice, type Step } from './steps.ts';

type Asks = (step: number) => Promise<Step<CredentialDraft>>;

/** The questions of Store Credential…, with a way back. Nothing that is typed here is kept unless the last one is answered. */
export function askCredentialDraft(school: SchoolRow): Promise<CredentialDraft | undefined> {
  return runSteps<CredentialDraft>({}, (draft, step) => {
    const question = nextQuestion(draft);
    return question === undefined ? undefined : asks(draft, school)[question](step);
  });
}

function asks(draft: CredentialDraft, school: SchoolRow): Readonly<Record<Question, Asks>> {
  const { t } = vscode.l10n;
  const put = (change: Partial<CredentialDraft>): CredentialDraft => ({ ...draft, ...change });
  return {
    name: step => askName(draft, school, step),
    v: step =>
      choose(step, t('Which version of SNMP does the device speak?'), [
        { label: 'SNMP v3', description: t('with a user name and passwords'), value: put({ v: '3' }) },
        { label: 'SNMP v2c', description: t('with a community: one word, sent unprotected'), value: put({ v: '2c' }) },
        { label: 'SNMP v1', description: t('only for very old devices'), value: put({ v: '1' }) },
      ]),
    community: step =>
      type(step, t('The community (the word that the device asks for)'), present, community => put({ community })),
    user: step => type(step, t('The user name'), present, user => put({ user }), false),
    level: step =>
      choose(step, t('How is the talk with the device protected?'), [
        { label: t('Password and encryption'), description: 'authPriv', value: put({ level: 'authPriv' }) },
        { label: t('Password only'), description: 'authNoPriv', value: put({ level: 'authNoPriv' }) },
        { label: t('Not at all'), description: 'noAuthNoPriv', value: put({ level: 'noAuthNoPriv' }) },
      ]),
    authProtocol: step =>
      choose(
        step,
        t('How is the password checked? The device’s settings say (often "authentication").'),
        authProtocols.map(([value, label]) => ({ label, value: put({ authProtocol: value }) })),
      ),
    authPassword: step => type(step, t('The password'), longEnough, authPassword => put({ authPassword })),
    privProtocol: step =>
      choose(
        step,
        t('How is it encrypted? The device’s settings say (often "privacy").'),
        privProtocols.map(([value, label]) => ({ label, value: put({ privProtocol: value }) })),
      ),
    privPassword: step =>
      type(step, t('The password for the encryption'), longEnough, privPassword => put({ privPassword })),
  };
}

const authProtocols = [
  ['sha256', 'SHA-256'],
  ['sha', 'SHA-1'],
  ['sha512', 'SHA-512'],
  ['sha384', 'SHA-384'],
  ['sha224', 'SHA-224'],
  ['md5', 'MD5'],
] as const;

const privProtocols = [
  ['aes', 'AES-128'],
  ['aes256b', 'AES-256 (Blumenthal)'],
  ['aes256r', 'AES-256 (Reeder)'],
  ['des', 'DES'],
] as const;

async function askName(draft: CredentialDraft, school: SchoolRow, step: number): Promise<Step<CredentialDraft>> {
  const { t } = vscode.l10n;
  const uses = (n: number) => (n === 1 ? t('{0} record uses it', n) : t('{0} records use it', n));
  const known = school.credentials.map(({ name, usedBy, snmp }) => ({
    label: name,
    description: uses(usedBy),
    value: { ...draft, name, ...(snmp === 'none' ? {} : { v: versions[snmp] }) },
  }));
  const other: Choice<CredentialDraft | undefined> = {
    label: `$(edit) ${t('Another name…')}`,
    value: undefined,
    alwaysShow: true,
  };
  if (known.length > 0) {
    const chosen = await choose(step, t('Which name, of those that the records use?'), [...known, other]);
    if (chosen.is !== 'value') return chosen;
    if (chosen.value !== undefined) return { is: 'value', value: chosen.value };
  }
  const typed = t('A name for it, as the record’s "credential" says it (not the password itself)');
  return type(step, typed, present, name => ({ ...draft, name: name.trim() }), false);
}

const versions = { v1: '1', v2c: '2c', v3: '3' } as const;

function choose<T>(step: number, placeholder: string, choices: readonly Choice<T>[]): Promise<Step<T>> {
  return askChoice({ title: vscode.l10n.t('Store Credential'), step, placeholder }, choices);
}

async function type(
  step: number,
  placeholder: string,
  check: (text: string) => string | undefined,
  put: (text: string) => CredentialDraft,
  secret = true,
): Promise<Step<CredentialDraft>> {
  const answer = await askText({ title: vscode.l10n.t('Store Credential'), step, placeholder, check, secret });
  return answer.is === 'value' ? { is: 'value', value: put(answer.value) } : answer;
}

function present(text: string): string | undefined {
  return text.trim() === '' ? vscode.l10n.t('This is needed.') : undefined;
}

function longEnough(text: string): string | undefined {
  return text.length < leastPassword
    ? vscode.l10n.t('SNMP v3 passwords have at least {0} characters.', leastPassword)
    : undefined;
}
