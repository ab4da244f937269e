/** TCP ports of simulated devices: open, web pages with and without TLS, and ports that refuse. */
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import type { Certificate } from './tls-certificate.ts';

export interface TcpServer {
  readonly address: string;
  readonly port: number;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** Accepts and says nothing; the other side hangs up. */
export async function startOpenPort(address: string, port = 0): Promise<TcpServer> {
  return await listen(createServer(), address, port);
}

export async function startWebPage(address: string, title: string, port = 0): Promise<TcpServer> {
  return await listen(
    createHttp((_request, response) => response.end(`<!doctype html><title>${title}</title>`)),
    address,
    port,
  );
}

export async function startSecureWebPage(
  address: string,
  title: string,
  certificate: Certificate,
  port = 0,
): Promise<TcpServer> {
  const server = createHttps({ ...certificate }, (_request, response) =>
    response.end(`<!doctype html><title>${title}</title>`),
  );
  return await listen(server, address, port);
}

/** A port on which nothing listens: one that was free a moment ago, so a connection is refused. */
export async function findShutPort(address: string): Promise<number> {
  const server = await startOpenPort(address);
  await server.close();
  return server.port;
}

async function listen(server: Server, address: string, port: number): Promise<TcpServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    // The probe hangs up with RST, which is an error on this side.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    if (!(server.listenerCount('request') > 0)) socket.resume();
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = server.address();
  return {
    address,
    port: typeof bound === 'object' && bound !== null ? bound.port : port,
    connections: () => connections,
    close: async () => {
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
