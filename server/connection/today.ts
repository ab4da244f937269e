import path from 'node:path';
import { copyFiles } from '../host/copy-files.ts';
import {
  askCheckpoint,
  askToday,
  beginHistory,
  copyRecords,
  pageWhatWeOwn,
  saveCheckpoint,
  type CheckpointState,
  type CopyAnswer,
  type CopyParams,
  type PageAnswer,
  type SaveParams,
  type TodayAnswer,
  type TodayParams,
  type TodayRow,
} from '../protocol/today.ts';
import { whatWeOwn } from '../report/what-we-own.ts';
import { headingOf, type RecordOf } from '../estate/record.ts';
import { rangeOf } from '../rules/locate.ts';
import { noteCopy } from '../workflow/keep/note-copy.ts';
import type { Habits } from '../workflow/today/first-steps.ts';
import { todayOf, type TodayLine } from '../workflow/today/today.ts';
import { createChanges } from '../workflow/changes.ts';
import type { Answering } from './features.ts';
import type { Histories, HistoryState } from './history.ts';
import { nameOfUri, pathOf } from './names.ts';
import { Pages } from './pages.ts';
import { wireChanges } from './wire-changes.ts';
import type { Workspace } from './workspace.ts';

/** Answers Today, and the habits that it reminds of: checkpoint, copy, page on paper. */
export function answerToday({ connection, workspace, probing, histories }: Answering): void {
  const pages = new Pages();
  connection.onRequest(askToday, async ({ dismissed }: TodayParams): Promise<TodayAnswer> => {
    await workspace.ready;
    const habits = habitsOf(await histories.states());
    const lines = todayOf({
      checker: workspace.checker,
      files: workspace.reported(),
      reports: probing.reports.values(),
      habits,
      dismissed: new Set(dismissed),
    });
    const [school] = workspace.estate.ofKindAnywhere('school');
    const { working_day: day } = school?.values ?? {};
    const today = workspace.estate.today(school?.file ?? '');
    return {
      lines: lines.map(line => rowOf(line, workspace)),
      dayEnds: day?.to ?? '16:00',
      today,
      unsaved: habits.unsaved,
    };
  });
  answerCheckpoint(connection, histories);
  connection.onRequest(copyRecords, (params: CopyParams): Promise<CopyAnswer> => copySchool(params, workspace));
  connection.onRequest(pageWhatWeOwn, async ({ school }: { school: string }): Promise<PageAnswer> => {
    await workspace.ready;
    const { title, html } = whatWeOwn(workspace.estate, schoolById(school, workspace)?.file ?? '');
    return { url: await pages.offer(html), title };
  });
}

function answerCheckpoint(connection: Answering['connection'], histories: Histories): void {
  connection.onRequest(askCheckpoint, async (): Promise<readonly CheckpointState[]> => {
    histories.forget();
    return (await histories.states()).map(state =>
      state.is === 'kept'
        ? { is: 'kept', folder: state.folder, records: state.records, sentence: state.sentence }
        : state,
    );
  });
  connection.onRequest(beginHistory, async ({ folder }: { folder: string }) => (await histories.begin(folder)) ?? '');
  connection.onRequest(
    saveCheckpoint,
    async ({ folder, sentence }: SaveParams) => (await histories.save(folder, sentence)) ?? '',
  );
}

/** With several repositories: the worst of them, and the sum of what is not saved. */
function habitsOf(states: readonly HistoryState[]): Habits {
  const kept = states.filter(state => state.is === 'kept');
  const unsaved = kept.reduce((sum, { records }) => sum + records, 0);
  const sentence = kept
    .map(one => one.sentence)
    .filter(Boolean)
    .join('; ');
  const has = (is: HistoryState['is']) => states.some(state => state.is === is);
  const history = has('no git')
    ? 'no git'
    : has('none')
      ? 'none'
      : kept.some(({ begun }) => !begun)
        ? 'empty'
        : kept.length > 0
          ? 'begun'
          : 'not asked';
  return { history, unsaved: history === 'begun' ? unsaved : 0, sentence };
}

function rowOf({ next, ...line }: TodayLine, workspace: Workspace): TodayRow {
  return {
    ...line,
    dismissable: line.dismissable ?? false,
    next: commandOf(next, workspace),
  };
}

function commandOf(next: TodayLine['next'], { estate }: Workspace): TodayRow['next'] {
  if (next.is === 'problems')
    return { command: 'workbench.actions.view.problems', title: 'Show Problems', arguments: [] };
  if (next.is === 'table') return { command: 'fits.table.open', title: 'Fill In the Table', arguments: [next.kind] };
  if (next.is === 'command') return { command: next.command, title: next.title, arguments: [] };
  const record = estate.files.get(next.file)?.records[next.index];
  const range = record
    ? rangeOf(estate, record, headingOf(record))
    : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return { command: 'fits.record.form', title: 'Open', arguments: [{ place: { uri: next.file, range } }] };
}

function schoolById(id: string, { estate }: Workspace): RecordOf<'school'> | undefined {
  const schools = estate.ofKindAnywhere('school');
  return schools.find(school => school.id === id) ?? schools[0];
}

async function copySchool({ school: id, to }: CopyParams, workspace: Workspace): Promise<CopyAnswer> {
  await workspace.ready;
  const { estate } = workspace;
  const school = schoolById(id, workspace);
  const from = school && folderOf(school, workspace);
  if (!school || from === undefined)
    return { ok: false, sentence: 'There is no school here whose records could be copied.' };
  const target = pathOf(nameOfUri(to)) ?? from;
  if (target === from || target.startsWith(from + path.sep)) return { ok: false, sentence: ownFolder };
  const files = workspace.reported().filter(name => estate.schoolFolderOf(name) === estate.schoolFolderOf(school.file));
  const today = estate.today(school.file);
  const name = `${safeName(school.title || school.id)} records ${today}`;
  const copied = await copyFiles(
    files.flatMap(file => pathOf(file) ?? []),
    from,
    target,
    name,
  );
  if (!copied.ok)
    return { ok: false, sentence: `The records could not be copied: ${copied.why}. Nothing was changed.` };
  const changes = createChanges(estate);
  noteCopy(school, { made: today, to: path.basename(target) || target }, changes);
  return { ok: true, folder: copied.folder, files: copied.files, changes: wireChanges(changes.files()) };
}

const ownFolder =
  'This is the folder of the records itself. Choose another place: a stick, or another computer’s folder.';

function folderOf(school: RecordOf<'school'>, { estate }: Workspace): string | undefined {
  const folder = estate.schoolFolderOf(school.file);
  return folder === undefined ? undefined : pathOf(folder);
}

function safeName(text: string): string {
  return text
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
}
