/**
 * A UDP socket that hears one address and port only. Connected, so that the kernel drops what others send and tells
 * at once when the port is shut; the source is compared here too, for systems whose kernel is less strict.
 */
import type { RemoteInfo } from 'node:dgram';
import { errorCode } from './context.ts';
import type { PermittedEndpoint } from './may-probe.ts';
import type { Sender } from './sender.ts';

export interface ConnectedUdp {
  /** Waits for the connection by itself; what is sent after `close` is dropped. */
  readonly send: (datagram: Uint8Array, sent?: () => void) => void;
  readonly close: () => void;
}

export interface UdpListener {
  readonly onDatagram: (datagram: Buffer) => void;
  /** Socket errors, ECONNREFUSED (a shut port) among them. */
  readonly onError: (error: Error) => void;
}

/** Opens the socket; errors come to the listener, never as a throw. */
export function openConnectedUdp(to: PermittedEndpoint, sender: Sender, listener: UdpListener): ConnectedUdp {
  const socket = sender.openUdp(to);
  let open = true;
  let connected = false;
  let waiting: (() => void)[] = [];
  socket.on('error', error => {
    if (open) listener.onError(error);
  });
  socket.on('message', (datagram: Buffer, from: RemoteInfo) => {
    if (open && from.port === to.port && from.address === to.address) listener.onDatagram(datagram);
  });
  // The event, not a callback: a callback would swallow the error of a connection that fails.
  socket.once('connect', () => {
    connected = true;
    for (const send of waiting) send();
    waiting = [];
  });
  socket.connect(to.port, to.address);
  const sendNow = (datagram: Uint8Array, sent?: () => void): void => {
    if (!open) return;
    socket.send(datagram, error => {
      if (!open) return;
      if (error !== null) listener.onError(error);
      else sent?.();
    });
  };
  return {
    send: (datagram, sent) => {
      if (connected) sendNow(datagram, sent);
      else waiting.push(() => sendNow(datagram, sent));
    },
    close: () => {
      if (!open) return;
      open = false;
      waiting = [];
      socket.close();
    },
  };
}

/** Linux and macOS say ECONNREFUSED, Windows ECONNRESET. */
export function isShutPort(error: Error): boolean {
  return ['ECONNREFUSED', 'ECONNRESET'].includes(errorCode(error));
}
