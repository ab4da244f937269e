import { isKind, nameOf, statusOf, type RecordEntry } from '../../estate/record.ts';
import type { Estate } from '../../estate/estate.ts';
import { labelAt } from '../../model/paths.ts';
import type { DeviceReport } from '../../model/outcome.ts';
import { count, inSentence, listed } from '../../model/words.ts';
import type { Checker, Placed } from '../../rules/checker.ts';
import { declarationOf } from '../../records/index.ts';
import { notKnownYet } from '../../rules/missing.ts';
import { dueToday } from './due-today.ts';
import { firstSteps, habits, type Habits } from './first-steps.ts';
import { todayGroups, todayTexts, type TodayGroup } from './today-texts.data.ts';

/** One thing that wants somebody, with its one next step. */
export interface TodayLine {
  /** Stays the same while the thing does: for the tree, and to remember that it is not wanted. */
  readonly id: string;
  readonly group: TodayGroup;
  readonly text: string;
  /** All of it, where the line stands for several things. */
  readonly details: readonly string[];
  readonly severity: 'error' | 'warning' | 'information';
  readonly next: NextStep;
  /** The person may say that it is not wanted. */
  readonly dismissable?: true;
}

export type NextStep =
  /** Open this record. */
  | { readonly is: 'record'; readonly file: string; readonly index: number }
  /** Open the table of this kind. */
  | { readonly is: 'table'; readonly kind: string }
  /** Run a command of the product. */
  | { readonly is: 'command'; readonly command: string; readonly title: string }
  | { readonly is: 'problems' };

export interface TodayParts {
  readonly checker: Checker;
  /** Files whose records are looked at. */
  readonly files: readonly string[];
  /** The last probe of each device in this session. */
  readonly reports: Iterable<DeviceReport>;
  readonly habits: Habits;
  /** Ids of lines that the person does not want. */
  readonly dismissed: ReadonlySet<string>;
}

/** A tooltip that can still be read. */
const mostDetails = 30;
/** A view that can be taken in at one glance. */
export const mostLines = 10;

/** At most ten lines, in the order that matters. Nothing in it = nothing needs anybody today. */
export function todayOf(parts: TodayParts): readonly TodayLine[] {
  const { checker, files, dismissed } = parts;
  const { estate } = checker;
  const placed = files.flatMap(file => checker.inFile(file)).filter(({ finding }) => !finding.acknowledgedBy);
  const lines = [
    ...downLine(parts.reports, estate),
    ...problemLine(estate, files),
    ...dueToday(estate, files),
    ...firstSteps(estate, parts.habits),
    ...grouped(placed).map(group => lineOf(group)),
    ...habits(estate, parts.habits),
  ].filter(({ id }) => !dismissed.has(id));
  lines.sort((a, b) => rank(a) - rank(b));
  return shortened(lines);
}

const gravity = { error: 0, warning: 1, information: 2 } as const;

function rank({ group, severity }: TodayLine): number {
  return todayGroups.indexOf(group) * 3 + gravity[severity];
}

function shortened(lines: readonly TodayLine[]): readonly TodayLine[] {
  if (lines.length <= mostLines) return lines;
  const rest = lines.slice(mostLines - 1);
  return [
    ...lines.slice(0, mostLines - 1),
    {
      id: 'more',
      group: 'habit',
      text: `And ${count(rest.length, 'more thing')}`,
      details: rest.map(({ text }) => text),
      severity: 'information',
      next: { is: 'problems' },
    },
  ];
}

/** Findings of one rule on one kind of record. */
interface Group {
  readonly code: string;
  readonly placed: readonly [Placed, ...Placed[]];
}

