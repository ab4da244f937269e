import { parseDocument, Schema } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import type { TextEdit } from '../model/text-edit.ts';
import { draftOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { ignoreOf } from './ignores.ts';
import type { Node, RecordText, Slip } from './node.ts';
import { firstLine, loneReturn, unreadable } from './unreadable.ts';
import { scanRecord } from './scan.ts';
import type { Scan } from './scan.ts';
import { slip } from './slip.ts';
import { syntaxSlip } from './syntax-slip.ts';
import { growTree } from './tree.ts';

/** How often a text with errors of the package's own is mended and read again, and how much text that may be in all. */
const rereads = 8;
const rereadBudget = 100_000;

/**
 * The one door from a record's text to its tree. A slip is found, mended in a draft, and the draft is read: so the rest of the
 * record comes out, what was meant is what the tree holds, and one slip raises no others.
 */
export function readRecord(segmentText: string): RecordText {
  const refused = unreadable(segmentText);
  if (refused) return { root: null, slips: [refused], ignores: [] };
  const returns = loneReturn(segmentText);
  if (returns) return readWith(segmentText.replaceAll(/\r(?!\n)/g, '\n'), [returns]);
  return readWith(segmentText, []);
}

function readWith(text: string, before: readonly Slip[]): RecordText {
  const scan = scanRecord(text);
  const ignores = scan.comments.flatMap(one => ignoreOf(one.at, text, one.nextLine, one.aboveKind) ?? []);
  if (scan.empty) return { root: null, slips: [...before], ignores };
  const read = readDraft(text, scan);
  const slips = [...before, ...scan.slips, ...withoutSaid(read.slips, scan.slips)];
  if (read.node?.type !== 'map') return { root: null, slips: noRecord(text, slips), ignores };
  slips.sort((a, b) => a.start - b.start || a.end - b.end);
  return { root: read.node, slips, ignores };
}

/** What the scan has said once for the record is not said again by the tree. */
function withoutSaid(slips: readonly Slip[], said: readonly Slip[]): Slip[] {
  const once = new Set(['alias', 'anchor', 'tag', 'merge_key', 'too_deep']);
  return slips.filter(one => !once.has(one.reason) || !said.some(other => other.reason === one.reason));
}

interface Reading {
  readonly node: Node | null;
  readonly slips: Slip[];
}

function readDraft(text: string, scan: Scan): Reading {
  const body = text.slice(0, scan.end);
  let mends: TextEdit[] = [...scan.mends];
  const slips: Slip[] = [];
  let draft = draftOf(body, mends);
  let document = parse(draft.text);
  let spent = 0;
  let last = -1;
  for (let round = 0; document.errors.length > 0 && round < rereads; round += 1) {
    const error = firstError(document.errors);
    const at = { start: draft.back(error.pos[0]), end: draft.back(error.pos[1]) };
    const found = syntaxSlip(error.code, at, body);
    const [mend] = found.mends;
    // A mend that did not help, or moves backwards, would only bring the echoes of the same slip.
    if (!mend || mend.start <= last) break;
    last = mend.start;
    if (!isEcho(body, found.slip, scan.slips)) slips.push(found.slip);
    spent += draft.text.length;
    if (spent > rereadBudget) break;
    mends = [...mends.filter(known => known.end < mend.start || known.start > mend.end), mend];
    draft = draftOf(body, mends);
    document = parse(draft.text);
  }
  return grow(document, draft, text, slips);
}

/** On the line of a slip that is said already, or just below it, the parser only stumbles over the same thing. */
function isEcho(text: string, own: Slip, said: readonly Slip[]): boolean {
  const before = text.lastIndexOf('\n', text.lastIndexOf('\n', own.start - 1) - 1) + 1;
  const after = text.indexOf('\n', own.start);
  return said.some(other => other.end >= before && other.start <= (after < 0 ? text.length : after));
}

function grow(document: Document, draft: Draft, text: string, slips: Slip[]): Reading {
  const tree = growTree(document.contents, draft, text);
  return { node: tree.node, slips: [...slips, ...tree.slips] };
}

/** Text stays text: made once, for every record needs it. */
const failsafe = new Schema({ schema: 'failsafe' });

function parse(text: string): Document {
  return parseDocument(text, {
    schema: failsafe,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    keepSourceTokens: false,
  });
}

function firstError(errors: readonly YAMLError[]): YAMLError {
  return errors.reduce((first, error) => (error.pos[0] < first.pos[0] ? error : first));
}

/** One slip and no others: whatever else is wrong with a text that is no record does not matter. */
function noRecord(text: string, slips: readonly Slip[]): Slip[] {
  const deep = slips.find(known => known.reason === 'too_deep' || known.reason === 'RESOURCE_EXHAUSTION');
  return [deep ?? slip('no_record', firstLine(text), [])];
}
