import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { runCommand } from '../io.js';

/** Where Chromium is installed by the system. Suites that need it are skipped, visibly, where there is none. */
export const executable = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path));

/** What a suite is called, with the reason where it is skipped. */
export function needsBrowser(name: string): string {
  return executable === undefined ? `${name} (skipped: there is no Chromium here)` : name;
}

/** Starts the browser. Its own sandbox needs rights that containers do not give. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: executable ?? '', args: ['--no-sandbox'] });
}

/** A temporary folder with pages as the command writes them. */
export class PageFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), 'specshift-pages-'));

  remove(): void {
    rmSync(this.path, { recursive: true });
  }

  /** Writes the report of a move as a page, and gives its address. */
  async report(from: string, to: string, cwd?: string): Promise<string> {
    const file = join(this.path, `${from}-${to}.html`.replace(/[^\w.-]/g, '_'));
    const { code, stderr } = await runCommand(
      ['migrate', from, to, '--format', 'html', '--out', file],
      cwd === undefined ? {} : { cwd },
    );
    if (code !== 0) throw new Error(stderr);
    return pathToFileURL(file).href;
  }
}

/** Opens a page in a context of its own; everything that goes wrong in it is noted. */
export async function open(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly faults: readonly string[]; readonly requests: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  return { page, faults, requests };
}
