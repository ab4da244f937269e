import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import { acknowledging } from '../facts/accepted.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { declarations } from '../records/index.ts';
import type { IgnoreComment } from '../yaml/node.ts';
import { indexLines, placeAt } from '../yaml/lines.ts';
import { gen017, ignoreRemarks } from './gen/gen-017.ts';
import { failedRemark, gen018 } from './gen/gen-018.ts';
import { rules as allRules } from './index.ts';
import type { Remark, Rule } from './rule.ts';

/** `fits.rules`: code → how grave (precise.md 23). */
export type RuleSettings = Readonly<Record<string, string>>;

export interface CheckOptions {
  readonly settings: RuleSettings;
  /** Told of a rule that threw: our mistake, for the log. */
  readonly onFailure: (code: string, record: RecordEntry, error: unknown) => void;
  /** For tests; all of them otherwise. */
  readonly rules?: readonly Rule[];
}

/** All findings of a record, before comments that reach over the whole file. In the order of their place. */
export function checkRecord(record: RecordEntry, estate: Estate, options: CheckOptions): Finding[] {
  const found = rulesFor(record.kind, options.rules ?? allRules).flatMap(rule =>
    runRule(rule, record, estate, options),
  );
  const known = found.map(finding => acknowledge(finding, record, estate));
  return ignored(known, record, options).sort(byPlace);
}

/** Those rules of a table that look at each kind; made once a table. */
const byKind = new WeakMap<readonly Rule[], ReadonlyMap<string, readonly Rule[]>>();

function rulesFor(kind: string, rules: readonly Rule[]): readonly Rule[] {
  const made =
    byKind.get(rules) ?? new Map(['', ...Object.keys(declarations)].map(one => [one, lookingAt(one, rules)]));
  byKind.set(rules, made);
  return made.get(kind) ?? made.get('') ?? []; // what is no kind is looked at by the rules for every record
}

function lookingAt(kind: string, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(rule => rule.kind === undefined || rule.kind === kind);
}

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

/** The one boundary for our own mistakes: a rule that throws gives one finding, and the others go on. */
function runRule(rule: Rule, record: RecordEntry, estate: Estate, options: CheckOptions): Finding[] {
  try {
    return [...rule.check(record, estate)].flatMap(remark => findingOf(rule, remark, options.settings));
  } catch (error) {
    options.onFailure(rule.code, record, error);
    return findingOf(gen018, failedRemark(record, rule.code), options.settings);
  }
}

/** The remark with its severity, or nothing where the setting switches it off. */
export function findingOf(rule: Rule, remark: Remark, settings: RuleSettings): Finding[] {
  const { related = [], fixes = [], severity, ...rest } = remark;
  const wanted = weigh(severity ?? rule.cases[remark.case] ?? 'error', settings[rule.code]);
  if (!wanted) return [];
  const finding = { ...rest, code: rule.code, severity: wanted, related };
  if (typeof fixes !== 'function') return [{ ...finding, fixes }];
  return [
    {
      ...finding,
      get fixes() {
        return fixes();
      },
    },
  ];
}

const gravity: Readonly<Record<Severity, number>> = { information: 0, warning: 1, error: 2 };

/** A setting caps every case; only `error` raises. */
function weigh(own: Severity, setting: string | undefined): Severity | undefined {
  if (setting === 'off') return undefined;
  if (setting === 'error') return 'error';
  if (setting !== 'information' && setting !== 'warning') return own;
  return gravity[own] > gravity[setting] ? setting : own;
}

/** An open problem or an accepted risk that names the record and the code: known, so no more than information (precise.md 7). */
function acknowledge(finding: Finding, record: RecordEntry, estate: Estate): Finding {
  if (finding.code.startsWith('GEN-') || !record.id) return finding;
  const known = acknowledging(record, finding.code, estate);
  if (!known) return finding;
  return {
    ...finding,
    message: `known: ${known.id} – ${finding.message}`,
    severity: 'information',
    acknowledgedBy: known.id,
    originalSeverity: finding.severity,
  };
}

/** Codes that no comment silences (precise.md 36). */
const firm = new Set(['GEN-006', 'GEN-012', 'GEN-013', 'GEN-019', 'GEN-022']);

function ignored(findings: readonly Finding[], record: RecordEntry, options: CheckOptions): Finding[] {
  const comments = record.text.ignores.filter(comment => comment.reach !== 'file');
  if (comments.length === 0) return [...findings];
  const lines = indexLines(record.source);
  const reaches = (comment: IgnoreComment, finding: Finding) =>
    comment.reach === 'record' || placeAt(lines, finding.start).line === comment.line;
  return silence(findings, comments, reaches, options);
}

/** What is left after the comments, with what is to be said about the comments themselves. */
export function silence(
  findings: readonly Finding[],
  comments: readonly IgnoreComment[],
  reaches: (comment: IgnoreComment, finding: Finding) => boolean,
  options: Pick<CheckOptions, 'settings'>,
): Finding[] {
  const used = new Map<IgnoreComment, Set<string>>(comments.map(comment => [comment, new Set<string>()]));
  const left = findings.filter(finding => {
    if (firm.has(finding.code)) return true;
    const comment = comments.find(one => one.codes.includes(finding.code) && reaches(one, finding));
    if (comment) used.get(comment)?.add(finding.code);
    return comment === undefined;
  });
  const remarks = comments.flatMap(comment => [...ignoreRemarks(comment, used.get(comment) ?? new Set())]);
  return [...left, ...remarks.flatMap(remark => findingOf(gen017, remark, options.settings))];
}
