import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, type RecordOf } from '../../estate/record.ts';
import { buildingsOf, cablesBetween } from '../../facts/buildings.ts';
import { cablesOf } from '../../facts/topology.ts';
import { dayOf } from '../../model/day.ts';
import { device, example, together } from '../examples.ts';
import type { Remark, Rule } from '../rule.ts';

/** From this day on a cable counts as new. */
const newSince = '2022-01-01';

const school = (category: string) =>
  together(
    device('SW-01', 'Core switch', 'switch'),
    device('SW-02', 'Second switch', 'switch'),
    example('link', 'LNK-01', 'Core to second', {
      a: 'SW-01',
      b: 'SW-02',
      medium: 'copper',
      category,
      tested: '2026-08-12',
    }),
  );

export const cfg025: Rule = {
  code: 'CFG-025',
  kind: 'link',
  title: 'New cables are good for the years to come, and buildings have two ways to each other',
  why: 'A cable lies for twenty years, so a new one should be Cat 6A or fibre. And a digger finds the one cable between two buildings sooner or later.',
  bad: school('cat6'),
  good: school('cat6a'),
  cases: { category: 'information', one_way: 'information' },
  *check(record, estate) {
    if (!isKind(record, 'link')) return;
    const { medium, category } = record.values;
    if (medium === 'copper' && (category === 'cat5e' || category === 'cat6') && isNew(record, estate))
      yield {
        ...spanAt(record, ['category']),
        case: 'category',
        message:
          'This is a new cable of an old class. It works; but ask for Cat 6A or fibre the next time, so that it lasts as long as the walls.',
      };
    yield* checkWay(record, estate);
  },
};

function isNew(record: RecordOf<'link'>, estate: Estate): boolean {
  const { tested = '', history = [] } = record.values;
  const zone = estate.zoneOf(record.file);
  return tested >= newSince || history.some(({ on }) => on !== undefined && dayOf(on, zone) >= newSince);
}

function* checkWay(record: RecordOf<'link'>, estate: Estate): Generator<Remark> {
  const [cable] = cablesOf(record);
  const pair = cable && buildingsOf(cable, estate);
  if (!pair || cablesBetween(pair, record.file, estate) !== 1) return;
  yield {
    ...spanAt(record, ['title']),
    case: 'one_way',
    message:
      'This is the only way between its two buildings: when it is cut, one of them is without network. Plan a second one along another route.',
  };
}
