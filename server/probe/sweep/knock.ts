/** TCP on the addresses of a plan: who answers, be it with an open port or with a shut one, is there. */
import pLimit from 'p-limit';
import type { ProbeContext } from '../context.ts';
import { tryPort } from '../tcp.ts';
import { mostAttempts, type SweepPlan } from './plan.ts';
import { followRoundTrips, mostPatience, type RoundTrip } from './round-trip.ts';

export interface Knocked {
  readonly address: string;
  /** alive: it answered. silent: nothing came. absent: the system says that nobody is there. unasked: the guard let nothing through. */
  state: 'alive' | 'silent' | 'absent' | 'unasked';
  readonly open: Set<number>;
  /** Ports from which nothing came. */
  readonly silent: Set<number>;
}

/** First pass, with the patience that answers teach; `onTried` is called after each address. */
export async function knockAll(
  plan: SweepPlan,
  context: ProbeContext,
  onTried: (knocked: Knocked) => void,
): Promise<Knocked[]> {
  const trips = followRoundTrips();
  const limit = pLimit(plan.atOnce);
  return await limit.map(plan.addresses, async address => {
    const knocked: Knocked = { address, state: 'unasked', open: new Set(), silent: new Set() };
    for (const [round, ports] of plan.rounds.entries()) {
      if (context.signal.aborted || isDone(knocked, round, plan)) break;
      const patience = round === 0 ? (plan.firstPatience ?? trips.patience()) : trips.patience();
      await Promise.all(ports.map(port => knock(knocked, port, { context, patience, trips })));
    }
    onTried(knocked);
    return knocked;
  });
}

function isDone(knocked: Knocked, round: number, plan: SweepPlan): boolean {
  if (knocked.state === 'absent') return true;
  return knocked.state !== 'alive' && round >= plan.giveUpAfter;
}

/** So many that a second port each would take long for little. */
const many = 1_022;

/**
 * Second pass, one second each, of what was lost or slept: the silent ports of those that answered, and the first two ports of those
 * that did not (of very many only the first).
 */
export async function knockAgain(all: readonly Knocked[], context: ProbeContext): Promise<void> {
  const trips = followRoundTrips();
  const limit = pLimit(mostAttempts);
  const tries = all.length > many ? 1 : 2;
  const attempts = all.flatMap(knocked => {
    const ports = [...knocked.silent];
    return (knocked.state === 'alive' ? ports : ports.slice(0, tries)).map(port => ({ knocked, port }));
  });
  await limit.map(attempts, async ({ knocked, port }) => {
    if (!context.signal.aborted && knocked.state !== 'absent')
      await knock(knocked, port, { context, patience: mostPatience, trips });
  });
}

interface Knocking {
  readonly context: ProbeContext;
  readonly patience: number;
  readonly trips: RoundTrip;
}

async function knock(knocked: Knocked, port: number, { context, patience, trips }: Knocking): Promise<void> {
  const since = performance.now();
  const outcome = await tryPort(knocked.address, port, { ...context, times: { ...context.times, packet: patience } });
  if (outcome.ok) {
    trips.note(outcome.milliseconds);
    knocked.state = 'alive';
    knocked.silent.delete(port);
    if (outcome.value.open) knocked.open.add(port);
  } else if (['no_answer', 'cannot_run', 'unreachable'].includes(outcome.reason)) {
    knocked.silent.add(port);
    // At once it is the word of a firewall, after a second that of the system, which has looked for a neighbour in vain.
    const isAbsent = outcome.reason === 'unreachable' && performance.now() - since >= mostPatience;
    if (knocked.state === 'unasked' || knocked.state === 'silent') knocked.state = isAbsent ? 'absent' : 'silent';
  }
}
