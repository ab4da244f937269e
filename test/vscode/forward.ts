/**
 * What code-server's own front does, and VS Code's server alone does not: `/<port>/path` is answered by this computer's port. A page that
 * the extension offers on the loopback address is reached through it. Loopback only, GET only.
 */
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Forwarder {
  /** For VSCODE_PROXY_URI; VS Code puts the port in. */
  readonly template: string;
  close(): void;
}

export async function startForwarder(): Promise<Forwarder> {
  const server: Server = createServer((asked, answer) => {
    const [, port, path = '/'] = /^\/(\d{1,5})(\/.*)$/.exec(asked.url ?? '') ?? [];
    if (port === undefined || asked.method !== 'GET') {
      answer.writeHead(404).end();
      return;
    }
    const forwarded = request({ host: '127.0.0.1', port: Number(port), path }, from => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
    forwarded.on('error', () => answer.writeHead(502).end());
    forwarded.end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { template: `http://127.0.0.1:${String(port)}/{{port}}`, close: () => server.close() };
}
