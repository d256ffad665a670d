import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Started, start } from '../browser/started.ts';
import { momentOf, pictureOf, seekTo, slowly, stateOf, stillOf, visit, whereOf } from './visited.ts';

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

// A page left open goes on drawing, and takes the next one's time.
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const notice = (page: Page) => page.getByRole('status').textContent();

/** The picture after something has changed it, at rest again. */
async function changed(page: Page, before: string): Promise<string> {
  await expect.poll(async () => (await pictureOf(page)) !== before, slowly).toBe(true);
  return stillOf(page);
}

describe('the page', () => {
  test('is walked by keyboard alone: begin, pause, next, previous, seek, help, linger', async () => {
    const { page, complaints } = await visit(browser, started.address);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Begin with sound');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => stateOf(page), slowly).toBe('playing');
    const from = await momentOf(page);
    await expect.poll(() => momentOf(page), slowly).toBeGreaterThan(from + 0.5);

    await page.keyboard.press('Space');
    await expect.poll(() => stateOf(page), slowly).toBe('paused');
    const held = await momentOf(page);
    const picture = await stillOf(page);
    await page.keyboard.press('n');
    expect(await changed(page, picture)).not.toBe(picture);
    expect(await whereOf(page)).toMatch(/^Need, /);
    await page.keyboard.press('p');
    await expect.poll(() => whereOf(page), slowly).toMatch(/^Moss, 0:00 of /);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => whereOf(page), slowly).toMatch(/^Moss, 0:10 of /);
    await seekTo(page, held);
    await expect.poll(() => pictureOf(page), slowly).toBe(picture);

    await page.keyboard.press('h');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await page.keyboard.press('l');
    expect(await page.getByRole('button', { name: 'Linger' }).getAttribute('aria-pressed')).toBe('true');
    expect(complaints).toEqual([]);
  });

  test('a tap in the moss adds its ring, and a seek lets it go', async () => {
    // High enough for moss between the horizon and the controls.
    const viewport = { width: 480, height: 480 };
    const { page } = await visit(browser, `${started.address}#t=40`, { reducedMotion: 'reduce', viewport });
    await page.getByRole('button', { name: 'Begin silently' }).click();
    await expect.poll(() => stateOf(page), slowly).toBe('playing');
    await expect.poll(() => momentOf(page), slowly).toBeGreaterThan(40.5);
    await page.mouse.click(240, 270);
    const tapped = await momentOf(page);
    await expect.poll(() => momentOf(page), slowly).toBeGreaterThan(tapped + 1);
    await page.keyboard.press('Space');
    await expect.poll(() => stateOf(page), slowly).toBe('paused');
    const ringed = await stillOf(page);
    await seekTo(page, await momentOf(page));
    await changed(page, ringed);
  });

  test('a link reproduces its moment, and the copied one is that moment’s', async () => {
    const options = { reducedMotion: 'reduce' } as const;
    const address = `${started.address}#p=twilight&s=11&t=31.25`;
    const pictures: string[] = [];
    for (let load = 0; load < 2; load++) {
      const { page } = await visit(browser, address, options);
      pictures.push(await stillOf(page));
      expect(await momentOf(page)).toBe(31.25);
      if (load === 1) {
        await page.getByRole('button', { name: 'Begin silently' }).click();
        await page.keyboard.press('Space');
        await seekTo(page, 77.5);
        await page.keyboard.press('c');
        await expect.poll(() => page.evaluate(() => location.hash)).toBe('#p=twilight&s=11&t=77.5');
      }
      await page.context().close();
    }
    expect(pictures[1]).toBe(pictures[0]);
    const { page } = await visit(browser, `${started.address}#p=twilight&s=12&t=31.25`, options);
    expect(await stillOf(page)).not.toBe(pictures[0]);
  });

  test('a broken link is one line, and the piece begins all the same', async () => {
    const { page, complaints } = await visit(browser, `${started.address}#p=twilight&s=nobody`);
    expect(await notice(page)).toMatch(/link\.s: expected a whole number/);
    await page.getByRole('button', { name: 'Begin silently' }).press('Space');
    await expect.poll(() => stateOf(page), slowly).toBe('playing');
    expect(complaints).toEqual([]);
  });

  test('volume and mute are remembered', async () => {
    const { page, complaints } = await visit(browser, started.address);
    await page.getByRole('button', { name: 'Begin with sound' }).press('Enter');
    await expect.poll(() => stateOf(page), slowly).toBe('playing');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('m');
    const volume = page.getByLabel('Volume');
    const mute = page.getByRole('button', { name: 'Mute' });
    expect(await mute.getAttribute('aria-pressed')).toBe('true');
    const set = await volume.inputValue();
    expect(Number(set)).toBeCloseTo(0.6);
    await page.reload();
    await page.getByRole('button', { name: 'Begin with sound' }).press('Enter');
    await expect.poll(() => stateOf(page), slowly).toBe('playing');
    expect(await volume.inputValue()).toBe(set);
    expect(await mute.getAttribute('aria-pressed')).toBe('true');
    expect(complaints).toEqual([]);
  });

  test('where there can be no sound, one line says so and it goes on silently', async () => {
    const context = await browser.newContext({ viewport: { width: 480, height: 270 } });
    const page = await context.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(window, 'AudioWorkletNode'));
    await page.goto(started.address);
    await page.getByRole('button', { name: 'Begin with sound' }).click();
    await expect.poll(() => stateOf(page), slowly).toBe('playing');
    expect(await notice(page)).toMatch(/^Sound cannot begin, so it goes on silently: /);
  });

  test('on a phone nothing overflows, every control is in reach, and all of it goes when still', async () => {
    const { page, complaints } = await visit(browser, started.address, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.getByRole('button', { name: 'Begin silently' }).tap();
    await expect.poll(() => stateOf(page), slowly).toBe('playing');
    const boxes = await page.locator('#controls button:visible').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { left, right, bottom, width, height } = button.getBoundingClientRect();
        return left >= 0 && right <= innerWidth && bottom <= innerHeight && width >= 44 && height >= 44;
      }),
    );
    expect(boxes.length).toBeGreaterThanOrEqual(7);
    expect(boxes.every(Boolean)).toBe(true);
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth, scrollHeight];
    });
    expect(size).toEqual([390, 844]);

    const gone = () =>
      page.evaluate(() => {
        const controls = document.getElementById('controls');
        return [getComputedStyle(document.body).cursor, controls && getComputedStyle(controls).opacity];
      });
    await expect.poll(gone, slowly).toEqual(['none', '0']);
    await page.touchscreen.tap(195, 500);
    await expect.poll(gone, slowly).toEqual(['auto', '1']);
    expect(complaints).toEqual([]);
  });
});
