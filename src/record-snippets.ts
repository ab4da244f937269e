/** A whole record to begin with, out of the generated snippets file: the same text that typing its prefix gives. */
export interface RecordSnippet {
  readonly name: string;
  readonly description: string;
  readonly body: string;
  /** The record kind that the body opens with. */
  readonly kind: string;
}

export function readSnippets(text: string): readonly RecordSnippet[] {
  const value: unknown = JSON.parse(text);
  return Object.entries(asRecord(value)).flatMap(([name, entry]) => {
    const { body, description } = asRecord(entry);
    const lines = Array.isArray(body) ? body.map(String).join('\n') : String(body);
    const kind = /^(?:---\n)?kind: *(\w+)/.exec(lines)?.[1];
    if (kind === undefined) return [];
    return [{ name, description: typeof description === 'string' ? description : '', body: lines, kind }];
  });
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** What must stand before a new record at the end of a file, so that it is a record of its own. */
export function separatorAfter(text: string): string {
  if (text.trim() === '') return text === '' || text.endsWith('\n') ? '' : '\n';
  const line = text.endsWith('\n') ? '' : '\n';
  const last = text.trimEnd().split(/\r?\n/).at(-1) ?? '';
  return /^---(\s+#.*)?$/.test(last) ? line : `${line}---\n`;
}
