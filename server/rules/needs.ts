import { headingOf, isWritten, spanAt, statusOf, type RecordEntry } from '../estate/record.ts';
import type { ChoiceField } from '../model/field.ts';
import { listed } from '../model/words.ts';
import { addKeys } from './fix.ts';
import { labelOf, missingFor } from './missing.ts';
import type { Remark, Rule } from './rule.ts';

interface Words extends Pick<Rule, 'code' | 'title' | 'why' | 'bad' | 'good'> {
  readonly kind?: string;
  /** The sentence, where the general one would not say what it means for the school. */
  readonly say?: (missing: string) => string;
  /** True: on the status that asks; false: on the record's heading. */
  readonly onStatus?: true;
}

/** A rule that reports what the record's present step asks for and the record does not have: one finding, naming all. */
export function needsRule({ say, onStatus, ...words }: Words): Rule {
  return {
    ...words,
    cases: { missing: 'error' },
    *check(record) {
      if (!record.id || !record.title) return; // GEN-001 speaks first
      const missing = missingFor(record, words.code);
      if (missing.length === 0) return;
      const named = listed(shortened(missing.map(path => `“${labelOf(record, path)}”`)));
      const remark: Remark = {
        ...(onStatus && isWritten(record, 'status') ? spanAt(record, ['status']) : headingOf(record)),
        case: 'missing',
        message: say ? say(named) : general(record, named),
        fixes: () =>
          addKeys(
            record,
            missing,
            missing.length === 1
              ? `Add the line ${missing[0]?.split('|')[0] ?? ''}`
              : `Add the ${missing.length} lines`,
          ),
      };
      yield remark;
    },
  };
}

/** Of a long list the first three, and how many more: a sentence, not a form. */
function shortened(labels: readonly string[]): readonly string[] {
  return labels.length <= 4 ? labels : [...labels.slice(0, 3), `${labels.length - 3} more`];
}

function general(record: RecordEntry, missing: string): string {
  const label = (record.declaration?.label ?? 'record').toLowerCase();
  const status = record.declaration?.fields['status'] as ChoiceField | undefined;
  const step =
    status && isWritten(record, 'status')
      ? `, now that it counts as “${status.choices[statusOf(record)] ?? statusOf(record)}”`
      : '';
  return `This ${label} still needs ${missing}${step}. Fill in what you know, and write unknown for the rest.`;
}
