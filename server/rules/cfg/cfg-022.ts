import type { Use } from '../../estate/interpret.ts';
import { isKind, isRetired, nameOf, spanAt, statusOf, type RecordEntry } from '../../estate/record.ts';
import { isLiveService } from '../../facts/dependencies.ts';
import type { ChoiceField } from '../../model/field.ts';
import type { RecordFix } from '../../model/finding.ts';
import { sentenceCase } from '../../model/words.ts';
import { removeItem } from '../../yaml/edit.ts';
import { device, example, together } from '../examples.ts';
import { placeOf, type Rule } from '../rule.ts';

const school = (status: string) =>
  together(
    example('backup_job', 'BKP-01', 'Files to the old store', {
      protects: '[SRV-01]',
      target: 'NAS-01',
      interval_hours: '24',
      media: 'disk',
      copy_type: 'second_device',
      last_success: '2026-11-22',
      last_restore_test: '2026-10-12',
    }),
    device('SRV-01', 'Server', 'server'),
    device('NAS-01', 'Old store', 'storage', { status }),
  );

export const cfg022: Rule = {
  code: 'CFG-022',
  title: 'Services, cables and backups rest on devices that are still there',
  why: 'A service, a cable or a backup that names a device which is gone either does not work, or works in a way that nobody knows.',
  bad: school('retired'),
  good: school('in_use'),
  cases: { gone: 'error' },
  *check(record, estate) {
    for (const use of record.understood.uses) {
      if (!restsOnDevice(record, use)) continue;
      const asset = estate.named(use.text, record.file);
      if (!isKind(asset, 'asset') || !isRetired(asset)) continue;
      yield {
        start: use.start,
        end: use.end,
        case: 'gone',
        message: `${sentenceCase(nameOf(asset))} is ${statusWord(asset)}, but ${meanings[record.kind] ?? ''} still rests on it. Name what has taken its place, or leave it out.`,
        related: [placeOf(asset, spanAt(asset, ['status']), `${asset.id}: ${statusWord(asset)}`)],
        fixes: () => leaveOut(record, use),
      };
    }
  },
};

const meanings: Readonly<Record<string, string>> = {
  service: 'this service',
  link: 'this cable',
  asset: 'a cable of this device',
  backup_job: 'this backup',
};

/** Places where a device that is gone is an error, not only out of date: there CFG-022 speaks in place of GEN-011 (precise.md 18). */
export function restsOnDevice(record: RecordEntry, { path, life }: Use): boolean {
  const field = String(path[0]);
  if (life !== 'live') return false;
  if (isKind(record, 'service')) return field === 'depends_on' && isLiveService(record);
  if (isKind(record, 'asset')) return field === 'connected_to' && !isRetired(record);
  if (isKind(record, 'link')) return field === 'a' || field === 'b';
  return isKind(record, 'backup_job') && ['protects', 'source', 'target'].includes(field);
}

/** Out of a list that has others; the last one is for a person to replace. */
function leaveOut(record: RecordEntry, { path }: Use): RecordFix[] {
  const list = record.values[String(path[0])];
  if (!Array.isArray(list) || list.length < 2 || path.length !== 2) return [];
  const edits = removeItem(record.source, path);
  return edits ? [{ title: 'Leave it out', edits }] : [];
}

function statusWord(record: RecordEntry): string {
  const field = record.declaration?.fields['status'] as ChoiceField | undefined;
  const status = statusOf(record);
  return (field?.choices[status] ?? status).toLowerCase();
}
