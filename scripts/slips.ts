/** docs/slips.md: each slip that people make, what is said, the fix, and what the line reads then. Made by running the engine itself. */
import { Estate } from '../server/estate/estate.ts';
import type { Finding } from '../server/model/finding.ts';
import { applyEdits } from '../server/model/text-edit.ts';
import { Checker } from '../server/rules/checker.ts';
import { school } from '../test/unit/engine/school.ts';
import { typedSlips, type TypedSlip } from './slips.data.ts';

const surroundings = `${school}---\nkind: location\nid: hall\ntitle: Hall\n`;

export interface SlipResult {
  readonly typed: TypedSlip;
  /** What is said of it, apart from things that are not known yet. */
  readonly findings: readonly Finding[];
  /** The record after the first fix. */
  readonly after: string;
}

/** The findings of a text in a file of its own, beside a school in which nothing is wrong. */
export function findingsIn(text: string): { findings: readonly Finding[]; source: string } {
  const onFailure = (code: string, _record: unknown, error: unknown) => {
    throw new Error(code, { cause: error });
  };
  const checker = new Checker(new Estate({ pretended: '2026-11-23', now: () => 0 }), { settings: {}, onFailure });
  checker.setFile('file:///s/school.fits.yaml', surroundings);
  const file = 'file:///s/below/x.fits.yaml';
  checker.setFile(file, text);
  const placed = checker.inFile(file);
  const findings = placed.map(({ finding }) => finding).filter(({ code }) => !['GEN-021', 'GEN-023'].includes(code));
  return { findings, source: placed[0]?.record?.source ?? text };
}

export function runSlip(typed: TypedSlip): SlipResult {
  const { findings, source } = findingsIn(typed.text);
  const [finding] = findings;
  const fix = finding?.fixes.find(one => one.preferred) ?? finding?.fixes[0];
  return { typed, findings, after: fix ? applyEdits(source, fix.edits) : source };
}

export function slipsPage(note: string): string {
  const rows = typedSlips.map(runSlip).map(({ typed, findings, after }) => {
    const [finding] = findings;
    const said = finding ? finding.message : 'nothing: it is kept as it is written';
    const fixes = finding?.fixes.map(({ title }) => title).join(' · ') ?? '';
    const result = finding ? (after.split('\n').find(line => line === typed.becomes) ?? '') : '';
    return `| ${[typed.slip, code(lineOf(typed)), said, fixes, result ? code(result) : ''].map(cell).join(' | ')} |`;
  });
  const intro =
    'What people really type, what they are told, and what the line reads after the first fix. Nothing that was typed is lost.';
  return `${note}\n\n# Slips\n\n${intro}\n\n| slip | typed | said | fixes | result |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

/** The line that differs from an ordinary record. */
function lineOf({ text, becomes }: TypedSlip): string {
  const key = /^[# ]*([a-z_]+):/.exec(becomes ?? '')?.[1];
  const lines = text.split('\n');
  return (
    (key === undefined ? undefined : lines.find(line => line.trim().startsWith(`${key}:`))) ??
    lines.find(line => becomes !== undefined && becomes.endsWith(line.trim()) && line.trim() !== '') ??
    (becomes === '---' ? 'kind: asset (a second time)' : undefined) ??
    lines.find(line => /owned|panels/.test(line)) ??
    ''
  );
}

function code(text: string): string {
  return `\`${text.replaceAll('\t', '⇥').replaceAll('`', "'")}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
