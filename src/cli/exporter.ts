import { join } from 'node:path';
import { type Browser as Chromium, chromium, type Page } from 'playwright-core';
import type { Job } from '../export/job.ts';
import type { Unit } from '../units.ts';
import { findBrowser } from './browser.ts';
import type { Output } from './output.ts';
import { projectRoot } from './root.ts';
import { type Served, serve } from './serve.ts';

export interface Exporter {
  /** Does a job; its bytes go to `output`. Resolves to a remark, empty where there is nothing to say. */
  run(job: Job, output: Output, onProgress: (done: Unit) => void): Promise<string>;
  close(): Promise<void>;
}

/** A slow machine that unpacks, compiles and draws for the first time. Milliseconds. */
const patience = 180_000;

/** Software drawing gives the same picture everywhere; a real GPU is faster. */
async function launch(gpu: boolean): Promise<Chromium> {
  const { executablePath, env, args } = await findBrowser();
  const drawing = gpu ? args.filter((arg) => !/swiftshader/.test(arg)) : args;
  return chromium.launch({
    executablePath,
    env,
    args: gpu ? [...drawing, '--ignore-gpu-blocklist', '--enable-gpu'] : drawing,
    timeout: patience,
    // Ctrl-C is ours to answer: the file goes first, then the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function openPage(browser: Chromium): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 640, height: 360 }, deviceScaleFactor: 1 });
  page.setDefaultTimeout(patience);
  if (process.env.MOSSLIGHT_TRACE) page.on('console', (message) => process.stderr.write(`page: ${message.text()}\n`));
  return page;
}

/** The built page's export entry in a headless browser, served as `start` serves it, on a port of its own. */
export async function openExporter(gpu: boolean, signal: AbortSignal): Promise<Exporter> {
  const served: Served = await serve(join(projectRoot(), 'dist/page'), 0, '127.0.0.1');
  let browser: Chromium | undefined;
  const close = async () => {
    await browser?.close();
    await served.close();
  };
  // A closed browser rejects whatever still waits for its page.
  const stop = () => void close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    browser = await launch(gpu);
    signal.throwIfAborted();
    const page = await openPage(browser);
    let output: Output | undefined;
    let onProgress: (done: Unit) => void = () => {};
    await page.exposeFunction('mosslightTake', (position: number, base64: string) =>
      output?.write(Buffer.from(base64, 'base64'), position),
    );
    await page.exposeFunction('mosslightProgress', (done: Unit) => onProgress(done));
    await page.goto(new URL('render.html', served.address).href);
    return {
      run: async (job, to, tell) => {
        output = to;
        onProgress = tell;
        const ended = await page.evaluate((asked) => globalThis.mosslightExport?.(asked), job);
        if (ended === undefined) throw new Error('the built page cannot export: npm run build');
        if (!ended.ok) throw new Error(ended.reason);
        return ended.remark;
      },
      close: async () => {
        signal.removeEventListener('abort', stop);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
