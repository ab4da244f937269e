/** A rule that is declared and cannot be checked yet: what it looks at does not exist yet. It finds nothing, and says so. */
export interface SleepingRule {
  readonly code: string;
  readonly title: string;
  readonly why: string;
  /** What it waits for. */
  readonly needs: 'measurements' | 'baselines' | 'discovery';
}

/** What is not active yet (docs/rules.md shows it so). */
export const sleepingRules: readonly SleepingRule[] = [
  {
    code: 'MON-007',
    title: 'Every check that should run has run lately',
    why: 'A check that stopped without a word looks like a network without faults.',
    needs: 'measurements',
  },
  {
    code: 'MON-008',
    title: 'What will be full soon has a problem record',
    why: 'A disk that is full in six weeks can be replaced in a holiday; one that is full today stops the school.',
    needs: 'measurements',
  },
  {
    code: 'MON-012',
    title: 'What stays bad has somebody who works on it',
    why: 'A warning that nobody takes up is worth nothing.',
    needs: 'measurements',
  },
  {
    code: 'CFG-017',
    title: 'What differs from the agreed baseline has a change that names it',
    why: 'A change that nobody asked for is found by comparing with the day on which all was agreed.',
    needs: 'baselines',
  },
  {
    code: 'CFG-023',
    title: 'What is seen on the network is recorded',
    why: 'A device that nobody knows of is serviced by nobody and may belong to a stranger.',
    needs: 'discovery',
  },
  {
    code: 'CFG-024',
    title: 'What a device says of itself is what is recorded',
    why: 'A serial number or a version that differs means that something was swapped or updated without being written down.',
    needs: 'discovery',
  },
  {
    code: 'CHG-021',
    title: 'What changed since the baseline has a change that names it',
    why: 'A record that changed without a request for change tells of work that nobody agreed to.',
    needs: 'baselines',
  },
  {
    code: 'SLM-010',
    title: 'A figure of how well a service worked rests on measurements',
    why: 'A figure that nobody measured is a wish.',
    needs: 'measurements',
  },
];