function grouped(placed: readonly Placed[]): Group[] {
  const groups = new Map<string, [Placed, ...Placed[]]>();
  for (const one of placed) {
    const key = `${one.finding.code}:${one.record?.kind ?? ''}`;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map(found => ({ code: found[0].finding.code, placed: found }));
}

function lineOf({ code, placed }: Group): TodayLine {
  const [first] = placed;
  const records = [...new Set(placed.flatMap(({ record }) => record ?? []))];
  const kind = first.record?.kind ?? '';
  const { group, many } = todayTexts[code] ?? { group: 'due', many: 'want a look' };
  const details = placed
    .slice(0, mostDetails)
    .map(({ record, finding }) => (record ? `${nameOf(record)}: ` : '') + finding.message);
  const line = { id: `${code}:${kind}`, group, severity: worst(placed), details };
  const [only, ...others] = records;
  if (!only) return { ...line, text: first.finding.message, next: { is: 'problems' } };
  if (others.length === 0)
    return { ...line, text: `${nameOf(only)}: ${first.finding.message}`, next: recordStep(only) };
  if (code === 'GEN-023') return { ...line, ...unknownLine(records, kind) };
  return { ...line, text: `${counted(kind, records.length)} ${many}`, next: { is: 'problems' } };
}

function recordStep({ file, index }: RecordEntry): NextStep {
  return { is: 'record', file, index };
}

function worst(placed: readonly Placed[]): TodayLine['severity'] {
  const found = new Set(placed.map(({ finding }) => finding.severity));
  return found.has('error') ? 'error' : found.has('warning') ? 'warning' : 'information';
}

function counted(kind: string, n: number): string {
  const declaration = declarationOf(kind);
  return declaration ? count(n, inSentence(declaration.label), inSentence(declaration.plural)) : count(n, 'record');
}

/** "38 assets have no end of support yet; 12 have no serial number": the field that most lack stands first. */
function unknownLine(records: readonly RecordEntry[], kind: string): Pick<TodayLine, 'text' | 'next'> {
  const byLabel = new Map<string, number>();
  for (const record of records)
    for (const path of notKnownYet(record)) {
      const label = inSentence(labelAt(record.declaration, (path.split('|')[0] ?? path).split('.')));
      byLabel.set(label, (byLabel.get(label) ?? 0) + 1);
    }
  const sorted = [...byLabel].sort((a, b) => b[1] - a[1]);
  const [first, ...rest] = sorted;
  const others = rest.slice(0, 3).map(([label, n]) => `${String(n)} no ${label}`);
  const text = first
    ? `${counted(kind, first[1])} ${first[1] === 1 ? 'has' : 'have'} no ${first[0]} yet${others.length > 0 ? `; ${listed(others)}` : ''}`
    : `${counted(kind, records.length)} have things not known yet`;
  return { text, next: { is: 'table', kind } };
}

/** What did not answer when it was last asked, folded into one line. */
function downLine(reports: Iterable<DeviceReport>, estate: Estate): TodayLine[] {
  const down = [...reports].filter(({ state }) => state === 'down');
  const [first] = down;
  if (!first) return [];
  const names = down.map(({ target }) => `${target.title} (${target.id})`);
  const record = estate.ofKindAnywhere('asset').find(({ id }) => id === first.target.id);
  return [
    {
      id: 'down',
      group: 'down',
      text:
        down.length === 1
          ? first.summary
          : `${String(down.length)} devices do not answer: ${listed([...names.slice(0, 3), ...(down.length > 3 ? [`${String(down.length - 3)} more`] : [])])}`,
      details: down.map(({ summary }) => summary),
      severity: 'error',
      next:
        down.length === 1 && record
          ? { is: 'record', file: record.file, index: record.index }
          : { is: 'command', command: 'fits.devices.checkAll', title: 'Check All Devices' },
    },
  ];
}

/** Open problems: the view below lists them, Today says that they wait. */
function problemLine(estate: Estate, files: readonly string[]): TodayLine[] {
  const mine = new Set(files);
  const open = estate
    .ofKindAnywhere('problem')
    .filter(one => mine.has(one.file) && isKind(one, 'problem') && one.declaration?.life?.open.includes(statusOf(one)));
  const [first] = open;
  if (!first) return [];
  const text =
    open.length === 1
      ? `One problem is open: ${nameOf(first)}`
      : `${count(open.length, 'problem')} are open, among them ${nameOf(first)}`;
  return [
    {
      id: 'problems',
      group: 'waits',
      text,
      details: open.slice(0, mostDetails).map(nameOf),
      severity: 'information',
      next:
        open.length === 1
          ? recordStep(first)
          : { is: 'command', command: 'fits.problems.focus', title: 'Show Open Problems' },
    },
  ];
}
