/**
 * Reads the output of iputils, busybox, BSD/macOS and Windows ping, in whatever language it came. It trusts single
 * answers, not the summary and not the exit code: Windows counts "Destination host unreachable" as received and ends
 * with 0.
 */
import type { Outcome, PingAnswer } from '../model/outcome.ts';
import { failed } from './context.ts';
import { packetsSent } from './ping-command.ts';

/**
 * @param output everything that ping wrote, decoded as latin1 (code pages differ; digits and `TTL=` do not)
 * @param address the address that was pinged
 * @param milliseconds how long the program ran
 */
export function parsePing(output: string, address: string, milliseconds: number): Outcome<PingAnswer> {
  const lines = output.split(/\r?\n/);
  const times = lines.map(line => answerTime(line, address)).filter(time => time !== undefined);
  const received = Math.min(times.length, packetsSent);
  if (received === 0) return explainSilence(output);
  const sum = times.reduce((total, time) => total + time, 0);
  const value: PingAnswer = {
    sent: packetsSent,
    received,
    least: Math.min(...times),
    mean: Math.round((sum / times.length) * 1000) / 1000,
    most: Math.max(...times),
    simulated: false,
  };
  return { ok: true, value, milliseconds };
}

/** True when the program did not understand the quick options, so that the plain ones should be tried. */
export function isUsageError(output: string): boolean {
  return /usage:|invalid option|unrecognized option|invalid number|bad timing interval|interval too short|cannot flood/i.test(
    output,
  );
}

/** Milliseconds of one answer line, or undefined when the line is none. "<1" reads as 1: at most so long. */
function answerTime(line: string, address: string): number | undefined {
  if (/\bDUP!/.test(line)) return undefined;
  const answer = /\b(?:ttl|hlim|hop limit)[=:]\s?\d+/i.test(line) || isWindowsIpv6Answer(line, address);
  if (!answer) return undefined;
  // Unix: "ttl=64 time=0.045 ms" in any language. Windows: "temps<1ms TTL=128", the unit in any code page.
  const unix = /\b(?:ttl|hlim)=\d+\s.*?[=<]\s?(\d+(?:[.,]\d+)?)\s?\S{0,6}/i.exec(line);
  const windows = /[=<]\s?(\d+)[^=<\d]{0,12}TTL=/i.exec(line);
  const plain = /[=<]\s?(\d+(?:[.,]\d+)?)\s?ms/i.exec(line);
  const text = (unix ?? windows ?? plain)?.[1];
  return text === undefined ? undefined : Number(text.replace(',', '.'));
}

/** Windows prints no TTL for IPv6: "Reply from fe80::1: time<1ms", the address and a time, nothing else. */
function isWindowsIpv6Answer(line: string, address: string): boolean {
  return address.includes(':') && line.includes(address) && /[=<]\s?\d+\s?ms\s*$/i.test(line);
}

function explainSilence(output: string): Outcome<PingAnswer> {
  if (/operation not permitted|permission denied|lacking privilege|are you root|access denied/i.test(output)) {
    return failed('cannot_run', 'This computer does not let ping run.');
  }
  if (/unreachable|no route to host/i.test(output)) return failed('unreachable', 'The network knows no way there.');
  if (isUsageError(output)) return failed('cannot_run', 'This ping understands neither form of the question.');
  return failed('no_answer', `None of ${packetsSent} pings came back.`);
}
