/**
 * Asset type → the few TCP ports that tell most about such a device, with the names a technician uses for them.
 * Source of the numbers: IANA service name and port number registry.
 */
export interface KnownPort {
  readonly port: number;
  readonly name: string;
}

const webPage: KnownPort = { port: 80, name: 'web page' };
const secureWebPage: KnownPort = { port: 443, name: 'secure web page' };
const commandLine: KnownPort = { port: 22, name: 'remote command line' };
const sharedFiles: KnownPort = { port: 445, name: 'shared files' };
const remoteDesktop: KnownPort = { port: 3389, name: 'remote desktop' };
const printing: KnownPort = { port: 9100, name: 'printing' };
const internetPrinting: KnownPort = { port: 631, name: 'internet printing' };
const video: KnownPort = { port: 554, name: 'video stream' };
const telephony: KnownPort = { port: 5060, name: 'telephone calls' };

const networkDevice = [secureWebPage, commandLine];
const computer = [sharedFiles, remoteDesktop];

export const portsByType: Readonly<Record<string, readonly KnownPort[]>> = {
  server: computer,
  virtual_machine: computer,
  laptop: computer,
  desktop: computer,
  storage: [sharedFiles, secureWebPage],
  switch: networkDevice,
  router: networkDevice,
  firewall: networkDevice,
  access_point: networkDevice,
  wireless_controller: networkDevice,
  printer: [printing, internetPrinting, webPage],
  ups: [secureWebPage],
  nvr: [video, webPage],
  camera: [video, webPage],
  door_entry: [secureWebPage],
  telephone: [telephony, webPage],
  // No packet beyond ping: tablets sleep, and the rest have no address that means anything to TCP.
  tablet: [],
  circuit: [],
  backup_media: [],
  cabinet: [],
};

/** For types that the table does not know. */
export const usualPorts: readonly KnownPort[] = [secureWebPage, webPage];

/** Port → its name, of every port that is ever tried. */
export const portNames: Readonly<Record<number, string>> = Object.fromEntries(
  [
    ...[secureWebPage, webPage, commandLine, sharedFiles, remoteDesktop, printing, internetPrinting, video, telephony],
    { port: 8080, name: 'second web page' },
  ].map(({ port, name }) => [port, name]),
);
