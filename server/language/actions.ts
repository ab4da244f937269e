import { CodeActionKind, type CodeAction, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Estate } from '../estate/estate.ts';
import type { RecordFix } from '../model/finding.ts';
import type { Checker, Placed } from '../rules/checker.ts';
import { knownAlready } from '../rules/known-already.ts';
import { rangeInText, rangeOf, type Range } from '../rules/locate.ts';
import { nextStepsOf, takeStep } from '../rules/next-step.ts';
import { diagnosticsOf, rangeOfPlaced } from './diagnostics.ts';
import { spotAt } from './place.ts';
import { standingAt } from './standing.ts';

/** The fixes of the findings that touch the range, and the steps that the record there may take. */
export function actionsAt(checker: Checker, file: string, range: Range): CodeAction[] {
  return [...fixesAt(checker, file, range), ...stepsAt(checker.estate, file, range)];
}

function fixesAt(checker: Checker, file: string, range: Range): CodeAction[] {
  const diagnostics = diagnosticsOf(checker, file);
  return checker.inFile(file).flatMap((placed, i) => {
    if (!touches(rangeOfPlaced(checker, file, placed), range)) return [];
    const diagnostic = diagnostics[i];
    const { record, finding } = placed;
    const known = record ? knownAlready(record, finding, checker.estate) : [];
    return [...finding.fixes, ...known].map(fix => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
      ...(fix.preferred ? { isPreferred: true } : {}),
      edit: editOf(checker.estate, file, placed, fix),
    }));
  });
}

/** On the status, or on the record's kind: what may come next, with the lines that it asks for. */
function stepsAt(estate: Estate, file: string, range: Range): CodeAction[] {
  const spot = spotAt(estate, file, range.start);
  const path = spot && standingAt(spot.record, spot.offset)?.path;
  if (!spot || path?.length !== 1 || (path[0] !== 'status' && path[0] !== 'kind')) return [];
  const { record } = spot;
  return nextStepsOf(record, estate).flatMap(step => {
    const fix = takeStep(record, step, estate);
    return fix
      ? [
          {
            title: fix.title,
            kind: CodeActionKind.RefactorRewrite,
            edit: editOf(estate, file, { record }, fix),
          },
        ]
      : [];
  });
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** What the editor does for the fix, in each file that it touches. */
export function editOf(estate: Estate, file: string, placed: Pick<Placed, 'record'>, fix: RecordFix): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  const add = (uri: string, edit: TextEdit) => (changes[uri] ??= []).push(edit);
  for (const edit of fix.edits) {
    const record = edit.record ?? placed.record;
    const range = record ? rangeOf(estate, record, edit) : rangeInText(estate.files.get(file)?.text ?? '', edit);
    add(record?.file ?? file, { range, newText: edit.text });
  }
  if (fix.append) add(fix.append.file, appended(estate, fix.append.file, fix.append.text));
  return { changes };
}

/** A new record at the end of a file: after a marker line, with the line ends that the file has. */
function appended(estate: Estate, file: string, text: string): TextEdit {
  const segments = estate.files.get(file)?.segments ?? [];
  const last = segments[segments.length - 1];
  const before = last?.text ?? '';
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const end = last
    ? rangeOf(estate, { file, index: segments.length - 1 }, { start: before.length, end: before.length }).end
    : { line: 0, character: 0 };
  const lead = before.trim() === '' ? '' : `${/\n$/.test(before) ? '' : eol}---${eol}`;
  return { range: { start: end, end }, newText: lead + text.replaceAll('\n', eol) };
}
