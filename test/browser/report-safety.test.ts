import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasShared, shared } from '../shared.js';
import { executable, launch, needsBrowser, open, PageFolder } from './browser.js';

/** Texts that would run, load or show something if any of them became markup. */
const HOSTILE = [
  '</script><script>window.hacked = 1</script>',
  '</style><script>window.hacked = 2</script>',
  '<img src=x onerror="window.hacked = 3">',
  '"><svg onload="window.hacked = 4">',
  "' onmouseover='window.hacked = 5",
  '<a href="javascript:window.hacked = 6">a</a>',
  '--><iframe src="https://example.com/"></iframe><!--',
  '</title><base href="https://example.com/">',
  '\u202egnihtyna',
] as const;

/** A document in which every text that reaches a report is hostile. */
function documentWith(version: string, isAfter: boolean): string {
  const [script, style, image, svg, attribute, link, frame, title, bidi] = HOSTILE;
  const pet = {
    type: 'object',
    required: isAfter ? [image] : [],
    properties: {
      [script]: { type: isAfter ? 'string' : 'integer', default: isAfter ? svg : 1 },
      [image]: { type: 'string', enum: [style, isAfter ? attribute : link] },
      ...(isAfter ? { [frame]: { type: 'string', examples: [script] } } : { [bidi]: { type: 'string' } }),
      __proto__: { type: 'string' },
    },
  };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/pet' } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: `${title} ${script}`, version: `${version}${svg}` },
    paths: {
      [`/${isAfter ? 'a' : 'b'}</script>{${image}}`]: {
        get: {
          tags: [svg],
          operationId: attribute,
          summary: script,
          responses: { 200: { description: image, content } },
        },
      },
      '/pets': {
        post: {
          tags: [script],
          summary: frame,
          requestBody: { content },
          responses: { 200: { description: link, content } },
          'x-behavior': [{ id: 'a', breaking: isAfter, summary: image }],
        },
      },
    },
    components: { schemas: { pet } },
  });
}

describe.skipIf(executable === undefined)(needsBrowser('the page of hostile documents'), () => {
  const folder = new PageFolder();
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    folder.remove();
  });

  const hackedIn = (): unknown => (window as { readonly hacked?: unknown }).hacked ?? null;

  async function expectHarmless(address: string): Promise<void> {
    const { page, faults, requests } = await open(browser, address);
    await page.mouse.move(300, 300);
    const found = await page.evaluate(() => ({
      scripts: document.querySelectorAll('script').length,
      strange: document.querySelectorAll('img, iframe, object, embed, svg, base, link, form[action]').length,
      handlers: [...document.querySelectorAll('*')].filter((element) =>
        [...element.attributes].some(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value)),
      ).length,
      addresses: [...document.querySelectorAll('a')].filter(
        (link) => !(link.getAttribute('href') ?? '').startsWith('#'),
      ).length,
      bidi: /[\u202a-\u202e\u2066-\u2069]/.test(document.documentElement.outerHTML),
    }));
    expect(found).toEqual({ scripts: 1, strange: 0, handlers: 0, addresses: 0, bidi: false });
    expect([await page.evaluate(hackedIn), faults, requests]).toEqual([null, [], [address]]);
    await page.context().close();
  }

  test('runs nothing of theirs, and shows their texts', async () => {
    writeFileSync(join(folder.path, '1.json'), documentWith('1', false));
    writeFileSync(join(folder.path, '2.json'), documentWith('2', true));
    const address = await folder.report('1.json', '2.json', folder.path);
    await expectHarmless(address);
    const { page } = await open(browser, address);
    const text = (await page.locator('body').textContent()) ?? '';
    expect(HOSTILE.slice(0, 2).filter((hostile) => !text.includes(hostile))).toEqual([]);
    expect(await page.locator('.card').count()).toBeGreaterThan(3);
    await page.context().close();
  });

  test.skipIf(!hasShared)('of the collection are harmless as well', async () => {
    const cwd = `${shared}hostile/spec`;
    const empty = join(folder.path, 'empty.json');
    writeFileSync(empty, JSON.stringify({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths: {} }));
    for (const name of ['174-markdown.json', '168-info-urls.json', '161-param-names.json']) {
      await expectHarmless(await folder.report(empty, name, cwd));
      await expectHarmless(await folder.report(name, empty, cwd));
    }
  });

  test('is kept from running scripts that get into it, and from the network', async () => {
    writeFileSync(join(folder.path, '3.json'), documentWith('1', false));
    writeFileSync(join(folder.path, '4.json'), documentWith('2', true));
    const { page } = await open(browser, await folder.report('3.json', '4.json', folder.path));
    const blocked = await page.evaluate(async () => {
      const kinds: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => kinds.push(effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.hacked = 7';
      const image = document.createElement('img');
      image.src = 'http://127.0.0.1:9/x.png';
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      const handler = document.createElement('p');
      handler.setAttribute('onclick', 'window.hacked = 8');
      document.body.append(script, image, style, handler);
      handler.click();
      await fetch('http://127.0.0.1:9/').catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 200));
      return kinds.sort();
    });
    expect(blocked).toEqual(['connect-src', 'img-src', 'script-src-attr', 'script-src-elem', 'style-src-elem']);
    expect(await page.evaluate(hackedIn)).toBe(null);
    await page.context().close();
  });
});
