import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { pictureOf } from './picture.ts';
import { type Started, start } from './started.ts';
import { watch } from './watched.ts';

let browser: Browser;
let started: Started;

beforeAll(async () => {
  started = await start('--port', '0');
  browser = await chromium.launch(inject('browser'));
});

afterAll(async () => {
  await browser?.close();
  await started?.end('SIGTERM');
});

/** The page as served, with all that it asks for and complains of written down. */
async function visit() {
  const page = await browser.newPage({ viewport: { width: 480, height: 270 } });
  const requests: string[] = [];
  const complaints: string[] = [];
  // What a worker runs of what the page has loaded comes from the browser's cache.
  const programs = new Set<string>();
  page.on('request', (request) => requests.push(request.url()));
  page.on('worker', (worker) => requests.push(worker.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    if (response.url().endsWith('.js')) programs.add(response.url());
  });
  await page.addInitScript(watch);
  await page.goto(started.address);
  await drawn(page, 3);
  return { page, requests, complaints, programs };
}

const frames = (page: Page) => page.evaluate(() => window.watched.frames);

async function drawn(page: Page, count: number): Promise<void> {
  const from = await frames(page);
  await expect.poll(() => frames(page), { timeout: 90_000 }).toBeGreaterThan(from + count);
}

describe('law 11: the page as it is shipped', () => {
  test('begins with sound: one context, one loop, nothing refused, nothing from elsewhere, and it is heard and seen', async () => {
    const { page, requests, complaints, programs } = await visit();
    expect(await page.evaluate(() => window.watched.contexts)).toBe(0);

    await page.getByRole('button', { name: 'Begin with sound' }).click();
    await expect.poll(() => page.evaluate(() => window.watched.level()), { timeout: 90_000 }).toBeGreaterThan(0.001);
    await page.evaluate(() => {
      window.watched.loops = 0;
    });
    await drawn(page, 8);

    const seen = await page.evaluate(() => ({ ...window.watched, level: 0 }));
    expect(seen.contexts).toBe(1);
    expect(seen.loops).toBe(1);
    expect(seen.violations).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(started.address))).toEqual([]);

    const picture = await pictureOf(page);
    expect(picture.deviation).toBeGreaterThan(3);
    expect(picture.brightest).toBeGreaterThan(40);

    const bodies = await Promise.all([...programs].map(async (url) => (await fetch(url)).arrayBuffer()));
    const gzip = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(programs.size).toBeGreaterThan(0);
    expect(gzip).toBeLessThanOrEqual(300_000);
    await page.close();
  });

  test('begins silently, by keyboard, without any audio context', async () => {
    const { page, complaints } = await visit();
    await page.getByRole('button', { name: 'Begin silently' }).press('Enter');
    await drawn(page, 5);
    expect(await page.evaluate(() => window.watched.contexts)).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('shows no scroll bars', async () => {
    const { page } = await visit();
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
      return [scrollWidth - clientWidth, scrollHeight - clientHeight];
    });
    expect(size).toEqual([0, 0]);
    await page.close();
  });
});
