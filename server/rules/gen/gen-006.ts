import type { Node } from '../../yaml/node.ts';
import type { Remark, Rule } from '../rule.ts';

/** Keys whose value is a secret. */
export const secretKeys = /^(password|passwd|secret|community|psk|private_key|api_key|token|pin)$/i;
/** Texts that are a secret whatever they stand behind. */
export const secretTexts =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|snmp:\/\/[^\s/@]+@|\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/i;

export const gen006: Rule = {
  code: 'GEN-006',
  title: 'No passwords in records',
  why: 'Records are copied, printed and kept for years. A password belongs into the safe store of this computer; the record holds only its name.',
  bad: 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: unknown\ncommunity: school123\n',
  good: 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: unknown\ncredential: snmp-read\n',
  cases: { secret: 'error' },
  firm: true,
  *check(record) {
    if (record.text.root) yield* search(record.text.root, '');
  },
};

/** `unknown`, `none` and the like are no secrets. */
function isSecret(key: string, text: string): boolean {
  return (secretKeys.test(key) && !/^(|unknown|none|no|yes|n\/a|-)$/i.test(text)) || secretTexts.test(text);
}

function* search(node: Node, key: string): Generator<Remark> {
  if (node.type === 'scalar') {
    if (!isSecret(key, node.text)) return;
    yield {
      start: node.start,
      end: node.end,
      case: 'secret',
      message:
        'This looks like a password, and records are read by many. Store it with “FITS: Store Credential…”, and write only its name here, as credential.',
    };
  } else if (node.type === 'list') {
    for (const item of node.items) if (item) yield* search(item, key);
  } else {
    for (const entry of node.entries) if (entry.value) yield* search(entry.value, entry.key.text);
  }
}
