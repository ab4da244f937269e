import type { Connection } from 'vscode-languageserver';
import { problemRows } from '../language/rows.ts';
import { estateChanged, type EstateChanged } from '../protocol/base.ts';
import type { Workspace } from './workspace.ts';

const settleMilliseconds = 150;

/** Tells the client, once things are still, that what it shows may be out of date. */
export function announcer(connection: Connection): { soon: (workspace: Workspace) => void; dispose: () => void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon: workspace => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void workspace.ready.then(() => connection.sendNotification(estateChanged, summaryOf(workspace)));
      }, settleMilliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}

function summaryOf(workspace: Workspace): EstateChanged {
  const { estate, checker } = workspace;
  const found = { error: 0, warning: 0, information: 0 };
  for (const name of workspace.reported()) for (const { finding } of checker.inFile(name)) found[finding.severity] += 1;
  return {
    schools: estate.schoolFolders.length,
    records: [...estate.all()].filter(record => record.text.root).length,
    errors: found.error,
    warnings: found.warning,
    information: found.information,
    openProblems: problemRows(estate).length,
    ...(estate.pretendedToday === undefined ? {} : { pretendedToday: estate.pretendedToday }),
  };
}
