import type { Estate } from '../../estate/estate.ts';
import type { Use } from '../../estate/interpret.ts';
import type { RecordEntry } from '../../estate/record.ts';
import type { RecordFix } from '../../model/finding.ts';
import { listed, nearest, plainForm } from '../../model/words.ts';
import { declarationOf, type KindName } from '../../records/index.ts';
import { roleFunctions } from '../../records/vocabulary.data.ts';
import { replace } from '../fix.ts';
import { newRecordFix } from '../new-record.ts';
import type { Rule } from '../rule.ts';

export const gen003: Rule = {
  code: 'GEN-003',
  title: 'What a record names is recorded',
  why: 'A name that leads nowhere hides what depends on what: the place to go to, the supplier to ring.',
  bad: 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: Room 7\n',
  good: 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: room-7\n---\nkind: location\nid: room-7\ntitle: Room 7\n',
  cases: { missing: 'error' },
  *check(record, estate) {
    for (const use of record.understood.uses) {
      if (estate.find(use.text, record.file).length > 0 || mayStandElsewhere(use, record, estate)) continue;
      const what = wordFor(use);
      yield {
        start: use.start,
        end: use.end,
        case: 'missing',
        message: `There is no ${what} called “${use.text}” yet.`,
        fixes: () => fixesFor(use, record, estate),
      };
    }
  },
};

function mayStandElsewhere(use: Use, record: RecordEntry, estate: Estate): boolean {
  const declared = use.to.map(declarationOf);
  // Kinds that a later version declares cannot be known to be missing.
  if (declared.some(kind => kind === undefined)) return declared.every(kind => kind === undefined);
  const shared = estate.schoolFolderOf(record.file) === undefined;
  if (shared && use.to.includes('role') && Object.hasOwn(roleFunctions, use.text)) return true;
  return estate.mayBeAbove && declared.some(kind => kind?.shared);
}

export function wordFor(use: Use): string {
  return listed(
    use.to.map(kind => (declarationOf(kind)?.label ?? kind).toLowerCase()),
    'or',
  );
}

function fixesFor(use: Use, record: RecordEntry, estate: Estate): RecordFix[] {
  const candidates = use.to.flatMap(kind => (declarationOf(kind) ? estate.ofKind(kind as KindName, record.file) : []));
  const wanted = plainForm(use.text);
  const byTitle =
    candidates.find(other => plainForm(other.title) === wanted) ??
    candidates.find(other => plainForm(other.title).startsWith(wanted));
  const nearId = nearest(
    use.text,
    candidates.map(other => other.id),
  );
  const nearTitle = nearest(
    use.text,
    candidates.map(other => other.title),
  );
  const meant =
    byTitle ?? candidates.find(other => other.id === nearId) ?? candidates.find(other => other.title === nearTitle);
  const fixes: RecordFix[] = [];
  if (meant) fixes.push(replace(use, meant.id, `Use ${meant.id}${meant.title ? ` (${meant.title})` : ''}`, true));
  const [kind] = use.to;
  const create = kind === undefined ? undefined : newRecordFix(use, kind, record, estate);
  return create ? [...fixes, create] : fixes;
}
