import type {
  DeviceReport,
  DeviceState,
  Outcome,
  PingAnswer,
  PortAnswer,
  SystemGroup,
} from '../server/model/outcome.ts';
import { failureWords, stateWords } from './outcome-words.ts';
import { counted, type Translate } from './translate.ts';

type Row = readonly [name: string, value: string];

/** One device's check as a page of plain text: what it means first, what was seen below. */
export function deviceText(t: Translate, report: DeviceReport): string {
  const rows: readonly Row[] = [
    [t('Checked'), moment(report.at)],
    [t('Address'), report.target.address === '' ? t('none recorded') : report.target.address],
    [t('Ping'), pingText(t, report.ping)],
    ...report.ports.map((port): Row => [t('Port {0}', port.port), portText(t, port)]),
    [t('SNMP'), report.snmp.ok ? t('answered in {0}', time(report.snmp.milliseconds)) : failure(t, report.snmp)],
    ...(report.snmp.ok ? systemRows(t, report.snmp.value) : []),
  ];
  return [heading(report), '', sentence(report.summary, t(stateWords[report.state])), '', ...table(rows), ''].join(
    '\n',
  );
}

/** A whole school's check: the sum, then what needs somebody, then the rest as one line each. */
export function schoolText(t: Translate, summary: string, reports: readonly DeviceReport[]): string {
  const lines = [t('Check of all devices'), '', summary, ''];
  for (const state of ['down', 'warning', 'unknown', 'ok'] as const) lines.push(...stateSection(t, state, reports));
  const troubled = reports.filter(report => report.state === 'down' || report.state === 'warning');
  for (const report of troubled) lines.push('─'.repeat(60), '', deviceText(t, report));
  return lines.join('\n');
}

function stateSection(t: Translate, state: DeviceState, reports: readonly DeviceReport[]): readonly string[] {
  const of = reports.filter(report => report.state === state);
  if (of.length === 0) return [];
  const titles: Readonly<Record<DeviceState, string>> = {
    down: counted(t, of.length, '{0} device does not answer', '{0} devices do not answer'),
    warning: counted(t, of.length, '{0} device answers only in part', '{0} devices answer only in part'),
    unknown: counted(t, of.length, '{0} device could not be checked', '{0} devices could not be checked'),
    ok: counted(t, of.length, '{0} device answers', '{0} devices answer'),
  };
  if (state === 'ok') {
    // The short column first, so that no line runs out of half a window.
    const lines = of.map(report => `  ${shortPing(report.ping).padStart(7)}  ${heading(report)}`);
    return [titles[state], ...lines, ''];
  }
  // A sentence of its own says which device it is about.
  const lines = of.map(report => `  ${sentence(report.summary, heading(report))}`);
  return [titles[state], ...lines, ''];
}

/** For the log: one line a device. */
export function logLine(t: Translate, report: DeviceReport): string {
  return `${heading(report)}: ${sentence(report.summary, t(stateWords[report.state]))} (${time(report.milliseconds)})`;
}

function heading({ target }: DeviceReport): string {
  if (target.title === '') return target.id === '' ? target.address : target.id;
  return target.id === '' ? target.title : `${target.title} (${target.id})`;
}

function sentence(text: string, otherwise: string): string {
  return text === '' ? otherwise : text;
}

function pingText(t: Translate, ping: Outcome<PingAnswer>): string {
  if (!ping.ok) return failure(t, ping);
  const { sent, received, least, mean, most, simulated } = ping.value;
  const came = t('{0} of {1} came back', received, sent);
  const took =
    mean === null || least === null || most === null
      ? ''
      : `\n${t('on average in {0}', time(mean))}\n(${t('{0} to {1}', time(least), time(most))})`;
  return `${came}${took}${simulated ? `\n${t('simulated by the demonstration network')}` : ''}`;
}

function shortPing(ping: Outcome<PingAnswer>): string {
  return ping.ok && ping.value.mean !== null ? time(ping.value.mean) : '';
}

function portText(t: Translate, { name, outcome }: PortAnswer): string {
  const open = (value: { readonly open: boolean }, milliseconds: number): string =>
    value.open ? t('open ({0})', time(milliseconds)) : t('shut, but the device is there');
  const words = outcome.ok ? open(outcome.value, outcome.milliseconds) : failure(t, outcome);
  return name === '' ? words : `${name}: ${words}`;
}

function systemRows(t: Translate, system: SystemGroup): readonly Row[] {
  const rows: readonly Row[] = [
    [t('  calls itself'), system.sysName],
    [t('  describes itself'), system.sysDescr],
    [t('  says it stands in'), system.sysLocation],
    [t('  names as contact'), system.sysContact],
    [t('  running for'), duration(t, system.upSeconds)],
    [t('  model code'), system.sysObjectID],
  ];
  return rows.filter(([, value]) => value !== '');
}

/** The detail comes from the world and only helps where the words alone would say nothing. */
function failure(t: Translate, outcome: Outcome<unknown> & { readonly ok: false }): string {
  const words = t(failureWords[outcome.reason]);
  const telling = outcome.reason === 'bad_answer' || outcome.reason === 'cannot_run';
  return telling && outcome.detail !== '' ? `${words} (${outcome.detail})` : words;
}

/** Values stand in one column, narrow enough for half a window; a value's further lines stand below its first. */
function table(rows: readonly Row[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => {
    const lines = value.split(/\r\n|\r|\n/).flatMap(line => folded(line, Math.max(24, page - width)));
    return `${name.padEnd(width)}${lines.join(`\n${' '.repeat(width)}`)}`.trimEnd();
  });
}

const page = 42;

/** Broken between words. A word that is longer stays whole. */
function folded(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  // A number and its unit stay together.
  for (const word of text.split(/ (?!m?s\b)/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function duration(t: Translate, seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (days > 0) return `${counted(t, days, '{0} day', '{0} days')} ${counted(t, hours, '{0} hour', '{0} hours')}`;
  if (hours > 0)
    return `${counted(t, hours, '{0} hour', '{0} hours')} ${counted(t, minutes, '{0} minute', '{0} minutes')}`;
  return counted(t, minutes, '{0} minute', '{0} minutes');
}

function time(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds >= 10 ? milliseconds.toFixed(0) : milliseconds.toFixed(1)} ms`;
}

/** The reader's own clock. */
function moment(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : at.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}
