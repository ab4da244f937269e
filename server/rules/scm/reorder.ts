import type { Estate } from '../../estate/estate.ts';
import { spanAt, type RecordOf } from '../../estate/record.ts';
import { precedences, stepsOf, type Precedence, type Step } from '../../facts/recovery.ts';
import type { RecordFix } from '../../model/finding.ts';
import { endOf } from '../../yaml/entry-span.ts';
import { nodeAt } from '../../yaml/node.ts';

type Plan = RecordOf<'dr_plan'>;

/** Pairs of steps that stand the wrong way round. */
export function wrongWay(plan: Plan, estate: Estate): Precedence[] {
  return precedences(stepsOf(plan, estate), estate).filter(({ first, then }) => first.place > then.place);
}

/** Puts the whole order right, moving as little as possible. None where services need each other, or the list is written in two ways. */
export function reorder(plan: Plan, estate: Estate): RecordFix[] {
  const steps = stepsOf(plan, estate);
  const sorted = sortedBy(steps, precedences(steps, estate));
  const written = (plan.values.recovery_order ?? []).map(({ step }) => step !== undefined);
  const isNumbered = written.every(Boolean);
  if (!sorted || (!isNumbered && written.some(Boolean))) return [];
  const edits = isNumbered ? renumber(plan, steps, sorted) : moveItems(plan, steps, sorted);
  return edits ? [{ title: 'Put the order right', edits, preferred: true }] : [];
}

/** Always the first of the steps that nothing stands before; undefined in a circle. */
function sortedBy(steps: readonly Step[], rules: readonly Precedence[]): Step[] | undefined {
  const left = [...steps];
  const sorted: Step[] = [];
  while (left.length > 0) {
    const next = left.findIndex(step => !rules.some(({ first, then }) => then === step && left.includes(first)));
    const [step] = next < 0 ? [] : left.splice(next, 1);
    if (!step) return undefined;
    sorted.push(step);
  }
  return sorted;
}

function renumber(plan: Plan, before: readonly Step[], after: readonly Step[]): RecordFix['edits'] {
  return after.flatMap((step, i) => {
    const place = before[i]?.place ?? step.place;
    if (place === step.place) return [];
    return [{ ...spanAt(plan, ['recovery_order', step.index, 'step']), text: String(place) }];
  });
}

/** The texts of the items change places; a list with comments is left to a person, because nobody knows what a comment belongs to. */
function moveItems(plan: Plan, before: readonly Step[], after: readonly Step[]): RecordFix['edits'] | undefined {
  const { source, text } = plan;
  const list = nodeAt(text.root, ['recovery_order']).node;
  if (list?.type !== 'list' || source.slice(list.start, list.end).includes('#')) return undefined;
  return after.flatMap((step, i) => {
    const [from, to] = [list.items[step.index], list.items[before[i]?.index ?? step.index]];
    if (!from || !to || from === to) return [];
    return [{ start: to.start, end: endOf(to), text: source.slice(from.start, endOf(from)) }];
  });
}
