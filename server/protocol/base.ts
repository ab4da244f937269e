/** Typed requests and notifications between the language server and the extension. Types and constants only. */
import type { AddressMap, Credential, DeviceReport, DeviceState } from '../model/outcome.ts';

/** initializationOptions (precise.md 2). */
export interface InitializationOptions {
  readonly today?: string;
  /** Absent = false: an untrusted folder gets the language features and not one packet. */
  readonly trusted?: boolean;
  readonly addressMap?: AddressMap;
  readonly allowedSubnets?: readonly string[];
  readonly rules?: Readonly<Record<string, string>>;
  /** The client has the command `fits.rule.explain`: codes of findings are links to it. Absent: to the page of rules beside the server. */
  readonly ruleLinks?: 'command';
}

/** client → server, notification with InitializationOptions: the folder became trusted, or the settings changed. */
export const settingsChanged = 'fits/settings';

/** server → client, notification: ask again for what you show. */
export const estateChanged = 'fits/changed';
export interface EstateChanged {
  readonly schools: number;
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly openProblems: number;
  /** YYYY-MM-DD while `fits.today` or the like sets it, else absent. */
  readonly pretendedToday?: string;
}

/** client → server, request: all assets, flat; the view groups and filters them. */
export const listAssets = 'fits/assets';
export interface AssetRow extends RecordPlace {
  readonly type: string;
  readonly typeLabel: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly criticality: string;
  readonly criticalityLabel: string;
  /** Id of the place, or empty; the title is what a person reads. */
  readonly location: string;
  readonly locationTitle: string;
  readonly address: string;
  /** Findings on this record. */
  readonly errors: number;
  readonly warnings: number;
  /** The last probe of this session, if any. */
  readonly checked?: { readonly state: DeviceState; readonly summary: string; readonly at: string };
}

/** client → server, request: all open problems, most urgent first. */
export const listProblems = 'fits/problems';
export interface ProblemRow extends RecordPlace {
  readonly priority: 'critical' | 'high' | 'medium' | 'low';
  readonly priorityLabel: string;
  readonly status: string;
  readonly statusLabel: string;
  /** Titles of the assets and services concerned. */
  readonly about: readonly string[];
  /** YYYY-MM-DD, or empty. */
  readonly logged: string;
}

/** Where a record stands. `range` is the id's value (0-based, UTF-16), or the record's first line. */
export interface RecordPlace {
  readonly school: string;
  readonly schoolTitle: string;
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
}

/** client → server, request with workDoneToken and cancellation: probe these assets (all with an address when `ids` is absent). */
export const probeDevices = 'fits/probe';
export interface ProbeParams {
  /** The school's id; empty = the only school there is. */
  readonly school: string;
  readonly ids?: readonly string[];
  /** Instead of ids: one address, which must lie in a recorded network. */
  readonly address?: string;
  readonly workDoneToken?: string | number;
}
export interface ProbeAnswer {
  readonly reports: readonly DeviceReport[];
  readonly cancelled: boolean;
  /** One sentence for all of it: "14 answer, 1 does not, 2 answer only in part." */
  readonly summary: string;
}

/** server → client, request: the value of a stored credential (precise.md 14). Its answer must never be logged. */
export const askCredential = 'fits/credential';
export interface CredentialParams {
  readonly school: string;
  readonly name: string;
}
export type CredentialAnswer = { readonly secret: Credential } | { readonly missing: true };

/** client → server, request: the schools and the credential names their records use (for Store Credential…, Check All Devices). */
export const listSchools = 'fits/schools';
export interface SchoolRow {
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  /** Number of assets with an address. */
  readonly devices: number;
  readonly credentials: readonly {
    readonly name: string;
    readonly usedBy: number;
    readonly snmp: 'v1' | 'v2c' | 'v3' | 'none';
  }[];
}

/** Commands that the server puts into code lenses and fixes; the extension registers them. */
export const commands = {
  probe: 'fits.device.probe',
} as const;
/** Argument of `fits.device.probe`. */
export interface ProbeCommandArgument {
  readonly school: string;
  readonly id: string;
}
