import type { Page } from 'playwright-core';

export interface PictureFacts {
  /** Mean, brightest and standard deviation of grey, 0..255. */
  readonly mean: number;
  readonly brightest: number;
  readonly deviation: number;
}

/** Measures a screenshot, decoded in an empty page of the same browser. */
export async function pictureOf(page: Page): Promise<PictureFacts> {
  const png = (await page.screenshot({ timeout: 120_000 })).toString('base64');
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  const empty = await browser.newPage();
  try {
    return await empty.evaluate(async (base64) => {
      const answer = await fetch(`data:image/png;base64,${base64}`);
      const bitmap = await createImageBitmap(await answer.blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (context === null) throw new Error('no 2D context');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const count = data.length / 4;
      let sum = 0;
      let squares = 0;
      let brightest = 0;
      for (let i = 0; i < data.length; i += 4) {
        const grey = ((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0)) / 3;
        sum += grey;
        squares += grey * grey;
        brightest = Math.max(brightest, grey);
      }
      const mean = sum / count;
      return { mean, brightest, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
    }, png);
  } finally {
    await empty.close();
  }
}
