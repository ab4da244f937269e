/** Looking at the school's networks, and recording what is found. */
import type { SeenDevice } from '../model/seen-device.ts';
import type { RecordChanges } from './changes.ts';

/** client → server, request: the networks that may be looked at. */
export const listNetworks = 'fits/networks';
export interface NetworksParams {
  /** The school's id; empty = the only school there is. */
  readonly school: string;
}
export interface NetworkRow {
  readonly cidr: string;
  /** Of a recorded one its title; else empty. */
  readonly title: string;
  /** recorded: one of the school's. own: this computer is in it. demonstration: it is simulated on this computer. */
  readonly origin: 'recorded' | 'own' | 'demonstration';
  /** Of an own one: this computer's address in it. */
  readonly address: string;
  /** How many addresses would be tried; 0: it is too wide, or IPv6. */
  readonly addresses: number;
}

/** client → server, request: how many addresses a range that was typed holds, or what is wrong with it. */
export const checkNetwork = 'fits/networks/check';
export interface CheckNetworkParams {
  readonly school: string;
  readonly typed: string;
}
export type CheckedNetwork =
  /** `recorded`: it is part of a recorded network. */
  | { readonly ok: true; readonly cidr: string; readonly addresses: number; readonly recorded: boolean }
  | { readonly ok: false; readonly sentence: string };

/** client → server, request: the changes that record those of the networks which are not recorded yet. */
export const recordNetworks = 'fits/networks/record';
export interface RecordNetworksParams {
  readonly school: string;
  readonly networks: readonly { readonly cidr: string; readonly title: string }[];
  /** Name of a stored password that their devices may be asked with; empty: none. */
  readonly credential: string;
}
export type RecordNetworksAnswer =
  { readonly ok: true; readonly changes: RecordChanges } | { readonly ok: false; readonly sentence: string };

/** client → server, request with workDoneToken and cancellation: who is in these networks? They must be recorded. */
export const lookAtNetworks = 'fits/look';
export interface LookParams {
  readonly school: string;
  readonly networks: readonly string[];
  readonly credential: string;
  readonly workDoneToken?: string | number;
}
export interface LookAnswer {
  /** What was found and is not recorded. */
  readonly fresh: readonly FreshDevice[];
  readonly recorded: number;
  /** New ones that could not be known again, so nothing is proposed for them. */
  readonly passing: number;
  readonly cancelled: boolean;
  /** Why nothing was asked, or did not come to its end; else empty. */
  readonly sentence: string;
}
export interface FreshDevice {
  readonly id: string;
  readonly title: string;
  /** Empty where it is not known. */
  readonly typeLabel: string;
  readonly make: string;
  readonly address: string;
  /** One line: what the guess rests on. */
  readonly evidence: string;
  /** To be handed back in order to record it. */
  readonly seen: readonly SeenDevice[];
}

/** client → server, request: the changes that record these devices. */
export const recordDevices = 'fits/look/record';
export interface RecordDevicesParams {
  readonly school: string;
  readonly devices: readonly SeenDevice[];
}
