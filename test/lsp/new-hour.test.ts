import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { startClient } from './client.ts';

const files = {
  'school.fits.yaml': 'kind: school\nid: SCH-1\ntitle: Exampleton\nphase: primary\n',
  'x.fits.yaml': 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: unknown\nend_of_support: 2026-11-23\n',
};

test('with a new day the findings are those of that day, though nobody has typed anything', async () => {
  mock.timers.enable({ apis: ['setInterval', 'Date'], now: Date.parse('2026-11-23T23:30:00Z') });
  try {
    const client = await startClient({ files, options: { today: '' } });
    const severity = async () =>
      (await client.diagnostics('x.fits.yaml')).find(one => one.code === 'CFG-005')?.severity;
    assert.equal(await severity(), 2, 'on its last day support is about to end');
    mock.timers.tick(31 * 60_000);
    assert.equal(await severity(), 1, 'a minute after midnight it has ended');
    await client.end();
  } finally {
    mock.timers.reset();
  }
});
