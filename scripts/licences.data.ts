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

/** Terms of packages that hold no file of them, from where their README points. */
export const textsByHand: Readonly<Record<string, string>> = {
  'oui-data': `Copyright (c) silverwind
All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following
   disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
   disclaimer in the documentation and/or other materials provided with the distribution.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF
THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`,
};
