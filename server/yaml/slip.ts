import type { Fix, Span } from '../model/text-edit.ts';
import type { Slip } from './node.ts';
import { slipTexts } from './slip-texts.data.ts';
import type { SlipReason } from './slip-texts.data.ts';

/** A slip from the table of slips; `what` is the piece of the person's own text that its message names. */
export function slip(reason: SlipReason, span: Span, fixes: readonly Fix[], what = ''): Slip {
  const text = slipTexts[reason];
  return {
    code: text.code ?? 'GEN-012',
    reason,
    severity: text.severity ?? 'error',
    start: span.start,
    end: span.end,
    message: text.message(shorten(what)),
    fixes,
  };
}

/** A message shows a few words of the text, not a page of it. */
function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 38).trimEnd()} …` : line;
}
