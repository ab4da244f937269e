import type { TodayRow } from '../server/protocol/today.ts';
import type { Translate } from './translate.ts';

/** One line of Today as the tree shows it. */
export interface TodayNode {
  readonly row: TodayRow;
  readonly label: string;
  /** The next step, beside the line. */
  readonly description: string;
  readonly tooltip: readonly string[];
  readonly icon: string;
  readonly colour?: string;
}

const icons: Readonly<Record<TodayRow['group'], string>> = {
  down: 'error',
  wrong: 'circle-slash',
  first: 'arrow-right',
  due: 'calendar',
  waits: 'person',
  expires: 'watch',
  unknown: 'question',
  habit: 'save',
};

const colours = { error: 'list.errorForeground', warning: 'list.warningForeground', information: undefined } as const;

/** The words carry everything; the icon only repeats what sort of thing it is. */
export function todayNodes(t: Translate, rows: readonly TodayRow[]): readonly TodayNode[] {
  return rows.map(row => {
    const colour = colours[row.severity];
    return {
      row,
      label: row.text,
      // A first step says why; the others, what comes next.
      description: (row.group === 'first' ? row.details[0] : undefined) ?? t('→ {0}', row.next.title),
      tooltip: [row.text, ...row.details, t('Enter: {0}', row.next.title)],
      icon: icons[row.group],
      ...(colour === undefined ? {} : { colour }),
    };
  });
}
