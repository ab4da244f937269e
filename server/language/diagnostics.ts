import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../model/finding.ts';
import type { Checker, Placed } from '../rules/checker.ts';
import { rangeInText, rangeOf, type Range } from '../rules/locate.ts';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;

/** A file's findings as an editor shows them. */
export function diagnosticsOf(checker: Checker, file: string): Diagnostic[] {
  return checker.inFile(file).map(placed => diagnosticOf(checker, file, placed));
}

export function rangeOfPlaced(checker: Checker, file: string, { record, finding }: Placed): Range {
  return record
    ? rangeOf(checker.estate, record, finding)
    : rangeInText(checker.estate.files.get(file)?.text ?? '', finding);
}

function diagnosticOf(checker: Checker, file: string, placed: Placed): Diagnostic {
  const { finding } = placed;
  const related = finding.related.map(one => ({
    location: { uri: one.record.file, range: rangeOf(checker.estate, one.record, one) },
    message: one.message,
  }));
  return {
    range: rangeOfPlaced(checker, file, placed),
    severity: severities[finding.severity],
    code: finding.code,
    source: 'FITS',
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...tagsOf(finding),
  };
}

/** What is retired is shown struck through. */
function tagsOf(finding: Finding): Pick<Diagnostic, 'tags'> {
  return finding.code === 'GEN-011' ? { tags: [DiagnosticTag.Deprecated] } : {};
}
