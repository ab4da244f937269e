import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, spanAt } from '../../estate/record.ts';
import { freezesIn } from '../../facts/school-days.ts';
import { isActiveTask, mayBeDone, servicingOf, type Servicing } from '../../facts/servicing.ts';
import { daysBetween, sayDay } from '../../model/day.ts';
import type { Rule } from '../rule.ts';
import type { Task } from './entry-fix.ts';

/** A move over a weekend is nothing to speak of. */
const weekend = 3;

const task = (due: string) =>
  `kind: maintenance_task\nid: TSK-01\ntitle: Updates of the server\nfor_all: { type: server }\nfrequency: monthly\nperformer: ict-owner\nlast_done: 2026-11-10\nactive_in: term\nnext_due: ${due}\n`;

export const pm010: Rule = {
  code: 'PM-010',
  kind: 'maintenance_task',
  title: 'Servicing falls on days on which it can be done',
  why: 'A plan that asks for work in the middle of exams, or when the building is locked, is put off each time.',
  bad: task('2026-12-12'),
  good: task('2026-12-10'),
  cases: { freeze: 'information', season: 'information' },
  *check(record, estate) {
    if (!isKind(record, 'maintenance_task') || !isActiveTask(record)) return;
    const servicing = servicingOf(record, estate);
    const { due } = servicing;
    if (due === undefined || due < estate.today(record.file)) return;
    const at = spanAt(record, isWritten(record, 'next_due') ? ['next_due'] : ['frequency']);
    const [freeze] = freezesIn({ from: due, to: due }, record.file, estate);
    if (freeze)
      yield {
        ...at,
        case: 'freeze',
        message: `This falls due on ${sayDay(due)}, in “${freeze.name}”, when nothing may be changed. Do it before, or move it.`,
      };
    const season = outOfSeason(record, servicing, estate);
    if (season !== undefined) yield { ...at, case: 'season', message: season };
  },
};

function outOfSeason(record: Task, { due, plain }: Servicing, estate: Estate): string | undefined {
  const { active_in: when = 'any' } = record.values;
  if (when === 'any' || due === undefined) return undefined;
  const only = when === 'term' ? 'on school days only' : 'in the holidays only';
  if (mayBeDone(due, when, record.file, estate) === false)
    return `This falls due on ${sayDay(due)}, but it may be done ${only}. Write another day.`;
  const moved = plain === undefined ? 0 : daysBetween(plain, due);
  return moved > weekend && due !== record.values.next_due && plain !== undefined
    ? `This would fall due on ${sayDay(plain)}; because it may be done ${only}, it counts as due on ${sayDay(due)}.`
    : undefined;
}
