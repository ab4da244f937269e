// Reporter of node:test for `npm test`: failures in full, skips with their reason, and one line of counts for the script.
import { inspect } from 'node:util';

function place({ file, line }) {
  return file ? ` (${file.replace(/^file:\/\//, '')}:${line})` : '';
}

function reasonOf(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
}

export default async function* report(source) {
  const skipped = new Map();
  let tests = 0;
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:pass' && data.details.type !== 'suite') {
      tests++;
      if (data.skip !== undefined) {
        const reason = typeof data.skip === 'string' && data.skip !== '' ? data.skip : 'no reason given';
        skipped.set(reason, [...(skipped.get(reason) ?? []), data.name]);
      }
    }
    if (type === 'test:fail') {
      // A suite that only passes on its tests' failure says nothing new.
      if (data.details.error?.failureType === 'subtestsFailed') continue;
      yield `failed: ${data.name}${place(data)}\n${reasonOf(data.details.error).replace(/^/gm, '    ')}\n`;
    }
    if (type === 'test:summary' && data.file === undefined) {
      for (const [reason, names] of skipped) yield `skipped: ${reason}: ${names.join('; ')}\n`;
      const { passed, failed, cancelled, skipped: skips, todo } = data.counts;
      yield `@counts ${JSON.stringify({ passed, failed: failed + cancelled, skipped: skips + todo, tests })}\n`;
    }
  }
}
