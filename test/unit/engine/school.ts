/** A small estate for tests: a school with its year, and whatever else the test writes. */
import { Estate } from '../../../server/estate/estate.ts';
import { Checker } from '../../../server/rules/checker.ts';

const today = '2026-11-23';

export const school = `kind: school
id: SCH-1
title: Exampleton Primary School
phase: primary
domain: exampleton.example
ict_owner: ict-owner
maintenance: ict-owner
---
kind: role
id: ict-owner
title: Deputy head
function: ict_owner
---
kind: calendar
id: CAL-26
title: 2026/27
terms:
  - { name: autumn, from: 2026-09-01, to: 2026-12-18 }
`;

export function newChecker(settings: Record<string, string> = {}): Checker {
  return new Checker(new Estate({ pretended: today, now: () => 0 }), {
    settings,
    onFailure: (code, record, error) => {
      throw new Error(`rule ${code} failed on ${record.id}`, { cause: error });
    },
  });
}

export function checkerOf(files: Readonly<Record<string, string>>, settings: Record<string, string> = {}): Checker {
  const checker = newChecker(settings);
  for (const [file, text] of Object.entries(files)) checker.setFile(file, text);
  return checker;
}

/** Codes of a file's findings, in the order of their place. */
export function codesIn(checker: Checker, file: string): string[] {
  return checker.inFile(file).map(({ finding }) => finding.code);
}
