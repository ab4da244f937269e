/** `npm run licences`: refuses packages whose terms we do not take; `--write` renews THIRD-PARTY.md. */
import fs from 'node:fs';
import path from 'node:path';
import { buildProducts } from './build.ts';
import { products } from './bundles.data.ts';
import { readNote } from './freshness.ts';
import { developmentOnly, exceptions, shipped, textsByHand } from './licences.data.ts';
import { inRoot } from './root.ts';
import { vendorTable } from './vendors.ts';

interface LockEntry {
  readonly license?: string;
  readonly version?: string;
}
interface Package {
  readonly name: string;
  readonly version: string;
  readonly terms: string;
  readonly folder: string;
}

/** 'MIT', '(MIT OR GPL-3.0)' = one of them is enough, 'MIT AND Zlib' = all of them. */
export function allowed(terms: string, list: readonly string[]): boolean {
  const plain = terms.replace(/[()]/g, '');
  if (plain.includes(' OR ')) return plain.split(' OR ').some(part => allowed(part, list));
  return plain.split(' AND ').every(part => list.includes(part.trim()));
}

function excepted(name: string, terms: string, ships: boolean): boolean {
  const matches = (pattern: string): boolean =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  return exceptions.some(entry => matches(entry.name) && entry.terms === terms && (entry.ships || !ships));
}

function refused(name: string, terms: string, ships: boolean): boolean {
  const list = ships ? shipped : [...shipped, ...developmentOnly];
  return !allowed(terms, list) && !excepted(name, terms, ships);
}

/** node_modules/a/node_modules/@b/c/lib/d.js → node_modules/a/node_modules/@b/c */
function packageFolder(file: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function packageName(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function describe(folder: string): Package {
  const json = JSON.parse(fs.readFileSync(inRoot(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: unknown;
  };
  const terms = typeof json.license === 'string' ? json.license : 'unknown';
  return { name: packageName(folder), version: json.version, terms, folder };
}

/** The packages of which at least one byte is in a bundle, or in the data beside it. */
function shippedPackages(): Package[] {
  const folders = new Set<string>();
  for (const { name } of [...products, vendorTable])
    for (const output of Object.values(readNote(name)?.metafile.outputs ?? {}))
      for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
        const folder = packageFolder(file);
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
  return [...folders]
    .map(describe)
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'));
}

function lockedPackages(): { name: string; terms: string }[] {
  const lock = JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  return Object.entries(lock.packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, entry]) => ({ name: packageName(folder), terms: entry.license ?? 'unknown' }));
}

function licenceText({ folder, name }: Package): string {
  const files = fs.readdirSync(inRoot(folder)).filter(file => /^(licen[cs]e|notice|copying)([.-]|$)/i.test(file));
  if (files.length === 0) return textsByHand[name] ?? `The package ${name} holds no text of its licence.`;
  return files
    .sort()
    .map(file => fs.readFileSync(inRoot(folder, file), 'utf8').replace(/\r\n/g, '\n').trim())
    .join('\n\n');
}

function thirdParty(packages: readonly Package[]): string {
  const intro = [
    '# Third-party software',
    '',
    'FITS Maintenance is shipped with these packages inside its bundles. Each stands under its own terms, given below.',
    'This file is written by `npm run licences -- --write`; do not edit it.',
  ];
  const parts = packages.map(
    entry => `## ${entry.name} ${entry.version} (${entry.terms})\n\n\`\`\`\`text\n${licenceText(entry)}\n\`\`\`\``,
  );
  return `${[intro.join('\n'), ...parts].join('\n\n')}\n`;
}

const thirdPartyFile = inRoot('THIRD-PARTY.md');

export function writeThirdParty(): void {
  fs.writeFileSync(thirdPartyFile, thirdParty(shippedPackages()));
}

function problems(): string[] {
  const ours = shippedPackages();
  const inBundles = ours.filter(entry => refused(entry.name, entry.terms, true));
  const locked = lockedPackages().filter(entry => refused(entry.name, entry.terms, false));
  const current = fs.existsSync(thirdPartyFile) ? fs.readFileSync(thirdPartyFile, 'utf8') : '';
  return [
    ...inBundles.map(
      entry => `${entry.name} is in a bundle, but its terms (${entry.terms}) are not on the list of what we ship.`,
    ),
    ...locked.map(
      entry => `${entry.name} stands under ${entry.terms}, which is on neither list (scripts/licences.data.ts).`,
    ),
    ...(current === thirdParty(ours) ? [] : ['THIRD-PARTY.md is out of date: npm run licences -- --write']),
  ];
}

if (process.argv[1] === import.meta.filename) {
  await buildProducts({ staleOnly: true });
  if (process.argv.includes('--write')) writeThirdParty();
  const found = problems();
  found.forEach(line => console.error(line));
  const count = `${shippedPackages().length} packages shipped, ${lockedPackages().length} in the lockfile`;
  if (found.length === 0) console.log(`Licences are in order (${count}; ${path.basename(thirdPartyFile)} is current).`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
