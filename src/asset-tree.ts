import type { AssetRow } from '../server/protocol/base.ts';
import { stateIcons, stateWords } from './outcome-words.ts';
import { counted, type Translate } from './translate.ts';
import { byName, grouped, uniqueIds, type TreeNode } from './tree-node.ts';

export const groupings = ['location', 'type', 'status'] as const;
export type Grouping = (typeof groupings)[number];

interface Wish {
  readonly grouping: Grouping;
  /** Words that must all be found in an asset. Empty = everything. */
  readonly filter: string;
}

/** Assets as the view shows them: schools (when there are several), then groups, then assets. */
export function assetTree(t: Translate, rows: readonly AssetRow[], wish: Wish): readonly TreeNode[] {
  const id = uniqueIds();
  const shown = rows.filter(row => fits(row, wish.filter));
  const schools = grouped(shown, row => row.school);
  const single = new Set(rows.map(row => row.school)).size < 2;
  const groupsOf = (school: string, of: readonly AssetRow[]) =>
    groupNodes(t, { school, rows: of, grouping: wish.grouping, id });
  if (single) return [...schools].flatMap(([school, of]) => groupsOf(school, of));
  return [...schools]
    .map(([school, of]) => ({
      ...groupNode(t, of, of[0]?.schoolTitle === undefined || of[0].schoolTitle === '' ? school : of[0].schoolTitle),
      id: `school:${school}`,
      icon: 'organization',
      children: groupsOf(school, of),
    }))
    .sort(byName);
}

/** Every word of the filter is found somewhere in what a person would call the asset. */
export function fits(row: AssetRow, filter: string): boolean {
  const checked = row.checked === undefined ? '' : stateWords[row.checked.state];
  const hay = [
    row.title,
    row.id,
    row.typeLabel,
    row.locationTitle,
    row.location,
    row.statusLabel,
    row.criticalityLabel,
    row.address,
    checked,
  ]
    .join('\n')
    .toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every(word => hay.includes(word));
}

interface Part {
  readonly school: string;
  readonly rows: readonly AssetRow[];
  readonly grouping: Grouping;
  readonly id: (id: string) => string;
}

function groupNodes(t: Translate, part: Part): readonly TreeNode[] {
  const groups = grouped(part.rows, row => row[part.grouping]);
  const keys = new Map<TreeNode, string>();
  for (const [key, rows] of groups) {
    const node: TreeNode = {
      ...groupNode(t, rows, groupLabel(t, part.grouping, rows[0])),
      id: `group:${part.school}:${part.grouping}:${key}`,
      icon: groupIcons[part.grouping],
      children: rows.map(row => assetNode(t, row, part.id)).sort(byName),
    };
    keys.set(node, key);
  }
  // What has no place, type or status yet stands last.
  const nameless = (node: TreeNode) => Number(keys.get(node) === '');
  return [...keys.keys()].sort((a, b) => nameless(a) - nameless(b) || byName(a, b));
}

const groupIcons: Readonly<Record<Grouping, string>> = { location: 'home', type: 'package', status: 'tag' };

function groupLabel(t: Translate, grouping: Grouping, row: AssetRow | undefined): string {
  const labels = { location: row?.locationTitle, type: row?.typeLabel, status: row?.statusLabel };
  const plain = { location: row?.location, type: row?.type, status: row?.status };
  const none = { location: t('No place recorded'), type: t('No type recorded'), status: t('No status recorded') };
  return [labels[grouping], plain[grouping]].find(label => label !== undefined && label !== '') ?? none[grouping];
}

function groupNode(t: Translate, rows: readonly AssetRow[], label: string): Omit<TreeNode, 'id' | 'icon' | 'children'> {
  const silent = rows.filter(row => row.checked?.state === 'down').length;
  const description = [
    counted(t, rows.length, '{0} asset', '{0} assets'),
    ...(silent === 0 ? [] : [counted(t, silent, '{0} does not answer', '{0} do not answer')]),
  ].join(' · ');
  return { label, description, tooltip: [label, description], kind: 'group' };
}

function assetNode(t: Translate, row: AssetRow, id: (id: string) => string): TreeNode {
  const state = row.checked?.state;
  const words = [
    row.id,
    state === undefined ? '' : t(stateWords[state]),
    row.errors === 0 ? '' : counted(t, row.errors, '{0} error', '{0} errors'),
    row.errors > 0 || row.warnings === 0 ? '' : counted(t, row.warnings, '{0} warning', '{0} warnings'),
    // Only what is out of the ordinary; last, because a narrow view cuts off the end.
    row.status === 'in_use' ? '' : row.statusLabel,
  ];
  return {
    id: id(`${row.uri}#${row.id}`),
    label: row.title === '' ? row.id : row.title,
    description: words.filter(word => word !== '').join(' · '),
    tooltip: tooltip(t, row),
    ...(state === undefined ? { icon: 'circle-large-outline' } : stateIcons[state]),
    kind: row.address === '' ? 'asset' : 'device',
    children: [],
    place: row,
    asset: row,
  };
}

function tooltip(t: Translate, row: AssetRow): readonly string[] {
  const lines: readonly (readonly [string, string])[] = [
    [t('Number'), row.id],
    [t('Type'), row.typeLabel],
    [t('Place'), row.locationTitle === '' ? row.location : row.locationTitle],
    [t('Status'), row.statusLabel],
    [t('Importance'), row.criticalityLabel],
    [t('Address'), row.address],
    [t('Last check'), row.checked?.summary ?? ''],
  ];
  return [row.title, ...lines.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`)];
}
