import { whatWeOwn } from '../report/what-we-own.ts';
import { load } from './check.ts';
import { CannotRun, type CliOptions, type Terminal } from './run.ts';

/** `fits print what-we-own`: the page as HTML. 0, or 2 when it cannot run. */
export async function printPage(words: readonly string[], options: CliOptions, terminal: Terminal): Promise<number> {
  const [page, ...more] = words;
  if (page !== 'what-we-own' || more.length > 0)
    throw new CannotRun('say which page is to be printed. So far there is one: fits print what-we-own.');
  const [folder = '.', ...others] = options.folder;
  if (others.length > 0) throw new CannotRun('a page is about one school: name one --folder.');
  const { checker } = await load([folder], options, terminal);
  const [school, second] = checker.estate.ofKindAnywhere('school');
  if (!school) throw new CannotRun(`there is no school record below ${folder}.`);
  if (second) throw new CannotRun(`there are several schools below ${folder}: name the folder of one.`);
  terminal.print(whatWeOwn(checker.estate, school.file).html.trimEnd());
  return 0;
}
