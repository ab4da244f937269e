import { runCli } from './cli/run.ts';

const terminal = {
  print: (text: string) => process.stdout.write(`${text}\n`),
  complain: (text: string) => process.stderr.write(`${text}\n`),
};

void runCli(process.argv.slice(2), terminal).then(code => {
  process.exitCode = code;
});
