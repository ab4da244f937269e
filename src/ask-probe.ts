import { probeDevices, type ProbeAnswer, type ProbeParams } from '../server/protocol/base.ts';
import { askWithProgress } from './ask-with-progress.ts';
import type { ServerLink } from './server-link.ts';

/** Probes with progress that can be stopped. Undefined when the server is down, which the view and the status already say. */
export function askProbe(link: ServerLink, title: string, params: ProbeParams): Promise<ProbeAnswer | undefined> {
  const stopped: ProbeAnswer = { reports: [], cancelled: true, summary: '' };
  return askWithProgress(link, { title, method: probeDevices, params, stopped });
}
