/** Entry of dist/probe-worker.js: probes never run on the thread that answers typing. */
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { openVendors } from './sweep/vendors.ts';
import { serveRuns } from './worker-run.ts';

if (parentPort === null) throw new Error('probe-worker.js is a worker thread, not a program.');
// The build puts the list of makers beside the bundle.
const vendors = openVendors(path.join(import.meta.dirname, 'oui.br'));
serveRuns(parentPort, process.env['FITS_ONLY_LOOPBACK'] === '1', vendors);
