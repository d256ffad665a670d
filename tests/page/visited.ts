import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Visit {
  readonly page: Page;
  /** Page errors and the console's. */
  readonly complaints: readonly string[];
}

/** Opens the built page and waits for its first picture. A named tier is not governed: the same moment stays the same. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 480, height: 270 }, ...options });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const named = new URL(address);
  named.searchParams.set('tier', 'none');
  await page.goto(named.href);
  await arrived(page);
  return { page, complaints };
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

/** The first picture is drawn and has faded in. */
async function arrived(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.getElementById('light')?.style.opacity), slowly).toBe('1');
}

/** Drawing without a GPU takes its time. */
export const slowly = { timeout: 60_000 };

export const stateOf = (page: Page) => page.evaluate(() => document.body.dataset.state);

/** What the seek strip says to people who cannot see it: movement and moment. */
export const whereOf = (page: Page) => page.getByLabel('Moment of the night').getAttribute('aria-valuetext');

/** Seconds since the night's start. */
export const momentOf = (page: Page) =>
  page.getByLabel('Moment of the night').evaluate((strip: HTMLInputElement) => strip.valueAsNumber);

/** Draws the strip's handle to a moment, as a visitor would, but to the very number. */
export async function seekTo(page: Page, moment: number): Promise<void> {
  await page.getByLabel('Moment of the night').evaluate((strip: HTMLInputElement, to) => {
    strip.value = String(to);
    strip.dispatchEvent(new Event('change'));
  }, moment);
}

/** What the canvas holds, as a PNG without anything over it. */
export const pictureOf = (page: Page) =>
  page.locator('#light').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

/** The picture once it stands still: twice the same. */
export async function stillOf(page: Page): Promise<string> {
  let before = '';
  await expect
    .poll(async () => {
      const now = await pictureOf(page);
      const same = now === before;
      before = now;
      return same;
    }, slowly)
    .toBe(true);
  return before;
}
