import * as vscode from 'vscode';
import type { SchoolRow } from '../server/protocol/base.ts';
import {
  checkNetwork,
  listNetworks,
  type CheckedNetwork,
  type CheckNetworkParams,
  type NetworkRow,
  type NetworksParams,
} from '../server/protocol/discovery.ts';
import { consentWords, networkDescription, networkLabel, recordedWords, type ChosenNetwork } from './look-words.ts';
import type { ServerLink } from './server-link.ts';
import { askChoice, askChoices, askText, runSteps, type Choice, type Step } from './steps.ts';
import { storeFor } from './store-credential-command.ts';
import type { Tools } from './tools.ts';

/** What a person has agreed to. */
export interface LookPlan {
  readonly networks: readonly ChosenNetwork[];
  /** Name of the stored password to try; empty: none. */
  readonly credential: string;
}

interface Draft {
  readonly networks?: readonly ChosenNetwork[];
  /** "Another network…" was ticked, and is still to be typed. */
  readonly another?: true;
  readonly credential?: string;
  readonly agreed?: true;
}

/** Which network, which stored name, and the consent; undefined where it was left. */
export async function askLook(tools: Tools, school: SchoolRow): Promise<LookPlan | undefined> {
  const rows = (await knownNetworks(tools.link, school.id)).filter(({ addresses }) => addresses > 0);
  const names = await tools.credentials.names(school.id);
  const draft = await runSteps<Draft>({}, (state, step) => {
    const { networks, another, credential, agreed } = state;
    if (networks === undefined) return askNetworks(rows, step);
    if (another) return askAnother({ link: tools.link, school: school.id }, state, networks, step);
    if (credential === undefined) return askName({ tools, school }, state, names, step);
    return agreed ? undefined : askConsent(state, networks, step);
  });
  return draft?.networks && { networks: draft.networks, credential: draft.credential ?? '' };
}

export async function knownNetworks(link: ServerLink, school: string): Promise<readonly NetworkRow[]> {
  const params: NetworksParams = { school };
  return (await link.ask<readonly NetworkRow[]>(listNetworks, params)) ?? [];
}

/** A range as a person writes it, if it can be looked at. */
export function readNetwork(link: ServerLink, params: CheckNetworkParams): Promise<CheckedNetwork | undefined> {
  return link.ask<CheckedNetwork>(checkNetwork, params);
}

export function asChosen({ cidr, addresses, recorded }: Extract<CheckedNetwork, { ok: true }>): ChosenNetwork {
  return { cidr, addresses, title: '', origin: recorded ? 'recorded' : 'own' };
}

const title = (): string => vscode.l10n.t('Look at My Network');

function askNetworks(rows: readonly NetworkRow[], step: number): Promise<Step<Draft>> {
  const { t } = vscode.l10n;
  const order = { own: 0, demonstration: 1, recorded: 2 } as const;
  const sorted = rows.toSorted((a, b) => order[a.origin] - order[b.origin]);
  const [first] = sorted;
  const choices: Choice<NetworkRow | 'another'>[] = sorted.map(row => ({
    label: networkLabel(t, row),
    description: networkDescription(t, row),
    // What is likeliest meant is ticked: the network that this computer is in, else the first that there is.
    picked: row.origin === 'own' || row === first,
    value: row,
  }));
  choices.push({ label: t('Another network…'), description: t('typed as 192.168.10.0/24'), value: 'another' });
  const asking = { title: title(), step, placeholder: t('Which network? Several can be ticked.') };
  return askChoices(asking, choices).then(answer => {
    if (answer.is !== 'value') return answer;
    const networks = answer.value.filter(row => row !== 'another');
    const another = answer.value.includes('another');
    return { is: 'value', value: { networks, ...(another && { another }) } };
  });
}

async function askAnother(
  { link, school }: { readonly link: ServerLink; readonly school: string },
  draft: Draft,
  networks: readonly ChosenNetwork[],
  step: number,
): Promise<Step<Draft>> {
  const { t } = vscode.l10n;
  const placeholder = t('The range of the network: its first address and its length, such as 192.168.10.0/24');
  const { another: _, ...rest } = draft;
  for (;;) {
    const typed = await askText({ title: title(), step, placeholder, secret: false, check: hasText });
    if (typed.is !== 'value') return typed;
    const checked = await readNetwork(link, { school, typed: typed.value });
    if (checked?.ok) {
      return { is: 'value', value: { ...rest, networks: [...networks, asChosen(checked)] } };
    }
    if (checked === undefined) return { is: 'end' };
    void vscode.window.showWarningMessage(checked.sentence);
  }
}

function hasText(typed: string): string | undefined {
  return typed.trim() === '' ? vscode.l10n.t('Type the range, or press Escape.') : undefined;
}

interface Naming {
  readonly tools: Tools;
  readonly school: SchoolRow;
}

/** A name that is stored already, a new one, or none: then the devices tell less. */
async function askName(naming: Naming, draft: Draft, names: readonly string[], step: number): Promise<Step<Draft>> {
  const { t } = vscode.l10n;
  const none: Choice<string | undefined> = {
    label: t('None'),
    description: t('what devices say of themselves without a password is enough'),
    value: '',
  };
  const another: Choice<string | undefined> = {
    label: t('Store a name and password…'),
    description: t('devices that accept it also tell their model and serial number'),
    value: undefined,
  };
  const stored = names.map(name => ({ label: name, description: another.description ?? '', value: name }));
  const choices = names.length === 1 ? [...stored, none, another] : [none, ...stored, another];
  const placeholder = t('Which stored name may be tried on the devices by SNMP?');
  const answer = await askChoice({ title: title(), step, placeholder }, choices);
  if (answer.is !== 'value') return answer;
  const credential = answer.value ?? (await storeFor(naming.tools, naming.school));
  return credential === undefined
    ? askName(naming, draft, names, step)
    : { is: 'value', value: { ...draft, credential } };
}

function askConsent(draft: Draft, networks: readonly ChosenNetwork[], step: number): Promise<Step<Draft>> {
  const { t } = vscode.l10n;
  const prompt = consentWords(t, networks, draft.credential ?? '');
  const choices: Choice<Draft | 'no'>[] = [
    { label: t('Look at it now'), detail: recordedWords(t, networks), value: { ...draft, agreed: true } },
    { label: t('Not now'), detail: t('Nothing is sent, and nothing is recorded.'), value: 'no' },
  ];
  const asking = { title: title(), step, placeholder: t('May this be done?'), prompt };
  return askChoice(asking, choices).then(answer => {
    if (answer.is !== 'value') return answer;
    return answer.value === 'no' ? { is: 'end' } : { is: 'value', value: answer.value };
  });
}
