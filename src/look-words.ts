import type { FreshDevice, LookAnswer, NetworkRow } from '../server/protocol/discovery.ts';
import { counted, type Translate } from './translate.ts';

/** A network that was chosen. */
export type ChosenNetwork = Pick<NetworkRow, 'cidr' | 'title' | 'origin' | 'addresses'>;

function addressCount(t: Translate, addresses: number): string {
  return counted(t, addresses, '{0} address', '{0} addresses');
}

/** "You are on 192.168.10.0/24", or the recorded title. */
export function networkLabel(t: Translate, { origin, cidr, title }: ChosenNetwork): string {
  if (origin === 'own') return t('You are on {0}', cidr);
  return origin === 'recorded' && title !== '' ? title : cidr;
}

export function networkDescription(t: Translate, row: NetworkRow): string {
  const addresses = addressCount(t, row.addresses);
  if (row.origin === 'own') return t('{0} · this computer is {1}', addresses, row.address);
  if (row.origin === 'demonstration')
    return t('{0} · the demonstration network (simulated on this computer)', addresses);
  return t('{0} · {1} · recorded', row.cidr, addresses);
}

/** More addresses than a /22 holds: that takes long enough to be said. */
const wide = 1_022;

/** What is sent, and to where: all that a person consents to. */
export function consentWords(t: Translate, networks: readonly ChosenNetwork[], credential: string): string {
  const total = networks.reduce((sum, { addresses }) => sum + addresses, 0);
  const where = networks.map(({ cidr }) => cidr).join(', ');
  const snmp =
    credential === ''
      ? t('No password is sent.')
      : t('Each is also asked by SNMP who it is, with the stored name "{0}".', credential);
  return [
    t(
      'This computer asks each of the {0} of {1} whether something is there: it tries ten ports, and a ping where those are silent.',
      addressCount(t, total),
      where,
    ),
    snmp,
    ...(networks.every(({ origin }) => origin === 'demonstration')
      ? []
      : [t('The name server is asked what those that answer are called.')]),
    t('Nothing on any device is changed.'),
    ...(total > wide ? [t('So many take about a minute.')] : []),
  ].join(' ');
}

/** Below the answer "yes": what is written into the records. */
export function recordedWords(t: Translate, networks: readonly ChosenNetwork[]): string {
  const fresh = networks.filter(({ origin }) => origin !== 'recorded');
  if (fresh.length === 0) return t('Nothing is recorded yet: you choose from what is found.');
  return counted(
    t,
    fresh.length,
    'The network becomes one of the school’s. Devices are recorded when you choose them.',
    '{0} networks become the school’s. Devices are recorded when you choose them.',
  );
}

/** Above the list of devices. */
export function listWords(t: Translate, { fresh, recorded, cancelled }: LookAnswer): string {
  const newOnes = counted(t, fresh.length, '{0} device is new', '{0} devices are new');
  const known = counted(t, recorded, '{0} is recorded already', '{0} are recorded already');
  const sentence = t('{0}, {1}. Untick what you do not want.', newOnes, known);
  return cancelled ? t('Stopped before the end. {0}', sentence) : sentence;
}

/** Where there is nothing to choose from. */
export function nothingNew(t: Translate, { recorded, passing, cancelled }: LookAnswer): string {
  const sentence =
    recorded === 0 && passing === 0
      ? t('Nothing answered. Either nothing is switched on there, or this computer cannot reach that network.')
      : counted(
          t,
          recorded,
          'Nothing new: {0} device answered, and it is recorded already.',
          'Nothing new: {0} devices answered, and all are recorded already.',
        );
  return [
    cancelled ? t('Stopped before the end. {0}', sentence) : sentence,
    ...(passing > 0 ? [passingWords(t, passing)] : []),
  ].join(' ');
}

function passingWords(t: Translate, passing: number): string {
  return counted(
    t,
    passing,
    '{0} more has only an address that is handed out, so it could not be told again.',
    '{0} more have only addresses that are handed out, so they could not be told again.',
  );
}

export function deviceDescription({ typeLabel, make, address }: FreshDevice): string {
  return [typeLabel, make, address].filter(part => part !== '').join(' · ');
}

export function recordLabel(t: Translate, devices: number): string {
  return counted(t, devices, 'Record {0} device', 'Record {0} devices');
}
