/** What is bundled: product entries and test suites. */

export interface Bundle {
  readonly name: string;
  readonly entry: string;
  readonly outfile: string;
  readonly external: readonly string[];
}

function product(name: string, entry: string, external: readonly string[] = []): Bundle {
  return { name, entry, outfile: `dist/${name}.js`, external };
}

export const products: readonly Bundle[] = [
  product('extension', 'src/extension.ts', ['vscode']),
  product('server', 'server/main.ts'),
  product('probe-worker', 'server/probe/worker.ts'),
  product('fits', 'server/cli.ts'),
];

/** Suites of node:test: one bundle and one process each. */
export const suites = ['unit', 'lsp', 'lab'] as const;
export type Suite = (typeof suites)[number];
