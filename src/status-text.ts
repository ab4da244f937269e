import type { EstateChanged } from '../server/protocol.ts';
import { counted, type Translate } from './translate.ts';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
}

/** What the language status says: how many things are wrong, how many problems are open, and a pretended date. */
export function statusText(t: Translate, estate: EstateChanged): StatusText {
  const parts: string[] = [];
  if (estate.errors > 0) parts.push(counted(t, estate.errors, '{0} error', '{0} errors'));
  else if (estate.warnings > 0) parts.push(counted(t, estate.warnings, '{0} warning', '{0} warnings'));
  else parts.push(t('nothing wrong'));
  if (estate.openProblems > 0) parts.push(counted(t, estate.openProblems, '{0} open problem', '{0} open problems'));
  if (estate.pretendedToday !== undefined) parts.push(t('today taken as {0}', estate.pretendedToday));
  const kept = [
    counted(t, estate.records, '{0} record', '{0} records'),
    counted(t, estate.schools, '{0} school', '{0} schools'),
    counted(t, estate.warnings, '{0} warning', '{0} warnings'),
  ];
  return {
    text: t('FITS: {0}', parts.join(' · ')),
    detail: kept.join(', '),
    severity: estate.errors > 0 ? 'error' : estate.warnings > 0 ? 'warning' : 'information',
  };
}
