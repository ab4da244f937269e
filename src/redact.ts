import { askCredential } from '../server/protocol/base.ts';

/**
 * The trace of the talk with the server, without what belongs to a credential. The text form names the method on
 * its first line. The JSON form of an answer names no method at all: there every answer that we send loses its
 * result, and everything that names the credential request loses its parameters.
 */
export function redactTrace(text: string): string {
  if (text.startsWith('{')) return redactJson(text);
  if (!text.includes(askCredential)) return text;
  const [first = ''] = text.split('\n', 1);
  return first === text ? text : `${first}\n…`;
}

function redactJson(text: string): string {
  const ours = text.includes('"type":"send-response"') || text.includes(askCredential);
  if (!ours) return text;
  try {
    return JSON.stringify(JSON.parse(text), (key, value: unknown) =>
      key === 'params' || key === 'result' || key === 'data' ? '…' : value,
    );
  } catch {
    // Not JSON after all: better nothing than a secret.
    return '…';
  }
}
