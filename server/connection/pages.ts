import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page can be read for so long after it was made. */
const keptMilliseconds = 10 * 60_000;

/**
 * Lets the browser of this computer read pages that were just made: on the loopback address only, each under a name that nobody can
 * guess, for ten minutes. A file would stay behind, and a browser in another window may not read this one's files.
 */
export class Pages {
  private readonly pages = new Map<string, string>();
  private server: Promise<Server> | undefined;

  /** The address of the page. */
  async offer(html: string): Promise<string> {
    this.server ??= this.listen();
    const { port } = (await this.server).address() as AddressInfo;
    const name = `/${randomBytes(16).toString('hex')}.html`;
    this.pages.set(name, html);
    setTimeout(() => this.pages.delete(name), keptMilliseconds).unref();
    return `http://127.0.0.1:${String(port)}${name}`;
  }

  private listen(): Promise<Server> {
    const server = createServer((request, response) => {
      const html = this.pages.get(request.url ?? '');
      response.writeHead(html === undefined ? 404 : 200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      response.end(html ?? 'This page is gone. Make it once more in VS Code.');
    });
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        server.unref();
        resolve(server);
      });
    });
  }

  async close(): Promise<void> {
    (await this.server)?.close();
  }
}
