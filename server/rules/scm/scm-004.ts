import { spanAt } from '../../estate/record.ts';
import { acceptedRisk } from '../../facts/accepted.ts';
import { protecting } from '../../facts/backups.ts';
import { isLiveService } from '../../facts/dependencies.ts';
import { example, together } from '../examples.ts';
import type { Rule } from '../rule.ts';
import { backup, keeper } from './example.ts';

const other = example('service', 'SVC-09', 'Library', { status: 'proposed' });

export const scm004: Rule = {
  code: 'SCM-004',
  kind: 'service',
  title: 'What holds data is copied',
  why: 'Disks fail, files are deleted by mistake or locked by criminals: what exists once will be lost one day.',
  bad: together(keeper(), other, backup('BKP-01', { protects: '[SVC-09]' })),
  good: together(keeper(), backup('BKP-01')),
  cases: { none: 'warning', critical: 'error', never: 'information' },
  *check(record, estate) {
    if (!isLiveService(record) || !record.values.holds_data || !record.id) return;
    if (protecting(record, estate).length > 0 || acceptedRisk(record, estate)) return;
    const isBegun = estate.ofKind('backup_job', record.file).length > 0;
    const grave = record.values.criticality === 'critical' ? 'critical' : 'none';
    yield {
      ...spanAt(record, ['holds_data']),
      case: isBegun ? grave : 'never',
      message: isBegun
        ? 'This holds data, but no backup copies it. Record the backup that does – or who accepts that all may be lost, and until when.'
        : 'This holds data, and no backup is recorded yet. Write down what is copied, where to and how often.',
    };
  },
};
