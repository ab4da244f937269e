import * as vscode from 'vscode';
import { listSchools, type SchoolRow } from '../server/protocol/base.ts';
import type { RecordChanges } from '../server/protocol/changes.ts';
import {
  lookAtNetworks,
  recordDevices,
  recordNetworks,
  type FreshDevice,
  type LookAnswer,
  type LookParams,
  type RecordDevicesParams,
  type RecordNetworksAnswer,
  type RecordNetworksParams,
} from '../server/protocol/discovery.ts';
import { applyChanges, type Applied } from './apply-changes.ts';
import { askWithProgress } from './ask-with-progress.ts';
import { chooseSchool } from './choose-school.ts';
import { asChosen, askLook, knownNetworks, readNetwork, type LookPlan } from './look-steps.ts';
import { deviceDescription, listWords, nothingNew, recordLabel, type ChosenNetwork } from './look-words.ts';
import { untilReady } from './running.ts';
import { askChoice, askChoices } from './steps.ts';
import type { Tools } from './tools.ts';
import { trustedOrTold } from './trust.ts';

/** From a link or a test, which have asked themselves; from the palette there is none. */
export interface LookArgument {
  readonly school?: string;
  /** Ranges: 192.168.10.0/24. */
  readonly networks?: readonly string[];
  /** Name of a stored password to try. */
  readonly credential?: string;
  /** The caller has the person's consent, and all that is new is to be recorded. */
  readonly yes?: true;
}

/** What came of it, for whoever called. */
export interface Looked {
  readonly found: LookAnswer;
  readonly recorded: number;
  /** The way back of what was recorded of devices. */
  readonly undo: Applied['undo'];
}

/** Who is in the school's networks? What is new becomes records, as far as the person wants it. */
export async function lookAtMyNetwork(tools: Tools, argument: unknown): Promise<Looked | undefined> {
  if (!(await trustedOrTold()) || !(await untilReady(tools.link))) return undefined;
  const wish = (typeof argument === 'object' && argument !== null ? argument : {}) as LookArgument;
  const school = await schoolFor(tools, wish.school);
  const plan = school && (await planFor(tools, school, wish));
  if (!plan || !(await recordThem(tools, school.id, plan))) return undefined;
  const found = await look(tools, school.id, plan);
  return found && takeFound(tools, school.id, found, wish);
}

async function takeFound(
  tools: Tools,
  school: string,
  found: LookAnswer,
  wish: LookArgument,
): Promise<Looked | undefined> {
  if (found.sentence !== '' || found.fresh.length === 0) {
    tellNothing(found);
    return { found, recorded: 0, undo: () => Promise.resolve(true) };
  }
  const chosen = wish.yes ? { devices: found.fresh, review: false } : await chooseDevices(found);
  return chosen && recordChosen(tools, school, found, chosen);
}

async function schoolFor({ link }: Tools, id: string | undefined): Promise<SchoolRow | undefined> {
  if (id === undefined) return chooseSchool(link, vscode.l10n.t('Whose network should be looked at?'));
  const schools = (await link.ask<readonly SchoolRow[]>(listSchools, {})) ?? [];
  return schools.find(school => school.id === id);
}

/** The person's answers, or what the caller brings where it has the consent already. */
async function planFor(tools: Tools, school: SchoolRow, wish: LookArgument): Promise<LookPlan | undefined> {
  if (!wish.yes || wish.networks === undefined) return askLook(tools, school);
  const known = await knownNetworks(tools.link, school.id);
  const networks: ChosenNetwork[] = [];
  for (const typed of wish.networks) {
    const row = known.find(({ cidr }) => cidr === typed);
    const checked = row ? undefined : await readNetwork(tools.link, { school: school.id, typed });
    if (checked?.ok === false) {
      void vscode.window.showWarningMessage(checked.sentence);
      return undefined;
    }
    if (row) networks.push(row);
    else if (checked) networks.push(asChosen(checked));
  }
  return { networks, credential: wish.credential ?? '' };
}

