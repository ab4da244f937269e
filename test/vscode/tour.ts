/** The packaged extension in the real VS Code, gone through with keyboard and mouse as a technician would. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installExtension } from './server.ts';
import { visitCrash } from './tour/crash.ts';
import { visitExplorer } from './tour/explorer.ts';
import { visitForm } from './tour/form.ts';
import { patience } from './tour/hands.ts';
import { visitFirstDay } from './tour/first-day.ts';
import { visitHover } from './tour/looking.ts';
import { visitMending } from './tour/mending.ts';
import { visitNewRecord } from './tour/new-record.ts';
import { visitProbing } from './tour/probing.ts';
import { openSchools } from './tour/school.ts';
import { visitSecrets } from './tour/secrets.ts';
import { visitTable } from './tour/table.ts';
import { Tour } from './tour/tour.ts';
import { visitUntrusted } from './tour/untrusted.ts';
import { visitViews } from './tour/views.ts';
import { visitOthers } from './tour/welcome.ts';
import { start } from './window.ts';

async function walk(vsix: string, temp: string): Promise<number> {
  const folders = { userDataDir: path.join(temp, 'user-data'), extensionsDir: path.join(temp, 'extensions') };
  await installExtension(vsix, folders);
  const schools = await openSchools(temp);
  try {
    const { settings, env, primary } = schools;
    const viewport = { width: 1280, height: 800 };
    const window = await start({ ...folders, settings, env, folder: primary, viewport });
    try {
      window.page.setDefaultTimeout(patience);
      const tour = new Tour(window.page);
      await visitUntrusted(tour, schools);
      await visitViews(tour, schools);
      await visitMending(tour, schools);
      await visitHover(tour, schools);
      await visitExplorer(tour, schools);
      await visitForm(tour, schools);
      await visitTable(tour, schools);
      await visitNewRecord(tour, schools);
      await visitSecrets(tour, folders.userDataDir);
      await visitProbing(tour, schools);
      await visitCrash(tour, schools, folders);
      await visitOthers(tour, window, schools);
      await visitFirstDay(tour, window, schools);
      console.log(`${tour.counts.passed} passed, ${tour.counts.failed} failed`);
      return tour.counts.failed;
    } finally {
      await window.close();
    }
  } finally {
    await schools.network.close();
  }
}

const vsix = process.env.FITS_VSIX;
if (!vsix) throw new Error('FITS_VSIX must name the packaged extension: npm test -- tour');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
// A short name: VS Code's sockets lie below it, and their paths are limited.
const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-'));
process.once('exit', () => fs.rmSync(temp, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
process.exit((await walk(vsix, temp)) > 0 ? 1 : 0);
