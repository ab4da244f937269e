import type { KindName } from '../records/index.ts';
import type { Telling } from './newest.ts';

/** A field that only sums up what other records tell: the newest of them is the truth. */
export interface Summary {
  readonly kind: KindName;
  readonly field: string;
  /** What happened on the day: "was done". */
  readonly happened: string;
  readonly from: Telling & {
    /** The results that count; absent = all. */
    readonly results?: readonly string[];
  };
}

export const summaries: readonly Summary[] = [
  {
    kind: 'maintenance_task',
    field: 'last_done',
    happened: 'was done',
    from: { kind: 'maintenance_log', names: 'task', day: 'date', results: ['done', 'done_with_findings'] },
  },
  {
    kind: 'backup_job',
    field: 'last_restore_test',
    happened: 'was tried',
    from: { kind: 'restore_test', names: 'job', day: 'date' },
  },
  {
    kind: 'dr_plan',
    field: 'last_test',
    happened: 'was rehearsed',
    from: { kind: 'dr_test', names: 'plan', day: 'done' },
  },
];
