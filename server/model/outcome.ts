/**
 * What the world did (architecture.md, "Errors: three kinds"): a probe, a program or a file never throws because
 * a device is down. It ends in an Outcome, which is shown as a result.
 */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly milliseconds: number }
  | { readonly ok: false; readonly reason: FailureReason; readonly detail: string };

/** Why something could not be had. Each has its sentence in `server/probe/sentences.data.ts`. */
export type FailureReason =
  | 'no_answer' // sent, and nothing came back in time
  | 'refused' // the device answered: this port is shut
  | 'unreachable' // the network says that there is no way there
  | 'name_not_found' // a host name that no name server knows
  | 'bad_answer' // something came back that is not what was asked for
  | 'wrong_credential' // it answers, but not to this name and password
  | 'no_credential' // the record names a credential that is not stored on this computer
  | 'not_recorded' // the record gives no address, or says that it speaks no SNMP
  | 'outside_networks' // the address lies in none of the recorded networks: nothing was sent
  | 'documentation_address' // an address of the documentation ranges, unmapped: nothing was sent
  | 'not_loopback' // FITS_ONLY_LOOPBACK is set: nothing was sent
  | 'not_mapped' // the address map has this device but not this port: nothing was sent
  | 'not_trusted' // the folder is not trusted: nothing was sent
  | 'bad_name' // neither an address nor a host name: nothing was sent
  | 'cancelled'
  | 'cannot_run'; // a program or a file that is needed is missing, or this computer refused

/** What a probe needs to know of a device. All of it comes from its record. */
export interface ProbeTarget {
  /** The school's id: the key of its stored credentials. */
  readonly school: string;
  readonly id: string;
  readonly title: string;
  /** The asset type (`switch`, `printer` …): decides which TCP ports are tried. */
  readonly type: string;
  /** The recorded address: IPv4, IPv6 or a host name. Empty = none recorded. */
  readonly address: string;
  readonly snmp: 'none' | 'v1' | 'v2c' | 'v3';
  /** Name of a stored secret, or empty. */
  readonly credential: string;
}

/** Where packets may go (precise.md 1). */
export interface ProbeGuard {
  readonly trusted: boolean;
  /** CIDR of the school's `subnet` records and of `fits.allowedSubnets`. */
  readonly networks: readonly string[];
  readonly addressMap: AddressMap;
  /** FITS_ONLY_LOOPBACK=1: nothing outside 127.0.0.0/8, whatever else is allowed. */
  readonly onlyLoopback: boolean;
}

/** `fits.addressMap`: recorded address → where the demonstration network stands for it. Targets are loopback only. */
export type AddressMap = Readonly<Record<string, MappedAddress>>;
export interface MappedAddress {
  readonly to: string;
  /** `udp/161` or `tcp/443` → the port there. A port that is not listed is refused. */
  readonly ports?: Readonly<Record<string, number>>;
  /** `udp/1162`: the simulator's echo port that stands for ping. */
  readonly icmp?: string;
}

/** A stored secret (precise.md 14). Never logged, never in a report. */
export type Credential =
  | { readonly v: '1' | '2c'; readonly community: string }
  | {
      readonly v: '3';
      readonly user: string;
      readonly level: 'noAuthNoPriv' | 'authNoPriv' | 'authPriv';
      readonly auth?: {
        readonly protocol: 'md5' | 'sha' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
        readonly password: string;
      };
      readonly priv?: { readonly protocol: 'des' | 'aes' | 'aes256b' | 'aes256r'; readonly password: string };
      readonly context?: string;
    };

export interface PingAnswer {
  readonly sent: number;
  readonly received: number;
  /** Milliseconds; null when nothing came back. */
  readonly least: number | null;
  readonly mean: number | null;
  readonly most: number | null;
  /** True when the demonstration network answered in place of the system's ping. */
  readonly simulated: boolean;
}

export interface PortAnswer {
  readonly port: number;
  /** Plain name: "web page", "remote desktop". */
  readonly name: string;
  /** A refused port is an answer too: the device is alive. */
  readonly outcome: Outcome<{ readonly open: boolean }>;
}

/** SNMP system group, 1.3.6.1.2.1.1.{1..6}.0 */
export interface SystemGroup {
  readonly sysDescr: string;
  readonly sysObjectID: string;
  /** Seconds since the agent started (from sysUpTime, which wraps after 497 days). */
  readonly upSeconds: number;
  readonly sysContact: string;
  readonly sysName: string;
  readonly sysLocation: string;
}

/** ok: everything that was asked answered. warning: alive, but something does not answer. down: nothing answered. unknown: nothing could be asked. */
export type DeviceState = 'ok' | 'warning' | 'down' | 'unknown';

export interface DeviceReport {
  readonly target: ProbeTarget;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly milliseconds: number;
  readonly state: DeviceState;
  /** One or two sentences in plain words: what was seen and what to do. */
  readonly summary: string;
  readonly ping: Outcome<PingAnswer>;
  readonly ports: readonly PortAnswer[];
  readonly snmp: Outcome<SystemGroup>;
}
