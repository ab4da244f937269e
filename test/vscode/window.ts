/** A VS Code window for tests and pictures: the server of server.ts with its workbench in a headless Chromium. */
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { addressOf, startServer, type Server, type ServerOptions } from './server.ts';

export interface WindowOptions extends ServerOptions {
  /** Folder or .code-workspace to open; absent = an empty window. */
  readonly folder?: string | undefined;
  /** File to open. */
  readonly file?: string | undefined;
  /** Extensions loaded from source folders, as by --extensionDevelopmentPath. */
  readonly developmentPaths?: readonly string[];
  /** Bundle with run(), as by --extensionTestsPath. */
  readonly testsPath?: string | undefined;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Console calls of the extension host in a test run. */
  readonly onLog?: (type: string, args: unknown[]) => void;
  /** The end of a test run. */
  readonly onExit?: (code: number) => void;
}

export interface Window extends Server {
  readonly page: Page;
  readonly browser: Browser;
}

const still = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
/** Not one name is looked up: what is not on this machine does not exist. */
const thisMachineOnly = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';
const silent = ['--disable-component-update', '--disable-sync'];

/** Any headless Chromium. It sees 127.0.0.1 only; as root it has no sandbox to give up. */
export async function startBrowser(): Promise<Browser> {
  const { executable, env } = await findChromium();
  const variables = Object.entries({ ...process.env, ...env }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return chromium.launch({
    executablePath: executable,
    env: Object.fromEntries(variables),
    args: ['--no-sandbox', thisMachineOnly, ...still, ...silent],
  });
}

/** Desktop VS Code takes these on its command line; the web workbench reads them from its page, once that is parsed. */
async function giveDevelopmentOptions(page: Page, server: Server, options: WindowOptions): Promise<void> {
  const remote = (file: string): object => ({ scheme: 'vscode-remote', authority: server.authority, path: file });
  const development = {
    extensions: (options.developmentPaths ?? []).map(remote),
    extensionTestsPath: options.testsPath ? remote(options.testsPath) : undefined,
  };
  // As text: this project compiles without the browser's own types.
  await page.addInitScript(`(options => document.addEventListener('readystatechange', () => {
    const config = document.getElementById('vscode-workbench-web-configuration');
    if (!config) return; // a frame of the page
    const settings = JSON.parse(config.getAttribute('data-settings'));
    settings.developmentOptions = { ...settings.developmentOptions, ...options };
    config.setAttribute('data-settings', JSON.stringify(settings));
  }, { once: true }))(${JSON.stringify(development)})`);
}

async function openPage(browser: Browser, server: Server, options: WindowOptions): Promise<Page> {
  const page = await browser.newPage({ viewport: options.viewport ?? { width: 1400, height: 900 } });
  await page.exposeFunction('codeAutomationLog', options.onLog ?? (() => undefined));
  await page.exposeFunction('codeAutomationExit', options.onExit ?? (() => undefined));
  await giveDevelopmentOptions(page, server, options);
  await page.goto(addressOf(server, options));
  return page;
}

/** Opens a window; waits for the page, not for the workbench in it (`page.locator('.monaco-workbench').waitFor()`). */
export async function start(options: WindowOptions = {}): Promise<Window> {
  const server = await startServer(options);
  try {
    const browser = await startBrowser();
    const close = async (): Promise<void> => {
      await browser.close();
      await server.close();
    };
    try {
      return { ...server, page: await openPage(browser, server, options), browser, close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    await server.close();
    throw error;
  }
}
