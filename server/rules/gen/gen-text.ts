import type { Slip } from '../../yaml/node.ts';
import type { Remark, Rule } from '../rule.ts';

/** Rules on the text itself: the reader has found the slip, the rule names it. */
function slipRule(code: Slip['code'], title: string, why: string, bad: string, good: string): Rule {
  return {
    code,
    title,
    why,
    bad,
    good,
    cases: { slip: 'error' },
    firm: true,
    check: record => record.text.slips.filter(slip => slip.code === code).map(remarkOf),
  };
}

export function remarkOf(slip: Slip): Remark {
  const { start, end, message, severity, fixes } = slip;
  return { start, end, case: 'slip', message, severity, fixes };
}

export const gen012 = slipRule(
  'GEN-012',
  'The text can be read',
  'A slip in the writing – a missing space, an open quote, a tab – would hide what was meant. Nothing else is said of that place until it is mended.',
  'kind: location\nid: hall\ntitle: Printer #2 office\n',
  'kind: location\nid: hall\ntitle: "Printer #2 office"\n',
);

export const gen013 = slipRule(
  'GEN-013',
  'A record is lines of “name: value”',
  'Text that is no record would be kept and never read.',
  '- one\n- two\n',
  'kind: location\nid: hall\ntitle: Hall\n',
);

export const gen019 = slipRule(
  'GEN-019',
  'Each line’s name stands once in a record',
  'Of two values for one thing only one can be true.',
  'kind: location\nid: hall\ntitle: Hall\nbuilding: Main block\nbuilding: KS1 block\n',
  'kind: location\nid: hall\ntitle: Hall\nbuilding: Main block\n',
);

/** Reported per file by the engine, alone (precise.md 4). */
export const gen022 = slipRule(
  'GEN-022',
  'Two versions of a file are not left mixed',
  'Where two people changed the same lines, both versions stand in the file between marks. Until one is chosen, neither is true.',
  '<<<<<<< HEAD\nkind: location\n=======\nkind: asset\n>>>>>>> other\n',
  'kind: location\nid: hall\ntitle: Hall\n',
);
