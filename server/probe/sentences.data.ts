/**
 * FailureReason → words, in the manner of people.md, section 3: what was seen, then what to do.
 * `{device}`, `{address}` and `{credential}` are filled in by summary.ts.
 */
import type { FailureReason } from '../model/outcome.ts';

export interface ReasonWords {
  /** A few words for a table's cell: "no answer". */
  readonly short: string;
  /** The whole sentence when nothing could be asked, or nothing at all came back. */
  readonly said: string;
  readonly advice: string;
}

export const reasonWords: Readonly<Record<FailureReason, ReasonWords>> = {
  no_answer: {
    short: 'no answer',
    said: '{device} did not answer.',
    advice: 'Look at its power and its cable first.',
  },
  refused: {
    short: 'shut',
    said: '{device} is there, but what was asked for is switched off.',
    advice: 'Switch it on there if you need it.',
  },
  unreachable: {
    short: 'no way there',
    said: 'The network knows no way to {device} at {address}.',
    advice: 'Look at the switch or router between here and there, or correct the address.',
  },
  name_not_found: {
    short: 'name not found',
    said: 'No name server knows "{address}", so {device} could not be tried.',
    advice: 'Correct the name in the record, or write the address itself.',
  },
  bad_answer: {
    short: 'unusable answer',
    said: '{device} sent something that cannot be used.',
    advice: 'Restart it or update its software if this goes on.',
  },
  wrong_credential: {
    short: 'refuses the stored name',
    said: '{device} answers, but refuses SNMP: the stored name "{credential}" was not accepted.',
    advice: 'Store the name and password again, or put them right on the device.',
  },
  no_credential: {
    short: 'nothing stored that fits',
    said: 'Nothing that fits is stored on this computer as "{credential}", so SNMP was not asked.',
    advice: 'Store it with "FITS: Store Credential…".',
  },
  not_recorded: {
    short: 'not recorded',
    said: 'The record of {device} gives no address, so nothing could be tried.',
    advice: 'Write its address into the record.',
  },
  outside_networks: {
    short: 'outside your networks',
    said: '{address} is in none of your recorded networks, so nothing was sent.',
    advice: 'Record that network, or correct the address of {device}.',
  },
  documentation_address: {
    short: 'example address',
    said: '{address} is an address for examples in books, so nothing was sent.',
    advice: 'Write the real address of {device} into its record.',
  },
  not_loopback: {
    short: 'only this computer',
    said: 'Only this computer may be tried at the moment, so nothing was sent to {device}.',
    advice: 'Start without FITS_ONLY_LOOPBACK to reach the real network.',
  },
  not_mapped: {
    short: 'not in the demonstration',
    said: 'The demonstration network has nothing that stands for {device}, so nothing was sent.',
    advice: 'Add it to the setting fits.addressMap.',
  },
  not_trusted: {
    short: 'folder not trusted',
    said: 'I could not try: this folder is not trusted yet.',
    advice: 'Trust the folder if you know where it comes from, then try again.',
  },
  bad_name: {
    short: 'no usable address',
    said: '"{address}" is not the address or name of one device, so nothing was sent.',
    advice: 'Correct the address of {device}.',
  },
  cancelled: {
    short: 'stopped',
    said: '{device} was not tried to the end, because you stopped.',
    advice: 'Try again when you like.',
  },
  cannot_run: {
    short: 'could not be tried',
    said: '{device} could not be tried: this computer lacks what is needed, or did not allow it.',
    advice: 'The details say what was missing.',
  },
};
