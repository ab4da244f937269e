import { CodeActionKind, type CodeAction, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Estate } from '../estate/estate.ts';
import type { RecordFix } from '../model/finding.ts';
import type { Checker, Placed } from '../rules/checker.ts';
import { rangeInText, rangeOf, type Range } from '../rules/locate.ts';
import { diagnosticsOf, rangeOfPlaced } from './diagnostics.ts';

/** The fixes of the findings that touch the range. */
export function actionsAt(checker: Checker, file: string, range: Range): CodeAction[] {
  const diagnostics = diagnosticsOf(checker, file);
  return checker.inFile(file).flatMap((placed, i) => {
    if (!touches(rangeOfPlaced(checker, file, placed), range)) return [];
    const diagnostic = diagnostics[i];
    return placed.finding.fixes.map(fix => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
      ...(fix.preferred ? { isPreferred: true } : {}),
      edit: editOf(checker.estate, file, placed, fix),
    }));
  });
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function editOf(estate: Estate, file: string, placed: Placed, fix: RecordFix): WorkspaceEdit {
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
