/** The sentence of a report: at most two, what was seen and what to do. Pure. */
import type { DeviceReport, DeviceState, Outcome, PortAnswer, ProbeTarget } from '../model/outcome.ts';
import { reasonWords } from './sentences.data.ts';
import { lostPings, wasAsked, type Seen } from './state.ts';

export function describeDevice(target: ProbeTarget, seen: Seen, state: DeviceState): string {
  if (state === 'unknown') return describeUnasked(target, seen);
  if (state === 'down') return describeDown(target, seen);
  const troubles = findTroubles(target, seen);
  const first = troubles[0];
  if (first === undefined) return describeWell(target, seen);
  return `${nameOf(target)} answers, but ${joinWords(troubles.map(trouble => trouble.words))}. ${first.advice}`;
}

/** One sentence for a whole run: "14 answer, 2 answer only in part, 1 does not." */
export function summariseReports(reports: readonly Pick<DeviceReport, 'state'>[]): string {
  if (reports.length === 0) return 'There was no device to try.';
  const count = (state: DeviceState): number => reports.filter(report => report.state === state).length;
  const parts = [
    countWords(count('ok'), 'answers', 'answer'),
    countWords(count('warning'), 'answers only in part', 'answer only in part'),
    countWords(count('down'), 'does not answer', 'do not answer'),
    countWords(count('unknown'), 'could not be tried', 'could not be tried'),
  ];
  return `${parts.filter(part => part !== '').join(', ')}.`;
}

/** Title, then id; the id is left out where the title already holds it. */
export function nameOf(target: ProbeTarget): string {
  if (target.title === '') return target.id;
  return target.id === '' || target.title.includes(target.id) ? target.title : `${target.title} (${target.id})`;
}

interface Trouble {
  readonly words: string;
  readonly advice: string;
}

/** Most important first: its advice is the one that is given. */
function findTroubles(target: ProbeTarget, seen: Seen): readonly Trouble[] {
  return [...snmpTrouble(target, seen.snmp), ...portTrouble(seen.ports), ...pingTrouble(seen)];
}

function snmpTrouble(target: ProbeTarget, snmp: Outcome<unknown>): readonly Trouble[] {
  if (snmp.ok || !wasAsked(snmp)) return [];
  const stored = `the stored name "${target.credential}"`;
  if (snmp.reason === 'wrong_credential') {
    return [{ words: `refuses SNMP: ${stored} was not accepted`, advice: reasonWords.wrong_credential.advice }];
  }
  if (snmp.reason === 'refused') {
    return [{ words: 'SNMP is switched off on it', advice: 'Switch SNMP on there, or record that it speaks none.' }];
  }
  if (snmp.reason === 'bad_answer') {
    return [{ words: 'what it says by SNMP cannot be used', advice: reasonWords.bad_answer.advice }];
  }
  // Agents are silent to a wrong community, so silence has two causes that cannot be told apart from here.
  const advice =
    target.snmp === 'v3'
      ? 'See whether SNMP is on there, and whether it lets this computer ask.'
      : `See whether SNMP is on there, and whether ${stored} is the one that it expects.`;
  return [{ words: 'is silent to SNMP', advice }];
}

function portTrouble(ports: readonly PortAnswer[]): readonly Trouble[] {
  const silent = ports.filter(port => !port.outcome.ok && wasAsked(port.outcome));
  if (silent.length === 0) return [];
  const words = `there is silence at ${joinWords(silent.map(portWords))}`;
  return [{ words, advice: 'See whether that service runs, and whether a firewall stands between.' }];
}

function pingTrouble(seen: Seen): readonly Trouble[] {
  const lost = lostPings(seen);
  if (seen.ping.ok && lost > 0) {
    return [
      {
        words: `${lost} of ${seen.ping.value.sent} pings ${lost === 1 ? 'was' : 'were'} lost`,
        advice: 'Look at its cable or its radio link.',
      },
    ];
  }
  if (seen.ping.ok || !wasAsked(seen.ping)) return [];
  return [{ words: 'not to ping', advice: 'Some devices are set so; if this one is, there is nothing to do.' }];
}

