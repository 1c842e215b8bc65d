import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executable, launch, needsBrowser, open, PageFolder } from './browser.js';

describe.skipIf(executable === undefined)(needsBrowser('the page of a report'), () => {
  const folder = new PageFolder();
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    [browser, address] = await Promise.all([launch(), folder.report('intercom@2.15', 'intercom@preview')]);
  });
  afterAll(async () => {
    await browser?.close();
    folder.remove();
  });

  const shown = (page: Page): Promise<number> => page.locator('.card:visible').count();

  test('loads nothing and complains of nothing', async () => {
    const { page, faults, requests } = await open(browser, address);
    expect([faults, requests]).toEqual([[], [address]]);
    expect(await page.title()).toBe('Intercom REST API: 2.15 → Preview');
    await page.context().close();
  });

  test('finds words, and says how many findings are left', async () => {
    const { page } = await open(browser, address);
    const all = await shown(page);
    await page.getByRole('searchbox').fill('owner_id contact');
    const left = await shown(page);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(all);
    expect(await page.locator('.filters output').textContent()).toBe(`${left} of ${all} entries`);
    await page.getByRole('searchbox').fill('nothing has these words');
    expect(await shown(page)).toBe(0);
    expect(await page.getByText('Nothing fits.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => shown(page)).toBe(all);
    await page.context().close();
  });

  test.each([
    ['Operation', 'GET /conversations/{id}', 'operations'],
    ['Impact', 'Breaking', 'impact'],
    ['Contract', 'Compiled code only', 'contract'],
    ['Resource', 'Tickets', 'resource'],
  ])('filters by %s', async (label, choice, field) => {
    const { page } = await open(browser, address);
    const all = await page.locator('.card').count();
    const value = await page.getByLabel(label, { exact: true }).selectOption({ label: choice });
    const values = await page
      .locator('.card:visible')
      .evaluateAll((cards, name) => cards.map((card) => (card as HTMLElement).dataset[name] ?? ''), field);
    expect(values.length).toBeGreaterThan(0);
    expect(values.length).toBeLessThan(all);
    expect(values.filter((own) => !own.split(' ').includes(value[0] ?? '') && own !== value[0])).toEqual([]);
    await page.context().close();
  });

  test('counts again in the headings, and leaves out sections without findings', async () => {
    const { page } = await open(browser, address);
    await page.getByLabel('Contract', { exact: true }).selectOption({ label: 'Compiled code only' });
    const headings = await page.locator('section[data-kind]:visible h2').allTextContents();
    expect(headings).toContainEqual(expect.stringMatching(/^Breaking at compile time only \(\d+\)$/));
    expect(headings.some((heading) => heading.startsWith('Breaking on the wire'))).toBe(false);
    await page.context().close();
  });

  test('goes to the finding a link names, also where a filter hides it', async () => {
    const { page } = await open(browser, address);
    const id = (await page.locator('#silent .card').first().getAttribute('id')) ?? '';
    const linked = await open(browser, `${address}#${id}`);
    const card = linked.page.locator(`#${id}`);
    await expect.poll(() => card.evaluate((element) => element === document.activeElement)).toBe(true);
    const top = await card.evaluate((element) => element.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(200);
    await page.getByRole('searchbox').fill('nothing has these words');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, id);
    await expect.poll(() => page.locator(`#${id}`).isVisible()).toBe(true);
    await page.context().close();
    await linked.page.context().close();
  });

  test('copies a piece of code', async () => {
    const { page } = await open(browser, address, { permissions: ['clipboard-read', 'clipboard-write'] });
    const figure = page.locator('#wire figure').first();
    await figure.getByRole('button').click();
    await expect.poll(() => figure.getByRole('button').textContent()).toBe('Copied');
    expect(await page.getByRole('status').last().textContent()).toBe('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await figure.locator('pre').textContent());
    expect(copied.length).toBeGreaterThan(20);
    await page.context().close();
  });

  test('can be used by the keyboard alone', async () => {
    const { page } = await open(browser, address);
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('name') || '');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the findings');
    expect(await page.locator('.skip').evaluate((link) => link.getBoundingClientRect().left)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('/');
    expect(await focused()).toBe('search');
    await page.keyboard.type('owner/id');
    expect(await page.getByRole('searchbox').inputValue()).toBe('owner/id');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    const summary = page.locator('#wire .card summary', { hasText: 'Payload' }).first();
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#wire details[open] > summary', { hasText: 'Payload' }).count()).toBe(1);
    const box = page.locator('h3 input').first();
    await box.focus();
    await page.keyboard.press('Space');
    expect(await box.isChecked()).toBe(true);
    await page.context().close();
  });

  test('gives every control a name, and every heading its level', async () => {
    const { page } = await open(browser, address);
    const nameless = await page.evaluate(() => {
      const controls = [...document.querySelectorAll('a, button, input, select, summary')];
      return controls
        .filter((control) => {
          const [named] =
            control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? (control.labels ?? []) : [];
          const label = control.getAttribute('aria-label') ?? named?.textContent ?? control.textContent;
          return (label ?? '').trim() === '';
        })
        .map((control) => control.outerHTML.slice(0, 200));
    });
    expect(nameless).toEqual([]);
    const levels = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => Number(heading.localName.slice(1))),
    );
    expect(levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1)).toEqual([]);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.length).toBe(new Set(ids).size);
    await page.context().close();
  });

  test('can be read without JavaScript', async () => {
    const { page, faults } = await open(browser, address, { javaScriptEnabled: false });
    expect(await page.locator('.card').count()).toBeGreaterThan(100);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.copy:visible').count()).toBe(0);
    await page.locator('#wire summary', { hasText: 'Payload' }).first().click();
    expect(await page.locator('#wire details[open] > summary', { hasText: 'Payload' }).count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('prints everything, without what only a screen can use', async () => {
    const { page } = await open(browser, address);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.copy:visible').count()).toBe(0);
    const closed = page.locator('details:not([open])').first();
    expect(
      await closed.evaluate((element) => element.lastElementChild?.getBoundingClientRect().height),
    ).toBeGreaterThan(0);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(100_000);
    await page.context().close();
  });
});
