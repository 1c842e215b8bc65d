import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasShared, root, shared } from '../shared.js';
import { executable, launch, needsBrowser, open, PageFolder } from './browser.js';

/** The lowest contrast of any text on a page with its colours, and the text (WCAG 2.1, 1.4.3). */
function lowContrast(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const rgb = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: number[]): number => {
      const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((part) => {
        const share = part / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (start: Element): number[] => {
      for (let at: Element | null = start; at !== null; at = at.parentElement) {
        const colour = rgb(getComputedStyle(at).backgroundColor);
        if ((colour[3] ?? 1) > 0) return colour;
      }
      return [255, 255, 255];
    };
    for (const details of document.querySelectorAll('details')) details.open = true;
    const low = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || (node.textContent ?? '').trim() === '') continue;
      const style = getComputedStyle(element);
      if (style.display === 'none' || element.closest('option, script, style') !== null) continue;
      const [text, back] = [luminance(rgb(style.color)), luminance(behind(element))];
      const ratio = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (isLarge ? 3 : 4.5)) low.add(`${element.localName}.${element.className} ${ratio.toFixed(2)}`);
    }
    return [...low];
  });
}

/** How much of what was seen moved by itself while the page loaded and was scrolled through. */
async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let total = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // The types of the DOM lack this entry.
        const shift = entry as PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
        if (!shift.hadRecentInput) total += shift.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
    for (let at = 0; at < 12; at++) {
      window.scrollBy(0, 700);
      await frame();
    }
    return total;
  });
}

describe.skipIf(executable === undefined)(needsBrowser('what is measured of the page of a report'), () => {
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

  test.each(['light', 'dark'] as const)('text stands out from its ground in the %s scheme', async (colorScheme) => {
    const { page } = await open(browser, address, { colorScheme });
    expect(await lowContrast(page)).toEqual([]);
    await page.context().close();
  });

  test.each([360, 1_600])('nothing is wider than a window of %i pixels', async (width) => {
    const { page } = await open(browser, address, { viewport: { width, height: 800 } });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  });

  test.each([360, 1_280])('nothing moves by itself in a window of %i pixels', async (width) => {
    const { page } = await open(browser, address, { viewport: { width, height: 800 } });
    expect(await layoutShift(page)).toBeLessThan(0.01);
    await page.context().close();
  });

  test.each([
    [360, 'light'],
    [1_600, 'dark'],
  ] as const)('the start page fits a window of %i pixels, in the %s scheme', async (width, colorScheme) => {
    const start = pathToFileURL(join(root, 'generated/intercom/migrations/index.html')).href;
    const { page, faults, requests } = await open(browser, start, { colorScheme, viewport: { width, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect([await lowContrast(page), faults, requests]).toEqual([[], [], [start]]);
    await page.getByRole('link', { name: '2.13 to Preview' }).click();
    expect(await page.title()).toBe('Intercom REST API: 2.13 → Preview');
    await page.context().close();
  });

  // A machine that does other work paints late now and then; what the page can do is its best time.
  test.skipIf(!hasShared)('the official 2.15 → Preview is painted within 200 ms', async () => {
    const official = await folder.report('2.15.yaml', 'preview.yaml', `${shared}intercom/official`);
    const blank = join(folder.path, 'blank.html');
    writeFileSync(blank, '<!doctype html><title>-</title><p>-');
    const { page: warm } = await open(browser, pathToFileURL(blank).href);
    const times: number[] = [];
    for (let run = 0; run < 12 && Math.min(...times, Number.POSITIVE_INFINITY) >= 200; run++) {
      const { page } = await open(browser, official);
      await page.waitForTimeout(200);
      times.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity),
      );
      await page.context().close();
    }
    await warm.context().close();
    expect(Math.min(...times)).toBeLessThan(200);
  });
});
