/**
 * Objects of makers that name model and serial number where the standard ones do not. Enterprise number (IANA) of sysObjectID → objects.
 * Sources: PowerNet-MIB (APC), FORTINET-CORE-MIB, BROTHER-MIB, SYNOLOGY-SYSTEM-MIB, UBNT-UniFi-MIB, MIKROTIK-MIB, CPQSINFO-MIB (HPE),
 * NETSWITCH-MIB (HP switches), IDRAC-MIB-SMIv2 (Dell).
 */
export interface OwnObjects {
  readonly model: readonly string[];
  readonly serial: readonly string[];
}

const synology: OwnObjects = {
  model: ['1.3.6.1.4.1.6574.1.5.1.0'],
  serial: ['1.3.6.1.4.1.6574.1.5.2.0'],
};
const ubiquiti: OwnObjects = { model: ['1.3.6.1.4.1.41112.1.6.3.3.0'], serial: [] };

export const ownObjects: Readonly<Record<string, OwnObjects>> = {
  '11': { model: [], serial: ['1.3.6.1.4.1.11.2.36.1.1.2.9.0'] },
  '232': { model: ['1.3.6.1.4.1.232.2.2.4.2.0'], serial: ['1.3.6.1.4.1.232.2.2.2.1.0'] },
  '318': { model: ['1.3.6.1.4.1.318.1.1.1.1.1.1.0'], serial: ['1.3.6.1.4.1.318.1.1.1.1.2.3.0'] },
  '674': { model: ['1.3.6.1.4.1.674.10892.5.1.3.12.0'], serial: ['1.3.6.1.4.1.674.10892.5.1.3.2.0'] },
  '2435': { model: [], serial: ['1.3.6.1.4.1.2435.2.3.9.4.2.1.5.5.1.0'] },
  '6574': synology,
  '12356': { model: [], serial: ['1.3.6.1.4.1.12356.100.1.1.1.0'] },
  '14988': { model: [], serial: ['1.3.6.1.4.1.14988.1.1.7.3.0'] },
  '41112': ubiquiti,
  // Net-SNMP, the agent of Linux: many makers use it and leave its number as it is.
  '8072': {
    model: [...synology.model, ...ubiquiti.model],
    serial: synology.serial,
  },
};
