import type { DeviceState, FailureReason } from '../server/model/outcome.ts';

/** A device's state in two or three words. */
export const stateWords: Readonly<Record<DeviceState, string>> = {
  ok: 'answers',
  warning: 'answers in part',
  down: 'does not answer',
  unknown: 'could not be checked',
};

export const stateIcons: Readonly<Record<DeviceState, { readonly icon: string; readonly colour?: string }>> = {
  ok: { icon: 'pass', colour: 'testing.iconPassed' },
  warning: { icon: 'warning', colour: 'list.warningForeground' },
  down: { icon: 'error', colour: 'list.errorForeground' },
  unknown: { icon: 'question' },
};

/** Why something could not be had, for a line of the result. */
export const failureWords: Readonly<Record<FailureReason, string>> = {
  no_answer: 'no answer',
  refused: 'refused: the device is there, but this is shut',
  unreachable: 'the network has no way to this address',
  name_not_found: 'no name server knows this name',
  bad_answer: 'something answered, but not what was asked for',
  wrong_credential: 'it answers, but does not accept the stored name and password',
  no_credential: 'its name and password are not stored on this computer (use "Store Credential…")',
  not_recorded: 'not asked: the record does not say how',
  outside_networks: 'not asked: the address is in none of the recorded networks',
  documentation_address: 'not asked: this address is kept for examples and belongs to no device',
  not_loopback: 'not asked: only this computer may be asked here',
  not_mapped: 'not asked: the demonstration network does not have it',
  not_trusted: 'not asked: this folder is not trusted yet',
  bad_name: 'not asked: this is neither an address nor a name of a device',
  cancelled: 'stopped before it was asked',
  cannot_run: 'could not be tried on this computer',
};
