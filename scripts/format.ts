/** `npm run format`: writes every file in the house's form. */
import { execute, node } from './execute.ts';
import { inRoot } from './root.ts';

process.exitCode = await execute(
  ...node(inRoot('node_modules/prettier/bin/prettier.cjs'), '--write', '--log-level=warn', '.'),
);
