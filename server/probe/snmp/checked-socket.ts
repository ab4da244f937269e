/**
 * The socket that net-snmp gets instead of node:dgram's: connected to one endpoint, every datagram checked first
 * (answer-check.ts), Reports counted, socket errors passed on – net-snmp swallows them – and no throw of net-snmp
 * let out. Reusable for walks: it knows nothing of GET.
 */
import { EventEmitter } from 'node:events';
import { openConnectedUdp } from '../connected-udp.ts';
import type { PermittedEndpoint } from '../may-probe.ts';
import type { Sender } from '../sender.ts';
import { checkAnswer, questionId, type Expected } from './answer-check.ts';
import type { SocketForNetSnmp } from './net-snmp.ts';

/** What was noticed below net-snmp since the last `forget`. */
export interface SocketNotes {
  /** The newest datagram that was dropped, in words; undefined when none was. */
  readonly fault: string | undefined;
  /** v3 Reports: the number of them, and the usmStats counter of the newest (0 = none named). */
  readonly reports: number;
  readonly counter: number;
}

export interface CheckedSocket {
  readonly forNetSnmp: SocketForNetSnmp;
  readonly notes: () => SocketNotes;
  /** Before each new question. */
  readonly forget: () => void;
}

/** RFC 3414 needs at most two Reports a question: one to find the engine, one to set the clock. */
export const mostReports = 2;

/**
 * @param onEnd the socket cannot go on: a socket error, too many Reports, or a throw inside net-snmp. The caller ends
 * the request with it.
 */
export function createCheckedSocket(
  to: PermittedEndpoint,
  sender: Sender,
  expected: Omit<Expected, 'isWaiting'>,
  onEnd: (error: Error) => void,
): CheckedSocket {
  const events = new EventEmitter();
  const ids = new Set<number>();
  let fault: string | undefined;
  let reports = 0;
  let counter = 0;
  const onDatagram = (datagram: Buffer): void => {
    const checked = checkAnswer(datagram, { ...expected, isWaiting: id => ids.has(id) });
    if (!checked.ok) {
      fault = checked.fault;
      return;
    }
    if (checked.report) {
      reports += 1;
      counter = checked.counter;
      if (reports > mostReports) return onEnd(new Error('too many reports'));
    }
    try {
      events.emit('message', datagram);
    } catch (error) {
      fault = 'it could not be read';
      onEnd(error instanceof Error ? error : new Error('unreadable'));
    }
  };
  const udp = openConnectedUdp(to, sender, { onDatagram, onError: onEnd });
  const forNetSnmp: SocketForNetSnmp = {
    on: (event, listener) => events.on(event, listener),
    // Port and address of net-snmp are ignored: this socket is connected to the permitted endpoint and to no other.
    send: (...[buffer, offset, length, , , sent]) => {
      const datagram = buffer.subarray(offset, offset + length);
      const id = questionId(datagram);
      if (id !== undefined) ids.add(id);
      udp.send(datagram, () => sent(null));
    },
    close: () => {
      udp.close();
      events.emit('close');
    },
    ref: () => undefined,
    unref: () => undefined,
  };
  return {
    forNetSnmp,
    notes: () => ({ fault, reports, counter }),
    forget: () => {
      ids.clear();
      fault = undefined;
      reports = 0;
      counter = 0;
    },
  };
}
