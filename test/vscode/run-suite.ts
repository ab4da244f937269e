/** Runs the suite's tests inside the extension host, in a desktop VS Code or in the one of this harness. */
import fs from 'node:fs';
import { format } from 'node:util';
import required from 'mocha';

/** Node 22 gives a module with the class in it, Node 24 the class itself. */
const Mocha = (required as { readonly Mocha?: typeof required }).Mocha ?? required;

function print(...args: unknown[]): void {
  const report = process.env.VSCODE_TEST_OUTPUT; // set by the shim: a web window shows no console
  if (report) fs.appendFileSync(report, `${format(...args)}\n`);
  else console.log(...args);
}

/** `load` requires the test files, after `suite`, `test`, `setup` … exist (from 'mocha' or as globals). */
export async function runSuite(load: () => void): Promise<void> {
  process.setSourceMapsEnabled(true);
  Mocha.reporters.Base.consoleLog = print;
  const grep = process.env.FITS_GREP;
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 60_000, ...(grep ? { grep } : {}) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  await new Promise<void>((done, fail) => {
    const runner = mocha.run(failures => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      print(`${passes} passed, ${failures} failed, ${pending} skipped`);
      if (failures > 0) fail(new Error(`${failures} tests failed`));
      else done();
    });
  });
}
