import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import type { FitsApi } from '../../../src/api.ts';
import { open, readyApi, School, until, untilCodes } from './school.ts';

suite('the language server', () => {
  const school = new School('suite-crash');
  const held: { api?: FitsApi } = {};

  suiteSetup(async () => {
    held.api = await readyApi();
    await school.build();
  });
  suiteTeardown(() => school.remove());

  test('is killed, comes back, and the findings with it', async () => {
    const api = held.api;
    const first = api?.serverProcessId();
    assert.ok(api && first !== undefined);
    const text = 'kind: asset\nid: SW-931\ntitle: Switch of the tests\ntype: switch\nlocation: Nowhere\n';
    const opened = (await open(await school.write('opened.fits.yaml', text))).document.uri;
    const unopened = await school.write('unopened.fits.yaml', text.replace('SW-931', 'SW-932'));
    await untilCodes(opened, ['GEN-003']);
    await untilCodes(unopened, ['GEN-003']);
    process.kill(first, 'SIGKILL');
    await until('another process', () => {
      const now = api.serverProcessId();
      return now !== undefined && now !== first;
    });
    await until('the records are read again', () => api.serverState() === 'ready');
    await untilCodes(opened, ['GEN-003']);
    await untilCodes(unopened, ['GEN-003']);
    await school.write('unopened.fits.yaml', text.replace('SW-931', 'SW-932').replace('Nowhere', 'KS1-store'));
    await untilCodes(unopened, []);
  });
});
