import { isKind, isWritten, spanAt } from '../../estate/record.ts';
import { example } from '../examples.ts';
import { setField } from '../fix.ts';
import type { Rule } from '../rule.ts';

const licence = (proof: string) =>
  example('licence', 'LIC-01', 'Antivirus', {
    metric: 'device',
    bought: '100',
    installed: '96',
    counted: '2026-09-12',
    proof,
  });

export const cfg012: Rule = {
  code: 'CFG-012',
  kind: 'licence',
  title: 'Of every licence in use somebody can show the proof',
  why: 'When the maker asks, only the order or the contract counts, not what was paid long ago by somebody who has left.',
  bad: licence(''),
  good: licence('PO-24-017'),
  cases: { none: 'warning' },
  *check(record) {
    if (!isKind(record, 'licence') || isWritten(record, 'proof')) return;
    const { installed = 0, model } = record.values;
    if (installed === 0 || model === 'free') return;
    yield {
      ...spanAt(record, ['installed']),
      case: 'none',
      message: `${installed === 1 ? 'One is' : `${installed} are`} in use, and nothing says where the proof is that they were bought. Write where the order or the contract is kept, never the key itself.`,
      fixes: () => setField(record, ['proof'], 'unknown', 'Add the line proof: unknown for now'),
    };
  },
};
