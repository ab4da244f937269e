import type { Estate } from '../../estate/estate.ts';
import { proposeId } from '../../estate/next-id.ts';
import { headingOf, type RecordEntry } from '../../estate/record.ts';
import type { RecordFix } from '../../model/finding.ts';
import { nearest, listed, plainForm, sentenceCase } from '../../model/words.ts';
import { declarations } from '../../records/index.ts';
import { entryOf } from '../../yaml/node.ts';
import { replace, setFields } from '../fix.ts';
import type { Remark, Rule } from '../rule.ts';

const kinds = Object.keys(declarations);

export const gen001: Rule = {
  code: 'GEN-001',
  title: 'A record says what it is, and has an id and a title',
  why: 'Without them nothing else can be said of the record, and no other record can name it.',
  bad: 'kind: asest\nid: SW-06\ntitle: Switch in the KS1 store\n',
  good: 'kind: location\nid: KS1-store\ntitle: KS1 store\n',
  cases: { kind: 'error', envelope: 'error' },
  *check(record, estate) {
    const { root } = record.text;
    if (!root) return;
    if (!record.kind) yield { ...headingOf(record), case: 'kind', ...withoutKind(record.title) };
    else if (!record.declaration) yield strangeKind(record.kind, entryOf(root, 'kind')?.value ?? headingOf(record));
    else {
      const missing = (['id', 'title'] as const).filter(key => !record[key]);
      if (missing.length === 0) return;
      const message = `This ${record.declaration.label.toLowerCase()} has no ${listed(missing, 'and no')} yet: other records and people need it to name the thing.`;
      yield {
        ...headingOf(record),
        case: 'envelope',
        message,
        fixes: () => nameIt(record, missing, estate),
      };
    }
  },
};

/** The next free id, and a title that says no more than is known. */
function nameIt(record: RecordEntry, missing: readonly ('id' | 'title')[], estate: Estate): RecordFix[] {
  const { declaration, file } = record;
  if (!declaration) return [];
  const known = record.title || sentenceCase(record.id.replace(/[-_]+/g, ' '));
  const title = known || `New ${declaration.label.toLowerCase()}`;
  const type = record.values['type'];
  const id = proposeId({ declaration, type: typeof type === 'string' ? type : '', title, file }, estate);
  const made = { id, title };
  return setFields(
    record,
    missing.map(key => ({ path: [key], value: made[key] })),
    `Add ${missing.map(key => `${key}: ${made[key]}`).join(', ')}`,
  );
}

function withoutKind(title: string): { message: string } {
  const what = title ? `“${title}”` : 'This record';
  return {
    message: `${what} does not say what it is. Begin it with a line such as kind: asset, kind: problem or kind: location.`,
  };
}

function strangeKind(kind: string, span: { start: number; end: number }): Remark {
  const meant = kinds.find(known => plainForm(known) === plainForm(kind)) ?? byLabel(kind) ?? nearest(kind, kinds);
  const message = meant
    ? `There are no records of the kind “${kind}”. Did you mean ${meant}?`
    : `There are no records of the kind “${kind}”. The kinds are ${listed(kinds)}.`;
  return {
    start: span.start,
    end: span.end,
    case: 'kind',
    message,
    fixes: () => (meant ? [replace(span, meant, `Change to ${meant}`, true)] : []),
  };
}

function byLabel(kind: string): string | undefined {
  const wanted = plainForm(kind);
  return kinds.find(known => {
    const declared = Object.entries(declarations).find(([name]) => name === known)?.[1];
    return declared !== undefined && [plainForm(declared.label), plainForm(declared.plural)].includes(wanted);
  });
}
