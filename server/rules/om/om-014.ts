import type { Estate } from '../../estate/estate.ts';
import { isKind, nameOf, spanAt, type RecordEntry } from '../../estate/record.ts';
import { listed } from '../../model/words.ts';
import { example, together } from '../examples.ts';
import type { Rule } from '../rule.ts';

const access = (mfa: string) =>
  together(
    example('remote_access', 'RMA-01', 'Remote help for the doors', {
      who: 'SUP-01',
      how: 'Browser',
      mfa,
      logged: 'yes',
    }),
    example('supplier', 'SUP-01', 'Example Doors', { support_phone: '01632 960001' }),
  );

export const om014: Rule = {
  code: 'OM-014',
  kind: 'remote_access',
  title: 'A supplier’s way in asks for a second proof, and leaves a trace',
  why: 'A supplier’s password opens many schools, so it is worth stealing; and the school must be able to see who was in.',
  bad: access('no'),
  good: access('yes'),
  cases: { open: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'remote_access')) return;
    const who = estate.named(record.values.who, record.file);
    if (!who || !isOutside(who, estate)) return;
    const { mfa, logged } = record.values;
    const lacks = [mfa === false ? 'without a second proof' : '', logged === false ? 'without a trace' : ''].filter(
      Boolean,
    );
    if (lacks.length === 0) return;
    yield {
      ...spanAt(record, [mfa === false ? 'mfa' : 'logged']),
      case: 'open',
      message: `${nameOf(who)} can come in from outside ${listed(lacks)}. Ask them to change that, or open this way only while you have asked for help.`,
    };
  },
};

/** A firm, or a post that a firm holds. */
function isOutside(record: RecordEntry, estate: Estate): boolean {
  if (isKind(record, 'supplier')) return true;
  if (!isKind(record, 'role')) return false;
  return (
    record.values.function === 'service_provider' ||
    isKind(estate.named(record.values.held_by, record.file), 'supplier')
  );
}
