import type { ProblemRow } from '../server/protocol/base.ts';
import { counted, type Translate } from './translate.ts';
import { grouped, uniqueIds, type TreeNode } from './tree-node.ts';

const looks = {
  critical: { icon: 'flame', colour: 'list.errorForeground' },
  high: { icon: 'arrow-up', colour: 'list.warningForeground' },
  medium: { icon: 'dash' },
  low: { icon: 'arrow-down' },
} as const;

const order = ['critical', 'high', 'medium', 'low'] as const;

/** Open problems by priority, the most urgent first, in the order the server gave them. */
export function problemTree(t: Translate, rows: readonly ProblemRow[]): readonly TreeNode[] {
  const id = uniqueIds();
  const several = new Set(rows.map(row => row.school)).size > 1;
  const groups = grouped(rows, row => row.priority);
  return order.flatMap(priority => {
    const of = groups.get(priority) ?? [];
    const [first] = of;
    if (first === undefined) return [];
    const description = counted(t, of.length, '{0} problem', '{0} problems');
    const label = first.priorityLabel === '' ? priority : first.priorityLabel;
    return [
      {
        id: `priority:${priority}`,
        label,
        description,
        tooltip: [label, description],
        ...looks[priority],
        kind: 'group' as const,
        children: of.map(row => problemNode(t, row, { id, several })),
      },
    ];
  });
}

interface Among {
  readonly id: (id: string) => string;
  /** Problems of several schools stand together: each says which. */
  readonly several: boolean;
}

function problemNode(t: Translate, row: ProblemRow, among: Among): TreeNode {
  const school = among.several ? row.schoolTitle : '';
  const words = [row.id, school, row.statusLabel, row.about.join(', ')];
  const lines: readonly (readonly [string, string])[] = [
    [t('Number'), row.id],
    [t('School'), school],
    [t('Priority'), row.priorityLabel],
    [t('Status'), row.statusLabel],
    [t('About'), row.about.join(', ')],
    [t('Logged'), row.logged],
  ];
  return {
    id: among.id(`${row.uri}#${row.id}`),
    label: row.title === '' ? row.id : row.title,
    description: words.filter(word => word !== '').join(' · '),
    tooltip: [row.title, ...lines.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`)],
    icon: 'issues',
    kind: 'problem',
    children: [],
    place: row,
    problem: row,
  };
}
