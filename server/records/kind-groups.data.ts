import type { AssetType } from './vocabulary.data.ts';

/** How a person finds a kind of record: the words that they use for it, and a title such as they would give one. */
export interface KindWords {
  readonly words: string;
  readonly example: string;
}

interface KindGroup {
  readonly title: string;
  readonly kinds: Readonly<Record<string, KindWords>>;
}

/** The kinds by what a person does, in the order in which New Record shows them. A kind that stands nowhere comes last. */
export const kindGroups: readonly KindGroup[] = [
  {
    title: 'Equipment and places',
    kinds: {
      asset: { words: 'equipment, a device, a line', example: 'Printer in the library' },
      location: { words: 'a room, a cupboard, a building', example: 'Class 7, KS2' },
      subnet: { words: 'a range of addresses', example: 'Network of the office' },
      link: { words: 'a cable, a fibre', example: 'Fibre from the office to KS1' },
      licence: { words: 'software, a subscription', example: 'Office programs for staff' },
      spare: { words: 'spare parts, toner, stock', example: 'Lamps for the projectors' },
      disposal: { words: 'thrown away, recycled, sold', example: 'Six laptops collected for recycling' },
    },
  },
  {
    title: 'Faults and changes',
    kinds: {
      problem: { words: 'a fault, something keeps failing', example: 'Wireless in the hall drops at lunch' },
      rfc: { words: 'a request, something to buy or alter', example: 'Replace the library switch' },
      standard_change: { words: 'work that is agreed once for all', example: 'Change a toner' },
    },
  },
  {
    title: 'Servicing',
    kinds: {
      maintenance_task: { words: 'a regular job, cleaning, tests', example: 'Clean the projector filters' },
      maintenance_log: { words: 'a job that was done or skipped', example: 'Filters cleaned in KS1' },
      audit: { words: 'counting the equipment, a stock check', example: 'Spring term audit' },
    },
  },
  {
    title: 'Services',
    kinds: {
      service: { words: 'e-mail, internet, printing, the register', example: 'Printing' },
      print_queue: { words: 'a printer as users see it', example: 'Office colour printer' },
      directory: { words: 'the users and computers of the network', example: 'Staff and pupil accounts' },
      job: { words: 'a task that a computer runs by itself', example: 'Nightly import of the class lists' },
    },
  },
  {
    title: 'Backups and recovery',
    kinds: {
      backup_job: { words: 'a backup, a copy of data', example: 'Nightly backup of the server' },
      restore_test: { words: 'trying to get something back', example: 'One file of the office got back' },
      media: { words: 'tapes, disks, sticks', example: 'Weekly disk A' },
      dr_plan: { words: 'what to do in a disaster', example: 'Recovery plan 2026/27' },
      recovery_procedure: { words: 'steps to get a service running again', example: 'Bring back the office files' },
      dr_test: { words: 'a rehearsal of the plan', example: 'Rehearsal in the autumn term' },
      risk: { words: 'something that may go wrong', example: 'Only one person can restore the server' },
    },
  },
  {
    title: 'Security and data',
    kinds: {
      update_status: { words: 'a security update, a patch', example: 'November updates of the server' },
      certificate: { words: 'the padlock of a web page', example: 'Certificate of the school’s web page' },
      firewall_rule: { words: 'what may come in from the internet', example: 'Remote help by the supplier' },
      remote_access: { words: 'working from outside the school', example: 'Supplier’s remote help' },
      account_review: { words: 'administrators, leavers', example: 'Administrators in the autumn term' },
      filtering_check: { words: 'a test of the web filter', example: 'Filtering test on pupils’ tablets' },
      data_set: { words: 'files, personal data', example: 'Pupil records' },
      volume: { words: 'a disk, a drive letter', example: 'Office files, drive D' },
      om_function: { words: 'who answers for a part of the work', example: 'Storage' },
    },
  },
  {
    title: 'People and suppliers',
    kinds: {
      role: { words: 'a post, never a person', example: 'ICT technician' },
      supplier: { words: 'a firm, a contract', example: 'Example Networks Ltd' },
    },
  },
  {
    title: 'School year and checks',
    kinds: {
      school: { words: 'the school itself', example: 'Exampleton Primary School' },
      calendar: { words: 'terms, holidays, training days', example: '2026/27' },
      monitoring_policy: { words: 'what is looked at regularly', example: 'Checks of all switches' },
      document: { words: 'a policy, a manual, a diagram', example: 'Plan of the network' },
    },
  },
];

/** Words for the sorts of equipment that their own name does not hold. */
export const assetTypeWords: Readonly<Partial<Record<AssetType, string>>> = {
  virtual_machine: 'VM',
  storage: 'NAS',
  firewall: 'web filter',
  router: 'modem',
  access_point: 'Wi-Fi, WAP',
  ups: 'battery',
  printer: 'photocopier, MFD',
  laptop: 'notebook, Chromebook, MacBook',
  desktop: 'PC, workstation, iMac',
  tablet: 'iPad',
  interactive_panel: 'whiteboard, smart board',
  telephone: 'phone, handset',
  nvr: 'CCTV',
  camera: 'CCTV, webcam',
  door_entry: 'access control, visitors',
  circuit: 'broadband, internet line',
  backup_media: 'tape, USB disk',
  cabinet: 'rack',
  cloud_service: 'hosted, online',
  other: 'visualiser, trolley, speaker',
};
