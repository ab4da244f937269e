import { example, liveService } from '../examples.ts';

/** An approved plan that lacks nothing, as far as rules look at it. */
export function plan(lines: Readonly<Record<string, string>> = {}): string {
  return example('dr_plan', 'DRP-01', 'Recovery plan', {
    status: 'approved',
    owner: 'unknown',
    approved_by: 'unknown',
    approved: '2026-09-01',
    review_due: '2027-08-31',
    stored: 'unknown',
    paper_copies: '2',
    invoke: '{ authority: unknown, deputy: unknown }',
    team: 'unknown',
    recovery_order: 'unknown',
    assets: 'unknown',
    contacts: 'unknown',
    manual_workarounds: 'unknown',
    last_test: '2026-06-30',
    ...lines,
  });
}

/** The value of a plan’s recovery_order: these services, one after the other. */
export function order(...ids: readonly string[]): string {
  return ids.map(id => `\n  - { service: ${id}, procedure: unknown }`).join('');
}

/** A live service that holds data. */
export function keeper(lines: Readonly<Record<string, string>> = {}): string {
  return liveService('SVC-03', 'Shared files', { data: 'personal', holds_data: 'yes', rpo_hours: '24', ...lines });
}

/** A backup that works. */
export function backup(id: string, lines: Readonly<Record<string, string>> = {}): string {
  return example('backup_job', id, `Copy ${id}`, {
    protects: '[SVC-03]',
    target: 'unknown',
    copy_type: 'unknown',
    media: 'unknown',
    interval_hours: '24',
    last_success: '2026-11-22 23:00',
    last_restore_test: '2026-10-30',
    ...lines,
  });
}
