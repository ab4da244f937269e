/** Which terms we take, and on whom an exception rests. */

/** What a bundle may hold: terms that ask for nothing but their own text, which THIRD-PARTY.md gives. */
export const shipped: readonly string[] = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'CC-BY-4.0',
];

/** What may also help to build and test, without being handed on. */
export const developmentOnly: readonly string[] = [
  'BlueOak-1.0.0',
  'Python-2.0',
  'PSF-2.0',
  'Artistic-2.0',
  'CC0-1.0',
  'Unlicense',
  'MPL-2.0',
  'Zlib',
];

/** Packages whose terms are on neither list, by name (a final * matches any ending). */
export const exceptions: readonly {
  readonly name: string;
  readonly terms: string;
  readonly ships: boolean;
  readonly why: string;
}[] = [
  {
    name: '@vscode/vsce-sign*',
    terms: 'SEE LICENSE IN LICENSE.txt',
    ships: false,
    why: "Microsoft's signing program comes with the packager; we do not call it and do not hand it on.",
  },
  {
    name: 'minimatch',
    terms: 'BlueOak-1.0.0',
    ships: true,
    why: 'vscode-languageclient cannot do without it; the Blue Oak terms ask for their text only, as MIT does.',
  },
];
