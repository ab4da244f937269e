import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Pair, Range, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Draft } from './draft.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode, Slip } from './node.ts';
import { wholeEntry } from './entry-span.ts';
import { slip } from './slip.ts';

/** Deeper than any record; beyond it the text is hostile or a stray bracket. */
const deepest = 64;

interface Growth {
  readonly draft: Draft;
  readonly slips: Slip[];
  /** The text as written, for fixes. */
  readonly text: string;
}

/** The `yaml` package's tree as ours: offsets of the text as written, what records do not use said once per sort. */
export function growTree(contents: unknown, draft: Draft, text: string): { node: Node | null; slips: Slip[] } {
  const growth: Growth = { draft, slips: [], text };
  return { node: nodeOf(contents, growth, 0), slips: growth.slips };
}

function nodeOf(source: unknown, growth: Growth, depth: number): Node | null {
  if (depth > deepest) {
    const at = rangeOf(source);
    sayOnce(growth, 'too_deep', growth.draft.back(at[0]), growth.draft.back(at[1]));
    return null;
  }
  if (isScalar(source)) {
    refuseProps(source, growth);
    return scalarOf(source, growth);
  }
  if (isMap(source)) {
    refuseProps(source, growth);
    return mapOf(source, growth, depth);
  }
  if (isSeq(source)) {
    refuseProps(source, growth);
    return listOf(source, growth, depth);
  }
  return isAlias(source) ? aliasOf(source, growth) : null;
}

function rangeOf(source: unknown): readonly [number, number] {
  const range = isScalar(source) || isMap(source) || isSeq(source) || isAlias(source) ? source.range : undefined;
  const known: Range | undefined = range ?? undefined;
  return known ? [known[0], known[1]] : [0, 0];
}

const styles: Record<string, ScalarNode['style']> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_FOLDED: 'block',
  BLOCK_LITERAL: 'block',
};

function scalarOf(source: Scalar, growth: Growth): ScalarNode | null {
  const [start, end] = rangeOf(source);
  const style = styles[source.type ?? 'PLAIN'] ?? 'plain';
  const text = typeof source.value === 'string' ? source.value : '';
  if (style === 'plain' && start === end && text === '') return null;
  return { type: 'scalar', text, style, start: growth.draft.back(start), end: growth.draft.back(end) };
}

/** Nothing is ever expanded: the text stands as it was written, and a slip says so. */
function aliasOf(source: Alias, growth: Growth): ScalarNode {
  const [from, to] = rangeOf(source);
  const start = growth.draft.back(from);
  const end = growth.draft.back(to);
  sayOnce(growth, 'alias', start, end);
  return { type: 'scalar', text: `*${source.source}`, style: 'plain', start, end };
}

function refuseProps(source: Scalar | YAMLMap | YAMLSeq, growth: Growth): void {
  if (source.anchor !== undefined) refuseProp('anchor', `&${source.anchor}`, source, growth);
  if (source.tag !== undefined) refuseProp('tag', '!', source, growth);
}

function refuseProp(reason: 'anchor' | 'tag', sign: string, source: Scalar | YAMLMap | YAMLSeq, growth: Growth): void {
  const [before] = rangeOf(source);
  const at = Math.max(0, growth.draft.text.lastIndexOf(sign, before));
  const length = growth.draft.text.slice(at).search(/[\s,\]}]|$/);
  sayOnce(growth, reason, growth.draft.back(at), growth.draft.back(at + length));
}

function mapOf(source: YAMLMap, growth: Growth, depth: number): MapNode {
  const [start, end] = rangeOf(source);
  const entries: Entry[] = [];
  const seen = new Map<string, Entry>();
  for (const pair of source.items) {
    const entry = entryOfPair(pair, growth, depth);
    if (!entry) continue;
    const first = seen.get(entry.key.text);
    if (first) {
      growth.slips.push(duplicateKey(growth.text, first, entry));
      continue;
    }
    seen.set(entry.key.text, entry);
    entries.push(entry);
  }
  return {
    type: 'map',
    flow: source.flow === true,
    entries,
    start: growth.draft.back(start),
    end: growth.draft.back(end),
  };
}

function entryOfPair(pair: Pair, growth: Growth, depth: number): Entry | undefined {
  if (!isScalar(pair.key)) {
    const [from, to] = rangeOf(pair.key);
    if (pair.key) sayOnce(growth, 'odd_key', growth.draft.back(from), growth.draft.back(to));
    return undefined;
  }
  const key = nodeOf(pair.key, growth, depth);
  if (key?.type !== 'scalar') return undefined;
  if (key.text === '<<' && key.style === 'plain') {
    sayOnce(growth, 'merge_key', key.start, key.end);
    return undefined;
  }
  const value = nodeOf(pair.value, growth, depth + 1);
  return {
    key,
    value,
    start: key.start,
    end: value ? value.end : endWithoutValue(pair, key, growth),
  };
}

/** Nothing after the colon: the entry ends at its colon, or at its name where there is none (`{a, b}`). */
function endWithoutValue(pair: Pair, key: ScalarNode, growth: Growth): number {
  return pair.value ? growth.draft.back(rangeOf(pair.value)[0]) : key.end;
}

function listOf(source: YAMLSeq, growth: Growth, depth: number): ListNode {
  const [start, end] = rangeOf(source);
  const items = source.items.map(item => nodeOf(item, growth, depth + 1));
  return {
    type: 'list',
    flow: source.flow === true,
    items,
    start: growth.draft.back(start),
    end: growth.draft.back(end),
  };
}

function sayOnce(
  growth: Growth,
  reason: 'too_deep' | 'alias' | 'anchor' | 'tag' | 'merge_key' | 'odd_key',
  start: number,
  end: number,
): void {
  if (growth.slips.some(known => known.reason === reason)) return;
  growth.slips.push(slip(reason, { start, end }, []));
}

/** Both fixes keep one line and take the other away whole, with everything below it that belongs to it. */
function duplicateKey(text: string, first: Entry, second: Entry): Slip {
  return slip(
    'duplicate_key',
    second.key,
    [
      { title: 'Remove this one', edits: [wholeEntry(text, second)] },
      { title: 'Keep this one and remove the other', edits: [wholeEntry(text, first)] },
    ],
    second.key.text,
  );
}
