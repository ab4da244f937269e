import { needsRule } from '../needs.ts';

const start = 'kind: problem\nid: PRB-2026-003\ntitle: Office printer jams\nassets: [PRN-01]\nimpact: one_room\n';
const worked = 'resolver: unknown\nmanager: unknown\nanalysis: Looked at it.\ntheory: Worn rollers.\n';
const printer = '---\nkind: asset\nid: PRN-01\ntitle: Printer\ntype: printer\nlocation: unknown\n';

/** The steps of a problem (FITS problem management): each rests on what the step before has found. */
export const problemSteps = [
  needsRule({
    code: 'PRB-001',
    kind: 'problem',
    title: 'A solved problem says what its cause was',
    why: 'Without the cause nobody knows whether it will come back.',
    bad: `${start}status: resolved\n${worked}root_cause_class: hardware\nresolution: Rollers replaced.\nresolved: 2026-09-24\n${printer}`,
    good: `${start}status: resolved\n${worked}root_cause: Worn feed rollers.\nroot_cause_class: hardware\nresolution: Rollers replaced.\nresolved: 2026-09-24\n${printer}`,
    onStatus: true,
    say: () =>
      'This problem counts as solved, but nobody wrote down what caused it. Add the cause, or it will be hunted again when it comes back.',
  }),
  needsRule({
    code: 'PRB-002',
    kind: 'problem',
    title: 'A closed problem says what mended it, when, and who confirmed it',
    why: 'The people who had the trouble decide whether it is over, not those who mended it.',
    bad: `${start}status: closed\n${worked}root_cause: Worn feed rollers.\nroot_cause_class: hardware\n${printer}`,
    good: `${start}status: closed\n${worked}root_cause: Worn feed rollers.\nroot_cause_class: hardware\nresolution: Rollers replaced.\nresolved: 2026-09-24\nclosed: 2026-10-02\nconfirmed_by: unknown\n${printer}`,
    onStatus: true,
    say: missing =>
      `This problem is closed without ${missing}. Ask those who had the trouble whether it is over, and write it down.`,
  }),
  needsRule({
    code: 'PRB-003',
    kind: 'problem',
    title: 'A known error has a way round it',
    why: 'Until the cause is removed, users need to know what they can do meanwhile.',
    bad: `${start}status: known_error\n${worked}root_cause: Worn feed rollers.\nroot_cause_class: hardware\n${printer}`,
    good: `${start}status: known_error\n${worked}root_cause: Worn feed rollers.\nroot_cause_class: hardware\nworkaround: Use tray 1.\n${printer}`,
    onStatus: true,
    say: () =>
      'The cause is known, but not what users can do until it is removed. Write the way round it – or, as workaround_none, why there is none.',
  }),
  needsRule({
    code: 'PRB-004',
    kind: 'problem',
    title: 'A known error names its cause',
    why: 'That the cause is known is what makes it one.',
    bad: `${start}status: known_error\n${worked}root_cause_class: hardware\nworkaround: Use tray 1.\n${printer}`,
    good: `${start}status: known_error\n${worked}root_cause: Worn feed rollers.\nroot_cause_class: hardware\nworkaround: Use tray 1.\n${printer}`,
    onStatus: true,
    say: () =>
      'The status says that the cause is known, but it is not written here. Add the cause, or put the status back to investigating.',
  }),
  needsRule({
    code: 'PRB-006',
    kind: 'problem',
    title: 'Somebody works on a problem',
    why: 'A problem that belongs to everybody is solved by nobody.',
    bad: `${start}status: assigned\nmanager: unknown\n${printer}`,
    good: `${start}status: assigned\nmanager: unknown\nresolver: unknown\n${printer}`,
    onStatus: true,
    say: () => 'Nobody is named who works on this problem. Name the role or the supplier that does.',
  }),
];
