/** Walks of real devices, replayed where the shared data is there. Nothing of them is kept in this repository. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readSystemGroup } from '../../server/probe/snmp/system-group.ts';
import { startAgent } from '../simulators/snmp-agent.ts';
import { parseWalk } from '../simulators/snmprec.ts';
import { community, contextFor, guardFor, recorded, targetOf } from './support.ts';

const folder = path.resolve('../shared/data/snmp');
const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter(file => file.endsWith('.snmprec')) : [];

describe('real devices, replayed', { skip: files.length === 0 ? 'skipped: no shared data' : false }, () => {
  it('each says who it is, by v1 and by v2c', async () => {
    for (const file of files) {
      const walk = parseWalk(fs.readFileSync(path.join(folder, file), 'latin1'));
      const agent = await startAgent({ address: '127.0.0.1', walk, communities: ['demonstration-read'] });
      try {
        for (const snmp of ['v1', 'v2c'] as const) {
          const context = contextFor(guardFor({ 'udp/161': agent.port }), community);
          const outcome = await readSystemGroup(targetOf({ snmp }), recorded, context);
          assert.ok(outcome.ok, `${file} by ${snmp}: ${outcome.ok ? '' : outcome.detail}`);
          assert.match(outcome.value.sysObjectID, /^1\.3\.6\.1\.4\.1\./, file);
          assert.notEqual(outcome.value.sysDescr, '', file);
          assert.ok(outcome.value.upSeconds >= 0);
        }
      } finally {
        await agent.close();
      }
    }
    assert.ok(files.length >= 26);
  });
});
