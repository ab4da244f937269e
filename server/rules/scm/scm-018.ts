import type { Estate } from '../../estate/estate.ts';
import { isKind, nameOf, spanAt, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import { jobsOf } from '../../facts/backups.ts';
import { buildingOf, whereabouts } from '../../facts/places.ts';
import { device, example, together } from '../examples.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { backup } from './example.ts';

type Job = RecordOf<'backup_job'>;

const rest = together(
  device('SRV-01', 'Server', 'server', { location: 'store' }),
  device('NAS-01', 'Storage', 'storage', { location: 'store' }),
  device('NAS-02', 'Storage in KS1', 'storage', { location: 'KS1' }),
  example('location', 'store', 'Store', { building: 'main' }),
  example('location', 'KS1', 'KS1 store', { building: 'KS1' }),
);
const copy = (target: string) => backup('BKP-01', { protects: '[SRV-01]', target });

export const scm018: Rule = {
  code: 'SCM-018',
  kind: 'backup_job',
  title: 'A copy is where the original is not, and has its own administrator',
  why: 'Fire, water and thieves take all that is in a room; a stolen password takes all that it opens.',
  bad: together(copy('NAS-01'), rest),
  good: together(copy('NAS-02'), rest),
  cases: { room: 'warning', building: 'warning', account: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'backup_job')) return;
    yield* nearby(record, estate);
    yield* sharedAccount(record, estate);
  },
};

const near = {
  room: (name: string) =>
    `The copy is in the same room as ${name}, so fire, water or a thief takes both. Put it into another building.`,
  building: (name: string) =>
    `The only copy is in the same building as ${name}, so a fire takes both. Put it into another building, or keep a second one.`,
};

function* nearby(job: Job, estate: Estate): Generator<Remark> {
  const target = estate.named(job.values.target, job.file);
  const [room] = whereabouts(target, estate);
  if (!target || !room || room.values.off_site) return;
  const { source, protects = [] } = job.values;
  const originals = (source === undefined ? protects : [source]).flatMap(id => estate.named(id, job.file) ?? []);
  for (const original of originals.filter(one => one !== target)) {
    const how = nearness(original, target, job, estate);
    if (!how) continue;
    yield {
      ...spanAt(job, ['target']),
      case: how,
      message: near[how](nameOf(original)),
      related: [placeOf(room, spanAt(room, ['title']), room.title)],
    };
    return; // one is enough: the copy is to be moved
  }
}

/** Two buildings are told apart only where both are named, and only the sole copy must be in another one. */
function nearness(original: RecordEntry, target: RecordEntry, job: Job, estate: Estate): keyof typeof near | undefined {
  const [here, there] = [whereabouts(original, estate), whereabouts(target, estate)];
  if (here.length > 0 && here[0] === there[0]) return 'room';
  const building = buildingOf(original, estate);
  return building !== undefined && building === buildingOf(target, estate) && isOnlyCopy(job, estate)
    ? 'building'
    : undefined;
}

/** All backups that copy one of the things that this one copies. */
function alike(job: Job, estate: Estate): Job[] {
  return [...new Set((job.values.protects ?? []).flatMap(id => jobsOf(id, job.file, estate)))];
}

function isOnlyCopy(job: Job, estate: Estate): boolean {
  const target = job.values.target?.toLowerCase();
  return alike(job, estate).every(one => one.values.target?.toLowerCase() === target);
}

/** Said once, of the first of several backups of the same things; where one does not say, nothing is known. */
function* sharedAccount(job: Job, estate: Estate): Generator<Remark> {
  const all = alike(job, estate);
  if (all[0] !== job || !all.every(one => one.values.separate_account === false)) return;
  yield {
    ...spanAt(job, ['separate_account']),
    case: 'account',
    message:
      'Whoever steals the administrator’s password can delete the originals and every copy. Give at least one backup an administrator of its own.',
  };
}
