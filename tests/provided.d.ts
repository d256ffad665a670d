import type { Browser } from '../src/cli/browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser that the shipped tests launch, found once for the whole run. */
    browser: Browser;
  }
}
