/** Choices that several kinds share. Each with the sentence a technician reads. */

export const assetTypes = {
  server: 'Server: runs services for everyone',
  virtual_machine: 'Virtual machine: a server inside another server',
  storage: 'Storage: a NAS or disk system',
  firewall: 'Firewall: stands between the school and the internet',
  router: 'Router: joins networks, often the supplier’s',
  switch: 'Switch: joins wired devices',
  access_point: 'Wireless access point',
  wireless_controller: 'Wireless controller: manages the access points',
  ups: 'UPS: keeps devices running for some minutes without mains',
  printer: 'Printer or copier',
  laptop: 'Laptop',
  desktop: 'Desktop computer',
  tablet: 'Tablet',
  interactive_panel: 'Interactive panel: the screen of a classroom',
  projector: 'Projector',
  telephone: 'Telephone',
  nvr: 'Camera recorder',
  camera: 'Camera',
  door_entry: 'Door entry or sign-in system',
  circuit: 'Line to the outside: leased line, broadband, 4G',
  backup_media: 'Backup disks or tapes',
  cabinet: 'Cabinet that holds equipment',
  cloud_service: 'Cloud service: runs at a supplier',
  other: 'Something else',
} as const;

export type AssetType = keyof typeof assetTypes;

const everyType = Object.keys(assetTypes) as AssetType[];

/** Groups of asset types (precise.md 3). */
export const typeGroups = {
  powered: everyType.filter(type => !['circuit', 'backup_media', 'cabinet', 'cloud_service'].includes(type)),
  network: [
    'firewall',
    'router',
    'switch',
    'access_point',
    'wireless_controller',
    'printer',
    'server',
    'storage',
    'ups',
    'nvr',
    'telephone',
  ],
  computer: ['server', 'virtual_machine', 'laptop', 'desktop', 'tablet'],
  endUser: ['laptop', 'desktop', 'tablet'],
  data: ['server', 'virtual_machine', 'laptop', 'desktop', 'tablet', 'storage', 'nvr', 'backup_media'],
} as const satisfies Record<string, readonly AssetType[]>;

export const criticalities = {
  critical: 'Whole school: everyone loses something when it fails',
  high: 'Several classes lose something when it fails',
  normal: 'One room loses something when it fails',
  low: 'One person loses something when it fails',
} as const;

export const impacts = {
  one_person: 'One person',
  one_room: 'One room',
  several_classes: 'Several classes',
  whole_school: 'Whole school: everyone loses it',
} as const;

export const roleFunctions = {
  ict_owner: 'ICT owner: answers for ICT in the school and approves changes before they are planned',
  deputy_ict_owner: 'Deputy of the ICT owner',
  final_approver: 'Final approver: has the last word, outside technical support (often the head teacher)',
  maintenance: 'Maintenance: the technician, all the work on the equipment',
  service_provider: 'Service provider: bought-in technical support',
  service_desk: 'Service desk: the one place to report a fault to',
  safeguarding: 'Safeguarding lead',
  data_protection: 'Data protection officer',
  users: 'Speaks for the users: staff, pupils',
  other: 'Another role',
} as const;

/** Types of check (records.md 3.1, decision 13: plain names). */
export const checkTypes = {
  ping: 'Ping: does it answer, and how fast',
  tcp: 'Port: does a program answer there',
  http: 'Web page: does it load, with the right text',
  certificate: 'Certificate: days until it ends',
  dns: 'Names: does the name server answer rightly',
  ntp: 'Clock: how far it is off',
  smb: 'Shared files: do they answer',
  ldap: 'Directory: does it answer',
  sip: 'Telephony: does it answer',
  rtsp: 'Camera picture: does it answer',
  uptime: 'Running since: was it restarted',
  disk: 'Disk: how full',
  memory: 'Memory: how full',
  cpu: 'Processor: how busy',
  interface: 'Port load: how busy',
  interface_errors: 'Port errors: damaged packets, often a bad cable',
  interface_state: 'Port state: joined or not',
  poe: 'Power over the network cable: how much is used',
  sensor: 'Sensor: temperature and the like',
  ups_runtime: 'UPS: minutes left without mains',
  ups_battery: 'UPS: battery charge',
  ups_load: 'UPS: load',
  printer_supply: 'Toner, ink and drums: how much is left',
  printer_state: 'Printer: jams, covers, service due',
  stp: 'Loop protection between switches: has it changed',
  inventory: 'Serial number, model and firmware: as recorded',
  lldp_neighbours: 'Neighbours: joined as recorded',
  dhcp_scope: 'Addresses handed out: how many are left',
  backup_age: 'Backup: how old the last good one is',
  filtering_test: 'Filtering test, done by a person',
  manual: 'A look or a test done by a person',
} as const;

/** The fields of operations management (FITS OM, after the functions of Microsoft's operations framework). */
export const omFunctions = {
  systems_administration: 'Who does which work: the support itself',
  security_administration: 'Security: who may do what, and how that is kept so',
  storage_management: 'Storage: data, where they are, how they are kept and got back',
  directory_services: 'Directory: the names of users and computers',
  network_administration: 'Network: addresses, names, wireless, ways in from outside',
  print_and_output: 'Printing',
  job_scheduling: 'Work that computers do by themselves, at its time',
  service_monitoring: 'Watching, and telling somebody',
} as const;