/** The networks become the school's before anything is sent to them. False where that was not possible, which is told. */
async function recordThem({ link }: Tools, school: string, { networks, credential }: LookPlan): Promise<boolean> {
  const { t } = vscode.l10n;
  const params: RecordNetworksParams = {
    school,
    credential,
    networks: networks.map(({ cidr, origin }) => ({
      cidr,
      title: origin === 'demonstration' ? t('Demonstration network {0}', cidr.split('/')[0] ?? cidr) : '',
    })),
  };
  const ask = () => link.ask<RecordNetworksAnswer>(recordNetworks, params);
  const answer = await ask();
  if (answer === undefined) return false;
  if (!answer.ok) {
    void vscode.window.showWarningMessage(answer.sentence);
    return false;
  }
  const again = async (): Promise<RecordChanges | undefined> => {
    const fresh = await ask();
    return fresh?.ok ? fresh.changes : undefined;
  };
  const label = networks.length === 1 ? t('Record the network') : t('Record the networks');
  return (await applyChanges(answer.changes, { label, again })) !== undefined;
}

function look({ link }: Tools, school: string, { networks, credential }: LookPlan): Promise<LookAnswer | undefined> {
  const params: LookParams = { school, credential, networks: networks.map(({ cidr }) => cidr) };
  const stopped: LookAnswer = { fresh: [], recorded: 0, passing: 0, cancelled: true, sentence: '' };
  const title = vscode.l10n.t('Looking at {0}', params.networks.join(', '));
  return askWithProgress(link, { title, method: lookAtNetworks, params, stopped });
}

function tellNothing(found: LookAnswer): void {
  if (found.sentence !== '') void vscode.window.showWarningMessage(found.sentence);
  else void vscode.window.showInformationMessage(nothingNew(vscode.l10n.t, found));
}

interface Chosen {
  readonly devices: readonly FreshDevice[];
  /** Every change is to be looked at first. */
  readonly review: boolean;
}

/** The list of what is new, all ticked; then how it is to be recorded. */
async function chooseDevices(found: LookAnswer): Promise<Chosen | undefined> {
  const { t } = vscode.l10n;
  const title = t('Look at My Network');
  for (;;) {
    const ticked = await askChoices(
      { title, step: 1, placeholder: listWords(t, found) },
      found.fresh.map(device => ({
        label: device.title,
        description: deviceDescription(device),
        detail: device.evidence,
        picked: true,
        value: device,
      })),
    );
    if (ticked.is !== 'value') return undefined;
    const devices = ticked.value;
    const answer = await askChoice({ title, step: 2, placeholder: t('They become records of the school.') }, [
      { label: recordLabel(t, devices.length), value: false },
      { label: t('Look at each change first'), value: true },
    ]);
    if (answer.is === 'end') return undefined;
    if (answer.is === 'value') return { devices, review: answer.value };
  }
}

async function recordChosen(
  { link }: Tools,
  school: string,
  found: LookAnswer,
  { devices, review }: Chosen,
): Promise<Looked | undefined> {
  const params: RecordDevicesParams = { school, devices: devices.flatMap(({ seen }) => seen) };
  const again = () => link.ask<RecordChanges>(recordDevices, params);
  const changes = await again();
  if (changes === undefined) return undefined;
  const label = recordLabel(vscode.l10n.t, devices.length);
  const applied = await applyChanges(changes, { label, review, again });
  if (applied === undefined) return undefined;
  void tell(devices.length, changes, applied);
  return { found, recorded: devices.length, undo: applied.undo };
}

const tableCommand = 'fits.table.open';

async function tell(devices: number, changes: RecordChanges, applied: Applied): Promise<void> {
  const { t } = vscode.l10n;
  const [table, undo] = [t('Open Table'), t('Undo')];
  const files = changes.files.map(({ uri }) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri))).join(', ');
  const sentence =
    devices === 1 ? t('1 device is recorded in {0}.', files) : t('{0} devices are recorded in {1}.', devices, files);
  const hasTable = (await vscode.commands.getCommands(true)).includes(tableCommand);
  const answer = await vscode.window.showInformationMessage(sentence, ...(hasTable ? [table] : []), undo);
  if (answer === table) await vscode.commands.executeCommand(tableCommand);
  if (answer !== undo || (await applied.undo())) return;
  void vscode.window.showWarningMessage(
    t('The file has changed since, so nothing was taken back. Undo it in the file itself.'),
  );
}
