import { parseArgs } from 'node:util';
import { readDateTime } from '../model/read-date.ts';
import { check } from './check.ts';
import { importList } from './import.ts';
import { helpFor } from './help.ts';
import { newRecord } from './new-record.ts';
import { newSchools } from './new-schools.ts';
import { printPage } from './print.ts';
import { probe } from './probe.ts';
import { printSchema } from './schema.ts';
import packageJson from '../../package.json' with { type: 'json' };

export interface Terminal {
  /** The answer, and nothing but the answer. */
  readonly print: (text: string) => unknown;
  /** Everything else. */
  readonly complain: (text: string) => unknown;
}

export interface CliOptions {
  readonly today: string | undefined;
  readonly format: 'text' | 'json';
  readonly warningsAsErrors: boolean;
  readonly folder: readonly string[];
  /** The revision to compare with; the last commit where none is named. */
  readonly since: string | undefined;
  /** Writes out findings that are alike, too. */
  readonly all: boolean;
  /** How a list is read: what its columns are, which part of a date is the day, which sheet. */
  readonly map: readonly string[];
  readonly dates: string | undefined;
  readonly sheet: string | undefined;
  readonly dryRun: boolean;
  readonly template: string | undefined;
  readonly into: string | undefined;
  /** What a new record is called, and what is known of it: `field=value`. */
  readonly title: string | undefined;
  readonly set: readonly string[];
}

/** It cannot run: a folder that is missing, an option that does not exist. Exit 2. */
export class CannotRun extends Error {}

const help = `fits – checks a school's ICT maintenance records, and probes the devices they describe

  fits check [folder…]       look through all records below the folders (this one when none is named)
      --today YYYY-MM-DD     as if it were that day
      --format text|json     how to answer
      --since REVISION       name steps left out since then, not since the last commit
      --warnings-as-errors   end with 1 for warnings, too
      --all                  write out every finding, also those that are alike

  fits probe <id|address>    ask a recorded device whether it is well: ping, ports, SNMP
      --folder FOLDER        where the records are
      --format text|json     how to answer

  fits import assets FILE    take a list of equipment (.csv, .xlsx) into a school's records
      --folder SCHOOL        the school's folder
      --map "Heading=field"  what a column is, where it is not as guessed; - leaves it out
      --dates uk|us          whether 03/04/2021 is 3 April or 4 March
      --sheet NAME           which sheet of a workbook
      --dry-run              only say what would become of every row
      --format text|json     how to answer

  fits import incidents FILE take what users reported from the help desk's list; names of people are left out
      the same options

  fits new <kind>            make a record: a kind such as maintenance-task, or equipment such as laptop
      --title TEXT           what people call it
      --set field=value      what is known of it, as often as you like; the rest is marked as not known
      --folder SCHOOL        the school's folder, or the folder “shared” above the schools
      --dry-run, --format    as above

  fits new schools FILE      make a folder for each school of a list (.csv, .xlsx)
      --template FOLDER      the school whose records each of them starts with
      --into FOLDER          where the folders are made
      --map, --sheet, --dry-run, --format   as above

  fits print what-we-own     one page to hand over, as HTML: redirect it into a file
      --folder SCHOOL        the school's folder

  fits schema [kind]         what records may hold, as JSON Schema for other editors (all kinds when none is named)

  fits --version, fits --help

Ends with 0 when all is well, 1 when something is wrong, 2 when it could not run.`;

const commands = {
  check,
  probe,
  print: printPage,
  import: importList,
  new: newSomething,
  schema: printSchema,
} as const;

/** Runs the command line and gives its exit status. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const wantsJson = args.some((arg, i) => arg === '--format=json' || (arg === '--format' && args[i + 1] === 'json'));
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    if (wantsJson) terminal.print(JSON.stringify({ error: error.message }));
    terminal.complain(`fits: ${error.message}`);
    return 2;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.version) return tell(terminal, packageJson.version);
  if (values.help || args.length === 0) return tell(terminal, helpFor(positionals[0], help));
  return runCommand(positionals, values, terminal);
}

type Values = ReturnType<typeof parse>['values'];

function runCommand([name = '', ...rest]: readonly string[], values: Values, terminal: Terminal): Promise<number> {
  if (!Object.hasOwn(commands, name))
    throw new CannotRun(
      `there is no command “${name}”. The commands are check, probe, import, new, print and schema; fits --help tells more.`,
    );
  const { format = 'text', today = process.env['FITS_TODAY'] } = values;
  if (format !== 'text' && format !== 'json') throw new CannotRun(`--format is text or json, not “${format}”.`);
  checkDay(today);
  const warningsAsErrors = values['warnings-as-errors'] ?? false;
  return commands[name as keyof typeof commands](
    rest,
    {
      ...listOptions(values),
      today,
      format,
      warningsAsErrors,
      all: values.all ?? false,
      folder: values.folder ?? [],
      since: values.since,
    },
    terminal,
  );
}

function listOptions({ map = [], dates, sheet, template, into, title, set = [], ...values }: Values) {
  return { map, dates, sheet, template, into, title, set, dryRun: values['dry-run'] ?? false };
}

/** Schools come by the list, every other record alone. */
function newSomething(names: readonly string[], options: CliOptions, terminal: Terminal): Promise<number> {
  return names[0] === 'schools' ? newSchools(names, options, terminal) : newRecord(names, options, terminal);
}

function tell(terminal: Terminal, text: string): number {
  terminal.print(text);
  return 0;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        today: { type: 'string' },
        format: { type: 'string' },
        since: { type: 'string' },
        folder: { type: 'string', multiple: true },
        'warnings-as-errors': { type: 'boolean' },
        all: { type: 'boolean' },
        map: { type: 'string', multiple: true },
        dates: { type: 'string' },
        sheet: { type: 'string' },
        'dry-run': { type: 'boolean' },
        template: { type: 'string' },
        into: { type: 'string' },
        title: { type: 'string' },
        set: { type: 'string', multiple: true },
        version: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new CannotRun(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error));
  }
}

function checkDay(today: string | undefined): void {
  if (today === undefined) return;
  if (!readDateTime(today).ok)
    throw new CannotRun(`--today wants a day such as 2026-11-23, with a time or without, not “${today}”.`);
}
