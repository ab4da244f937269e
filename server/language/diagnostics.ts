import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../model/finding.ts';
import type { Checker, Placed } from '../rules/checker.ts';
import { rangeInText, rangeOf, type Range } from '../rules/locate.ts';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;

/** Where an editor finds the explanation of a code, if anywhere. */
export type LinkOf = (code: string) => string | undefined;

/** A file's findings as an editor shows them. */
export function diagnosticsOf(checker: Checker, file: string, linkOf: LinkOf = () => undefined): Diagnostic[] {
  return checker.inFile(file).map(placed => withLink(diagnosticOf(checker, file, placed), linkOf(placed.finding.code)));
}

function withLink(diagnostic: Diagnostic, href: string | undefined): Diagnostic {
  return href === undefined ? diagnostic : { ...diagnostic, codeDescription: { href } };
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
