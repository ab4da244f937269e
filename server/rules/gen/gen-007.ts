import type { Estate } from '../../estate/estate.ts';
import { spanAt, type RecordEntry } from '../../estate/record.ts';
import type { Node } from '../../yaml/node.ts';
import type { Remark, Rule } from '../rule.ts';

const mobile = /(?:\+44 ?7|\b07)\d{3}[ -]?\d{6}\b/;
const address = /[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/g;
const personal = /^(?:[a-z]{2,}\.[a-z]{2,}|[a-z]\.[a-z]{2,})@/i;

export const gen007: Rule = {
  code: 'GEN-007',
  title: 'Posts, not people',
  why: 'Records name roles: a person’s own number or address is personal data, and is out of date with the next appointment.',
  bad: 'kind: role\nid: technician\ntitle: Technician\nfunction: maintenance\ncontact: 07700 900123\n',
  good: 'kind: role\nid: technician\ntitle: Technician\nfunction: maintenance\ncontact: 01632 960103\n',
  cases: { personal: 'warning' },
  *check(record, estate) {
    if (record.kind === 'supplier' || !record.text.root) return;
    for (const entry of record.text.root.entries)
      if (entry.value && entry.key.text !== 'contacts') yield* mobiles(entry.value);
    if (record.kind === 'role') yield* addresses(record, estate);
  },
};

function* mobiles(node: Node): Generator<Remark> {
  if (node.type === 'list') for (const item of node.items) yield* item ? mobiles(item) : [];
  else if (node.type === 'map') for (const entry of node.entries) yield* entry.value ? mobiles(entry.value) : [];
  else if (mobile.test(node.text)) {
    const message =
      'This looks like a person’s mobile number. Give the post’s number: it stays when the person changes.';
    yield { start: node.start, end: node.end, case: 'personal', message };
  }
}

function* addresses(record: RecordEntry, estate: Estate): Generator<Remark> {
  const contact = record.values['contact'];
  if (typeof contact !== 'string') return;
  const domain = estate.schoolOf(record.file)?.values.domain?.toLowerCase();
  const wrong = [...contact.matchAll(address)]
    .map(([found]) => ({ found, why: whyPersonal(found, domain) }))
    .find(one => one.why !== undefined);
  if (!wrong) return;
  const message = `${wrong.found} ${wrong.why ?? ''}. Give the post’s address, such as ict@${domain ?? 'school.example'}.`;
  yield { ...spanAt(record, ['contact']), case: 'personal', message };
}

function whyPersonal(found: string, domain: string | undefined): string | undefined {
  const host = found.slice(found.indexOf('@') + 1).toLowerCase();
  if (domain !== undefined && host !== domain && !host.endsWith(`.${domain}`)) return `is not an address of ${domain}`;
  return personal.test(found) ? 'looks like a person’s own address' : undefined;
}
