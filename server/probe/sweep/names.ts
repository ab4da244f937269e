/** What name servers call the addresses. Bounded: where none of them answers, it soon stops asking. */
import { orAborted, type ProbeContext } from '../context.ts';
import { isHostName, mayAskName } from '../may-probe.ts';
import { nameServerPatience } from '../sender.ts';

export type AskName = (address: string) => Promise<string>;

/** So many questions without any answer, and no more are put. */
const enoughSilence = 8;

/** One for each look: it remembers whether anybody answers. The name is empty where there is none. */
export function createAskName(context: ProbeContext): AskName {
  let silences = 0;
  let someAnswer = false;
  return async address => {
    if (context.signal.aborted || (!someAnswer && silences >= enoughSilence)) return '';
    const permission = mayAskName(address, context.guard);
    if (!permission.ok) return '';
    const since = performance.now();
    try {
      const names = await orAborted(context.sender.nameOf(permission.of), context.signal);
      someAnswer = true;
      return names.find(isHostName)?.toLowerCase() ?? '';
    } catch {
      // "Not found" is said of silence, too: only how soon it comes tells whether a server said it.
      if (performance.now() - since < nameServerPatience.timeout * 0.9) someAnswer = true;
      else silences += 1;
      return '';
    }
  };
}
