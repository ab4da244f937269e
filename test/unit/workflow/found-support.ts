/** What the tests of discovery share: a school, and devices as a look sees them. */
import type { SeenDevice, ToldIdentity } from '../../../server/model/seen-device.ts';
import { applyEdits } from '../../../server/model/text-edit.ts';
import type { Checker } from '../../../server/rules/checker.ts';
import type { FileChange } from '../../../server/workflow/changes.ts';
import { checkerOf, school } from '../engine/school.ts';

export const home = 'file:///school/school.fits.yaml';
export const network = 'kind: subnet\nid: devices\ntitle: Devices\ncidr: 192.168.10.0/24\n';
export const office = 'kind: location\nid: office\ntitle: Office\n';

export function seenAt(address: string, changes: Partial<SeenDevice> = {}): SeenDevice {
  return { address, ports: [], mac: '', vendor: '', name: '', ...changes };
}

export function told(changes: Partial<ToldIdentity> = {}): ToldIdentity {
  return {
    ...{
      sysDescr: '',
      sysObjectID: '1.3.6.1.4.1.8072.3.2.10',
      upSeconds: 1,
      sysContact: '',
      sysName: '',
      sysLocation: '',
    },
    ...{ snmp: 'v2c', credential: 'read', parts: [], printerSerial: '', upsMake: '', upsModel: '', mac: '' },
    ...{ firstDevice: '', ownModel: '', ownSerial: '' },
    ...changes,
  };
}

export function withSerial(serial: string, changes: Partial<ToldIdentity> = {}): ToldIdentity {
  return told({ parts: [{ serial, make: '', model: '' }], ...changes });
}

export function schoolWith(assets: string, more = ''): Checker {
  return checkerOf({
    [home]: school,
    'file:///school/network.fits.yaml': `${network}---\n${office}${more}`,
    ...(assets === '' ? {} : { 'file:///school/assets.fits.yaml': assets }),
  });
}

export function take(checker: Checker, files: readonly FileChange[]): void {
  for (const { file, before, edits } of files) checker.setFile(file, applyEdits(before, edits));
}

/** Codes of warnings and errors in all files. */
export function troubles(checker: Checker): string[] {
  return [...checker.estate.files.keys()].flatMap(file =>
    checker
      .inFile(file)
      .filter(({ finding }) => finding.severity !== 'information')
      .map(({ finding }) => `${finding.code} ${finding.message}`),
  );
}

export const asset = (id: string, lines: string): string =>
  `kind: asset\nid: ${id}\ntitle: ${id}\ntype: switch\nlocation: office\n${lines}`;
