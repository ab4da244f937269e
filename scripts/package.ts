/** `npm run package`: minified bundles and the .vsix that a person installs. */
import fs from 'node:fs';
import { buildProducts } from './build.ts';
import { capture, node } from './execute.ts';
import { writeThirdParty } from './licences.ts';
import { inRoot } from './root.ts';

/** Gives the path of the .vsix. */
export async function packageExtension(): Promise<string> {
  await buildProducts({ minify: true, staleOnly: true });
  // Maps of a development build would lie beside the minified bundles.
  for (const file of fs.readdirSync(inRoot('dist'), { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.map')) fs.rmSync(inRoot('dist', file));
  writeThirdParty();
  const { name, version } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const vsix = inRoot(`${name}-${version}.vsix`);
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  const { code, output } = await capture(...node(inRoot('node_modules/@vscode/vsce/vsce'), 'package', ...options));
  if (code !== 0) throw new Error(`Packaging ended with ${code}:\n${output}`);
  return vsix;
}

if (process.argv[1] === import.meta.filename) {
  const vsix = await packageExtension();
  console.log(`${vsix} (${Math.round(fs.statSync(vsix).size / 1024)} KB)`);
}
