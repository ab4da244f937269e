/** What people really type (docs/slips.md is made of it): the slip, and what the record must say once it is mended. */
export interface TypedSlip {
  readonly slip: string;
  /** The record as it is typed, below a school whose hall is recorded. */
  readonly text: string;
  /** The line that holds the slip, as it must read after its first fix; absent where it is no slip at all. */
  readonly becomes?: string;
  /** Two readings are possible: both are offered, none is preferred. */
  readonly asks?: true;
}

const printer = (lines: string) => `kind: asset\nid: PRN-01\n${lines}type: printer\nlocation: hall\n`;
const title = (text: string) => printer(`title: ${text}\n`);
const more = (lines: string) => `${title('Printer')}${lines}`;

export const typedSlips: readonly TypedSlip[] = [
  { slip: 'a number sign in a title', text: title('Printer #2 office'), becomes: 'title: "Printer #2 office"' },
  { slip: 'no space after the colon', text: title('Printer').replace('kind: ', 'kind:'), becomes: 'kind: asset' },
  { slip: 'a date as in a letter', text: more('bought: 23/11/2026\n'), becomes: 'bought: 2026-11-23' },
  {
    slip: 'a date that can be read in two ways',
    text: more('bought: 03/04/2026\n'),
    becomes: 'bought: 2026-04-03',
    asks: true,
  },
  { slip: 'a sum with its sign', text: more('cost_gbp: £240\n'), becomes: 'cost_gbp: 240' },
  { slip: 'a sum with a comma', text: more('cost_gbp: 1,240\n'), becomes: 'cost_gbp: 1240' },
  { slip: '“no” for a yes-or-no field', text: more('owned: no\nsupplier: unknown\n') },
  { slip: 'curly brackets round a note', text: more('notes: {see folder}\n'), becomes: 'notes: "{see folder}"' },
  {
    slip: 'a time with a dot',
    text: 'kind: school\nid: SCH-2\ntitle: Hilltop\nphase: primary\nworking_day:\n  to: 8.00\n',
    becomes: '  to: 08:00',
  },
  { slip: 'a colon in a title', text: title('SRV-01: backup'), becomes: 'title: "SRV-01: backup"' },
  { slip: 'inches', text: title('14 panels 75""') },
  {
    slip: 'a note’s second line without indent',
    text: more('notes: first line\nsecond line of it\n'),
    becomes: '  second line of it',
  },
  { slip: 'a text that starts with @', text: title('@home printer'), becomes: 'title: "@home printer"' },
  { slip: 'a text that starts with %', text: title('%age counter'), becomes: 'title: "%age counter"' },
  { slip: 'a text that starts with &', text: title('&home printer'), becomes: 'title: "&home printer"' },
  { slip: 'a text that starts with *', text: title('*new printer'), becomes: 'title: "*new printer"' },
  { slip: 'a text that starts with -', text: title('- new printer'), becomes: 'title: "- new printer"' },
  { slip: 'a text that starts with !', text: title('!broken printer'), becomes: 'title: "!broken printer"' },
  { slip: 'a text that starts with |', text: title('|left printer'), becomes: 'title: "|left printer"' },
  {
    slip: 'two records without a line of dashes',
    text: `${title('Printer')}kind: asset\nid: PRN-02\ntitle: Other\ntype: printer\nlocation: hall\n`,
    becomes: '---',
  },
  { slip: 'a tab', text: more('members:\n\t- tag: A\n'), becomes: '  - tag: A' },
  { slip: 'curly quotes', text: title('“Printer”'), becomes: 'title: "Printer"' },
  {
    slip: 'a pasted piece of a spreadsheet',
    text: more('PRN-05\tLaser\tOffice\nPRN-06\tLaser\tHall\n'),
    becomes: '# PRN-05\tLaser\tOffice',
  },
];
