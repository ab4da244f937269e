import type { SystemGroup } from './outcome.ts';

/** What a look at a network saw at one address: facts only, what they mean is guessed elsewhere. Texts of devices are theirs: any words. */
export interface SeenDevice {
  /** The address as it would be recorded. */
  readonly address: string;
  /** Open TCP ports with their plain names. */
  readonly ports: readonly { readonly port: number; readonly name: string }[];
  /** Its hardware address, in pairs with colons, as this computer's own table has it; empty where another network lies between. */
  readonly mac: string;
  /** Who made that, by the first digits of it; empty when not known. */
  readonly vendor: string;
  /** What a name server calls the address; empty when it does not. */
  readonly name: string;
  /** What it says of itself, where it answered SNMP. */
  readonly told?: ToldIdentity;
}

/** What a device says of itself by SNMP. Texts that it does not give are empty. */
export interface ToldIdentity extends SystemGroup {
  readonly snmp: 'v1' | 'v2c' | 'v3';
  /** Name of the stored password that it answered to. */
  readonly credential: string;
  /** Its parts, the whole first (ENTITY-MIB). */
  readonly parts: readonly { readonly serial: string; readonly make: string; readonly model: string }[];
  /** Printer-MIB. */
  readonly printerSerial: string;
  /** UPS-MIB. */
  readonly upsMake: string;
  readonly upsModel: string;
  /** Hardware address of its first port, in pairs with colons. */
  readonly mac: string;
  /** The first device that it lists (HOST-RESOURCES-MIB): of a printer, its model. */
  readonly firstDevice: string;
  /** What its maker's own objects say. */
  readonly ownModel: string;
  readonly ownSerial: string;
}
