import * as vscode from 'vscode';
import type { ServerLink } from './server-link.ts';

interface Asking<T> {
  readonly title: string;
  readonly method: string;
  readonly params: object;
  /** The answer where it was stopped before there was one. */
  readonly stopped: T;
}

/**
 * Asks the server something that takes a while, with progress that can be stopped. Undefined when the server is down, which the view
 * and the status already say.
 */
export async function askWithProgress<T>(link: ServerLink, asking: Asking<T>): Promise<T | undefined> {
  const { title, method, params, stopped } = asking;
  const workDoneToken = `${method}-${String(Date.now())}`;
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const done = { percentage: 0 };
    const hearing = link.onProgress(workDoneToken, step => {
      const increment = step.percentage === undefined ? 0 : Math.max(0, step.percentage - done.percentage);
      done.percentage += increment;
      progress.report({ increment, ...(step.message === undefined ? {} : { message: step.message }) });
    });
    try {
      return await link.ask<T>(method, { ...params, workDoneToken }, token);
    } catch (error) {
      if (token.isCancellationRequested) return stopped;
      throw error;
    } finally {
      hearing.dispose();
    }
  });
}
