/** Every fix that is offered does what it says: its finding is gone, and none is there that was not there before. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editOf } from '../../../server/language/actions.ts';
import type { RecordFix } from '../../../server/model/finding.ts';
import type { Checker, Placed } from '../../../server/rules/checker.ts';
import { rules } from '../../../server/rules/index.ts';
import { sampleFiles } from './sample.ts';
import { checkerOf, school } from './school.ts';

type Files = Readonly<Record<string, string>>;

/** Rules whose example brings its own school, or must have none. */
const alone = new Set(['GEN-020', 'GEN-021', 'GEN-025']);

const fixtures = 'test/fixtures/findings';

const sources: Readonly<Record<string, () => readonly Files[]>> = {
  'examples of rules': () =>
    rules
      .filter(rule => rule.bad)
      .map(rule => ({
        ...(alone.has(rule.code) ? {} : { 's/school.fits.yaml': school }),
        's/x.fits.yaml': rule.bad,
      })),
  'fixtures of findings': () =>
    fs
      .readdirSync(fixtures)
      .filter(name => name.endsWith('.fits.yaml'))
      .map(name => ({
        's/school.fits.yaml': school,
        's/x.fits.yaml': fs.readFileSync(path.join(fixtures, name), 'utf8'),
      })),
  'the well-kept school': () => [Object.fromEntries(sampleFiles('primary-school'))],
  'the neglected school': () => [Object.fromEntries(sampleFiles('neglected-school'))],
  'two schools': () => [Object.fromEntries(sampleFiles('two-schools'))],
};

/** What is said, and of which record: its place, because a fix may give it another id. */
function keyOf({ record, finding }: Placed, file: string): string {
  return `${finding.code} ${file}#${String(record?.index ?? '')}: ${finding.message}`;
}

function findingsIn(checker: Checker): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of checker.estate.files.keys())
    for (const placed of checker.inFile(file)) {
      const key = keyOf(placed, file);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

/** Applies the fix as the editor would, and gives the texts as they were. */
function applyFix(checker: Checker, file: string, placed: Placed, fix: RecordFix): Map<string, string | undefined> {
  const { changes = {} } = editOf(checker.estate, file, placed, fix);
  const before = new Map<string, string | undefined>();
  for (const [name, edits] of Object.entries(changes)) {
    const text = checker.estate.files.get(name)?.text;
    before.set(name, text);
    const document = TextDocument.create(name, 'fits-record', 1, text ?? '');
    checker.setFile(name, TextDocument.applyEdits(document, edits));
  }
  return before;
}

/** What is not known yet may become more, and is never mended by a line: it is no fault, and stands apart. */
const toFindOut = 'GEN-023';

/** Codes of what could not be read: once it can, more may be said of the same record. */
const unread = new Set(['GEN-001', 'GEN-010', 'GEN-012', 'GEN-013', 'GEN-014', 'GEN-019', 'GEN-022']);

/** Codes of what is asked next, once this is done; `here` is anything of the same record. That is no fault of the fix. */
const asksNext: Readonly<Record<string, readonly string[]>> = {
  'CHG-006': ['CHG-006'], // who agreed; then, who was told
  'SLM-005': ['here'], // whatever is asked of a device on which the whole school rests
  'MON-002': ['MON-010'], // the first check: try whether an alert arrives
  'MON-010': ['PM-007'], // the first servicing: go over the programme with the leaders of the school
  'PM-003': ['PM-007'],
};

/** Fixes that begin what only a person can end: the finding stays until then, and nothing else may come. */
const begins: Readonly<Record<string, string>> = {
  'CFG-008': 'Record the risk', // it counts once somebody has accepted it until a day
  'SCM-007': 'Record a trial restore', // it counts once somebody has tried, and writes how it went
};

interface Outcome {
  readonly gone: boolean;
  /** What was not said before of this record, and of others. */
  readonly here: readonly string[];
  readonly elsewhere: readonly string[];
}

function tryFix(checker: Checker, file: string, placed: Placed, fix: RecordFix, before: Map<string, number>): Outcome {
  const texts = applyFix(checker, file, placed, fix);
  const after = findingsIn(checker);
  for (const [name, text] of texts) checker.setFile(name, text);
  const key = keyOf(placed, file);
  const own = ` ${file}#${String(placed.record?.index ?? '')}:`;
  const next = asksNext[placed.finding.code] ?? [];
  const moreOf = (one: string) => (after.get(one) ?? 0) > (before.get(one) ?? 0);
  // The same finding of another rule may say other numbers now; of the rule itself each word counts.
  const came = [...after.keys()]
    .filter(one => !one.startsWith(toFindOut) && moreOf(one))
    .filter(one => one.startsWith(placed.finding.code) || atPlace(after, one) > atPlace(before, one))
    .filter(one => !next.includes(codeIn(one)) && !(next.includes('here') && one.includes(own)));
  return {
    gone: (after.get(key) ?? 0) < (before.get(key) ?? 0),
    here: came.filter(one => one.includes(own) || placed.record === undefined),
    elsewhere: came.filter(one => !one.includes(own) && placed.record !== undefined),
  };
}

function placeIn(key: string): string {
  return key.slice(0, key.indexOf(': '));
}

function codeIn(key: string): string {
  return key.slice(0, key.indexOf(' '));
}

/** How often the code of the key stands at its record. */
function atPlace(counts: ReadonlyMap<string, number>, key: string): number {
  return [...counts].filter(([other]) => placeIn(other) === placeIn(key)).reduce((sum, [, count]) => sum + count, 0);
}

interface Tally {
  applied: number;
  proved: number;
  /** The finding is gone, and what hid behind it is named now. */
  revealed: number;
  /** Empty lines to be filled in: the things stay unknown until then. */
  offered: number;
  begun: number;
  readonly wrong: string[];
}

function note(tally: Tally, placed: Placed, fix: RecordFix, { gone, here, elsewhere }: Outcome): void {
  const { code, message } = placed.finding;
  tally.applied += 1;
  const reveals = gone && elsewhere.length === 0 && here.length > 0 && unread.has(code);
  if (gone && here.length === 0 && elsewhere.length === 0) tally.proved += 1;
  else if (reveals) tally.revealed += 1;
  else if (code === toFindOut && here.length === 0 && elsewhere.length === 0) tally.offered += 1;
  else if (begins[code] === fix.title && here.length === 0 && elsewhere.length === 0) tally.begun += 1;
  else
    tally.wrong.push(
      [`${code} ${message} [${fix.title}]${gone ? '' : ' is still there'}`, ...here, ...elsewhere].join('\n   + '),
    );
}

describe('fixes', () => {
  for (const [name, estates] of Object.entries(sources))
    it(`hold: ${name}`, () => {
      const tally: Tally = { applied: 0, proved: 0, revealed: 0, offered: 0, begun: 0, wrong: [] };
      for (const files of estates()) {
        const checker = checkerOf(files);
        const before = findingsIn(checker);
        for (const file of Object.keys(files))
          for (const placed of checker.inFile(file))
            for (const fix of placed.finding.fixes)
              note(tally, placed, fix, tryFix(checker, file, placed, fix, before));
        assert.deepEqual(findingsIn(checker), before, 'all is as it was');
      }
      const { applied, proved, revealed, offered, begun, wrong } = tally;
      console.log(
        `  fixes, ${name}: ${String(applied)} applied, ${String(proved)} proved, ${String(revealed)} show what was hidden, ${String(offered)} lines to fill in, ${String(begun)} begun, ${String(wrong.length)} wrong`,
      );
      assert.equal(wrong.join('\n'), '');
    });
});
