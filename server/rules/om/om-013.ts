import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, type RecordOf } from '../../estate/record.ts';
import { newestTrial } from '../../facts/backups.ts';
import { addMonths, sayDay, type Day } from '../../model/day.ts';
import { device, example, together } from '../examples.ts';
import type { Remark, Rule } from '../rule.ts';

const directory = (tried: string) =>
  together(
    example('directory', 'DIR-01', 'Staff and pupil accounts', { controllers: '[SRV-01]', last_restore: tried }),
    device('SRV-01', 'Server', 'server'),
  );

export const om013: Rule = {
  code: 'OM-013',
  kind: 'directory',
  title: 'A directory on one server is got back on trial once a year',
  why: 'Without the directory nobody can log on. Where no second server holds it, the backup is all there is.',
  bad: directory('2025-02-20'),
  good: directory('2026-02-20'),
  cases: { never: 'information', untried: 'warning', old: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'directory') || record.values.controllers?.length !== 1) return;
    if (record.understood.answers.has('last_restore')) return;
    const tried = lastTried(record, estate);
    const today = estate.today(record.file);
    if (tried !== undefined && addMonths(tried, 12) >= today) return;
    yield tried === undefined ? untried(record) : triedOn(record, tried);
  },
};

function untried(directory: RecordOf<'directory'>): Remark {
  const message =
    'Only one server holds the names of all users, and nobody has tried to bring it back. Try it once on a spare machine, or set up a second server.';
  const isBegun = directory.values.backup !== undefined;
  return { ...spanAt(directory, ['controllers']), case: isBegun ? 'untried' : 'never', message };
}

function triedOn(directory: RecordOf<'directory'>, day: Day): Remark {
  const message = `Only one server holds the names of all users, and it was last brought back on trial on ${sayDay(day)}, more than a year ago. Try it again, or set up a second server.`;
  return { ...spanAt(directory, ['last_restore']), case: 'old', message };
}

/** By its own record, or by the trials of the backup that copies it. */
function lastTried(directory: RecordOf<'directory'>, estate: Estate): Day | undefined {
  const backup = estate.named(directory.values.backup, directory.file);
  const trial = isKind(backup, 'backup_job') ? newestTrial(backup, estate) : undefined;
  const days = [directory.values.last_restore, trial && !trial.failed ? trial.on : undefined].flatMap(day => day ?? []);
  return days.sort().at(-1);
}
