/** Runs a suite again without root's rights, because CI is root and the people who use this are not. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { capture } from './execute.ts';
import { runBundle, skip, type Counts } from './parts.ts';

/** "nobody" on every Linux. */
const nobody = { uid: 65534, gid: 65534 };

function cannotSwitch(): string | undefined {
  if (process.platform === 'win32') return 'Windows has no other user to switch to without asking';
  return process.getuid?.() === 0 ? undefined : 'these tests already ran as an ordinary user';
}

/** Whether that user may read the checkout at all: below a private home folder it may not. */
async function cannotRead(bundle: string): Promise<string | undefined> {
  const probe = `require('node:fs').readFileSync(${JSON.stringify(bundle)})`;
  const { code } = await capture(process.execPath, ['-e', probe], { ...nobody, cwd: '/' }).catch(() => ({ code: 1 }));
  return code === 0 ? undefined : 'an ordinary user cannot read this checkout';
}

export async function asOrdinaryUser(bundle: string): Promise<Counts> {
  const reason = cannotSwitch() ?? (await cannotRead(bundle));
  if (reason !== undefined) return skip(reason);
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-home-'));
  fs.chownSync(home, nobody.uid, nobody.gid);
  try {
    const env = {
      ...process.env,
      HOME: home,
      TMPDIR: home,
      USER: 'nobody',
      LOGNAME: 'nobody',
      XDG_CONFIG_HOME: undefined,
    };
    return await runBundle(bundle, { ...nobody, env });
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
}
