/** Entry of dist/probe-worker.js: probes never run on the thread that answers typing. */
import { parentPort } from 'node:worker_threads';
import { serveRuns } from './worker-run.ts';

if (parentPort === null) throw new Error('probe-worker.js is a worker thread, not a program.');
serveRuns(parentPort, process.env['FITS_ONLY_LOOPBACK'] === '1');
