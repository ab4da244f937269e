import type { EstateChanged } from '../server/protocol/base.ts';
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
  return {
    text: t('FITS: {0}', parts.join(' · ')),
    detail: detail(t, estate),
    severity: estate.errors > 0 ? 'error' : estate.warnings > 0 ? 'warning' : 'information',
  };
}

/** Short: a long line would run out of the window. What the text says already is not said again. */
function detail(t: Translate, estate: EstateChanged): string {
  const kept = [counted(t, estate.records, '{0} record', '{0} records')];
  if (estate.schools > 1) kept.push(counted(t, estate.schools, '{0} school', '{0} schools'));
  if (estate.errors > 0 && estate.warnings > 0) kept.push(counted(t, estate.warnings, '{0} warning', '{0} warnings'));
  if (estate.pretendedToday !== undefined) kept.push(t('today taken as {0}', estate.pretendedToday));
  return kept.join(', ');
}
