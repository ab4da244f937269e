/** A short mark of a text (FNV-1a, 32 bits, with its length): whether a document is still the one that edits were made for. Not for secrets. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return `${String(text.length)}.${(hash >>> 0).toString(16)}`;
}
