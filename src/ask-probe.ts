import * as vscode from 'vscode';
import { probeDevices, type ProbeAnswer, type ProbeParams } from '../server/protocol/base.ts';
import type { ServerLink } from './server-link.ts';

/** Probes with progress that can be stopped. Undefined when the server is down, which the view and the status already say. */
export async function askProbe(link: ServerLink, title: string, params: ProbeParams): Promise<ProbeAnswer | undefined> {
  const workDoneToken = `fits-probe-${String(Date.now())}`;
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const done = { percentage: 0 };
    const hearing = link.onProgress(workDoneToken, step => {
      const increment = step.percentage === undefined ? 0 : Math.max(0, step.percentage - done.percentage);
      done.percentage += increment;
      progress.report({ increment, ...(step.message === undefined ? {} : { message: step.message }) });
    });
    try {
      return await link.ask<ProbeAnswer>(probeDevices, { ...params, workDoneToken }, token);
    } catch (error) {
      if (token.isCancellationRequested) return { reports: [], cancelled: true, summary: '' };
      throw error;
    } finally {
      hearing.dispose();
    }
  });
}
