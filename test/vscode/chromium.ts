/** Finds a browser for the tests: $CHROMIUM, one on the PATH, else the one that comes as a package. */
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar';
import { harness, installBrowser } from './install.ts';

export interface Chromium {
  readonly executable: string;
  /** Variables that it needs beside those of this process. */
  readonly env: Readonly<Record<string, string>>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export function onPath(wanted: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(folder => folder !== '');
  const files = wanted.flatMap(name => folders.map(folder => path.join(folder, name)));
  return files.find(file => fs.existsSync(file));
}

/** Fonts: a proportional and a fixed one, so that pictures look alike on every machine. */
function fontConfiguration(folder: string): string {
  const fonts = [
    path.join(folder, 'fonts'),
    path.join(harness, 'node_modules/dejavu-fonts-ttf/ttf'),
    '/usr/share/fonts',
  ];
  const alias = (family: string, font: string): string =>
    `<alias binding="strong"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    ...fonts.map(font => `<dir>${font}</dir>`),
    `<cachedir>${path.join(folder, 'font-cache')}</cachedir>`,
    alias('monospace', 'DejaVu Sans Mono'),
    alias('sans-serif', 'Open Sans'),
    alias('system-ui', 'Open Sans'),
    '</fontconfig>',
  ].join('\n');
}

async function unpack(packed: string, folder: string): Promise<void> {
  const executable = path.join(folder, 'chromium');
  await pipeline(
    fs.createReadStream(path.join(packed, 'chromium.br')),
    createBrotliDecompress(),
    fs.createWriteStream(executable, { mode: 0o755 }),
  );
  for (const archive of ['al2023', 'fonts'])
    await pipeline(
      fs.createReadStream(path.join(packed, `${archive}.tar.br`)),
      createBrotliDecompress(),
      extract({ cwd: folder }),
    );
}

/** Unpacks the packaged Chromium beside its package (its own code would take the machine's shared temporary folder). */
async function packagedChromium(): Promise<Chromium> {
  await installBrowser();
  const folder = path.join(harness, 'node_modules/.chromium');
  if (!fs.existsSync(folder)) {
    // Unpacked under another name first: a run that is cut off leaves no half of a browser.
    const half = fs.mkdtempSync(path.join(harness, 'node_modules/.unpacking-'));
    await unpack(path.join(harness, 'node_modules/@sparticuz/chromium/bin'), half);
    fs.chmodSync(half, 0o755);
    fs.renameSync(half, folder);
  }
  fs.writeFileSync(path.join(folder, 'fonts.conf'), fontConfiguration(folder));
  const libraries = [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(part => part !== '').join(':');
  return {
    executable: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: folder, FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
  };
}

export async function findChromium(): Promise<Chromium> {
  const own = process.env.CHROMIUM ?? onPath(names);
  return own ? { executable: own, env: {} } : packagedChromium();
}
