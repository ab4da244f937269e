import { spanAt } from '../../estate/record.ts';
import { isLiveService } from '../../facts/dependencies.ts';
import { listed } from '../../model/words.ts';
import { liveService } from '../examples.ts';
import { replace } from '../fix.ts';
import type { Remark, Rule } from '../rule.ts';
import { jargon } from './jargon.data.ts';

export const slm008: Rule = {
  code: 'SLM-008',
  kind: 'service',
  title: 'A service is told in words that users know',
  why: 'The catalogue is for class teachers and the office: what they do not understand they cannot ask for.',
  bad: liveService('SVC-01', 'Wireless', { user_description: 'An SSID for staff; open a ticket to get on it.' }),
  good: liveService('SVC-01', 'Wireless', { user_description: 'Internet in every room, without a cable.' }),
  cases: { jargon: 'information' },
  *check(record) {
    if (!isLiveService(record)) return;
    for (const field of ['title', 'user_description'] as const) {
      const text = record.values[field] ?? '';
      const found = jargonIn(text);
      if (found.length > 0) yield about(found, spanAt(record, [field]), record.source);
    }
  },
};

/** The words as they are written, each once. */
function jargonIn(text: string): string[] {
  return [...new Set(text.match(words) ?? [])].filter(word => plainFor(word) !== undefined);
}

const words = /[\p{L}\d]+/gu;

/** Capitals count: NAS is jargon, the end of “Jonas” or a name is not. Several of them are jargon, too: VLANs, tickets. */
function plainFor(word: string): string | undefined {
  const own = (name: string) => (Object.hasOwn(jargon, name) ? jargon[name] : undefined);
  const one = word.replace(/s$/, '');
  return own(word) ?? own(one) ?? own(one.toLowerCase());
}

function about(found: readonly string[], span: { start: number; end: number }, source: string): Remark {
  const meant = found.map(word => `“${plainFor(word) ?? ''}” for ${word}`);
  const told = source.slice(span.start, span.end).replace(words, word => plainFor(word) ?? word);
  return {
    ...span,
    case: 'jargon',
    message: `Users may not know ${listed(found)}. Say what they get from it – ${listed(meant)}, or better what they can do.`,
    fixes: () => [replace(span, told, `Say ${listed(meant)}`)],
  };
}