function describeWell(target: ProbeTarget, seen: Seen): string {
  const answers: string[] = [];
  if (seen.ping.ok) answers.push(pingWords(seen.ping.value));
  const open = seen.ports.filter(port => port.outcome.ok && port.outcome.value.open);
  answers.push(...open.map(portWords));
  if (seen.snmp.ok) answers.push(snmpWords(seen.snmp.value.sysName));
  const shut = seen.ports.filter(port => port.outcome.ok && !port.outcome.value.open);
  const first = answers.length === 0 ? 'is there' : `answers: ${joinWords(answers)}`;
  return [`${nameOf(target)} ${first}.`, describeNote(target, seen, shut)].filter(text => text !== '').join(' ');
}

/** The second sentence of a device that is well: the most useful thing that was not asked or is shut. */
function describeNote(target: ProbeTarget, seen: Seen, shut: readonly PortAnswer[]): string {
  if (shut.length > 0) {
    const [verb, is] = shut.length === 1 ? ['is', 'it is'] : ['are', 'they are'];
    return `Its ${joinWords(shut.map(portWords))} ${verb} shut: nothing to do unless ${is} needed.`;
  }
  if (!seen.snmp.ok && seen.snmp.reason === 'no_credential') {
    return target.credential === ''
      ? 'SNMP was not asked, because the record names no stored name and password.'
      : fill(reasonWords.no_credential.said, target);
  }
  if (!seen.ping.ok && seen.ping.reason === 'cannot_run') return 'It was not pinged: this computer cannot.';
  return '';
}

function describeDown(target: ProbeTarget, seen: Seen): string {
  const silent = [
    ...(wasAsked(seen.ping) ? ['five pings'] : []),
    ...seen.ports.filter(port => wasAsked(port.outcome)).map(portWords),
    ...(wasAsked(seen.snmp) ? ['SNMP'] : []),
  ];
  const asked = [seen.ping, ...seen.ports.map(port => port.outcome), seen.snmp].filter(wasAsked);
  const cutOff = asked.every(outcome => !outcome.ok && outcome.reason === 'unreachable');
  const words = cutOff ? reasonWords.unreachable : reasonWords.no_answer;
  const said = cutOff ? fill(words.said, target) : `${nameOf(target)} did not answer ${joinWords(silent, 'or')}.`;
  return `${said} ${words.advice}`;
}

/** Every outcome is a refusal of ours; the one that concerns all of them is the one to tell. */
function describeUnasked(target: ProbeTarget, seen: Seen): string {
  const reasons = [seen.ping, ...seen.ports.map(port => port.outcome), seen.snmp].map(outcome =>
    outcome.ok ? 'cannot_run' : outcome.reason,
  );
  const words = reasonWords[reasons[0] ?? 'cannot_run'];
  return `${fill(words.said, target)} ${fill(words.advice, target)}`;
}

function fill(text: string, target: ProbeTarget): string {
  // One pass, with a function: a title may hold `{address}` or `$&`.
  const words = { device: nameOf(target), address: target.address, credential: target.credential };
  return text.replace(/\{(device|address|credential)\}/g, (_all, key: keyof typeof words) => words[key]);
}

function pingWords(ping: { readonly mean: number | null; readonly simulated: boolean }): string {
  const name = ping.simulated ? 'simulated ping' : 'ping';
  return ping.mean === null
    ? name
    : `${name} (${ping.mean < 10 ? Number(ping.mean.toFixed(1)) : Math.round(ping.mean)} ms)`;
}

function portWords(port: PortAnswer): string {
  return `${port.name} (port ${port.port})`;
}

function snmpWords(sysName: string): string {
  return sysName === '' ? 'SNMP' : `SNMP, where it calls itself "${sysName}"`;
}

function countWords(count: number, one: string, many: string): string {
  if (count === 0) return '';
  return `${count} ${count === 1 ? one : many}`;
}

/** "a, b and c". */
function joinWords(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
