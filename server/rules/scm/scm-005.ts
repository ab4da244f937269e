import type { Estate } from '../../estate/estate.ts';
import { spanAt, type RecordOf } from '../../estate/record.ts';
import { copiesBy, isAway, isOutOfReach, names, protecting } from '../../facts/backups.ts';
import { isLiveService } from '../../facts/dependencies.ts';
import { listed } from '../../model/words.ts';
import { example, together } from '../examples.ts';
import { placeOf, type Rule } from '../rule.ts';
import { backup, keeper } from './example.ts';

const near = backup('BKP-01', { target: 'KS1-store', copy_type: 'second_building', separate_account: 'yes' });
const far = backup('BKP-02', { target: 'home', copy_type: 'offline', media: 'usb_disk', interval_hours: '168' });
const places = together(
  example('location', 'KS1-store', 'KS1 store', {}),
  example('location', 'home', 'Bank', { off_site: 'yes' }),
);

export const scm005: Rule = {
  code: 'SCM-005',
  kind: 'service',
  title: 'Data exist three times, on two devices, once away from the school',
  why: 'One fault, one fire or one attack must never reach all copies. The Department for Education asks for the same.',
  bad: together(keeper(), near, places),
  good: together(keeper(), near, far, places),
  cases: { copies: 'error', devices: 'error', away: 'error', reach: 'warning' },
  *check(record, estate) {
    if (!isLiveService(record) || !record.values.holds_data) return;
    const jobs = protecting(record, estate);
    const copies = copiesBy(jobs);
    if (jobs.length === 0 || !copies) return; // without any, SCM-004 speaks
    const lacks = lacking(copies, estate);
    const related = jobs.map(job => placeOf(job, spanAt(job, ['target']), job.title));
    const [first] = lacks;
    if (first) {
      const message = `Of what this holds, ${listed(lacks.map(one => one.words))}. One fire or one attack could take everything: add the copy that is missing.`;
      yield { ...spanAt(record, ['holds_data']), case: first.case, message, related };
    }
    if (copies.length === 0 || !copies.every(job => isOutOfReach(job) === false)) return;
    const message =
      'Every copy of what this holds can be reached over the network, so what locks the files can lock the copies. Keep one unplugged, or where nobody can change it.';
    yield { ...spanAt(record, ['holds_data']), case: 'reach', message, related };
  },
};

function lacking(copies: readonly RecordOf<'backup_job'>[], estate: Estate): { case: string; words: string }[] {
  const own = copies.flatMap(job => [...(job.values.protects ?? []), job.values.source]);
  const away = copies.map(job => isAway(job, estate));
  const found = [];
  if (copies.length < 2)
    found.push({
      case: 'copies',
      words: copies.length === 0 ? 'no copy works' : 'there is only one copy besides the original',
    });
  if (copies.length > 0 && copies.every(job => names(own, job.values.target ?? '')))
    found.push({ case: 'devices', words: 'every copy is on the device that holds the original' });
  if (copies.length > 0 && away.every(one => one === false))
    found.push({ case: 'away', words: 'no copy is away from the school' });
  return found;
}
