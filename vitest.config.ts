import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './src/cli/browser.ts';
import { closingLine } from './tests/closing-line.ts';

const { executablePath, env, args } = await findBrowser();

const tone = [
  'component/filter/BiquadFilter.js',
  'core/context/Context.js',
  'core/context/DummyContext.js',
  'core/context/Gain.js',
  'core/context/GlobalContext.js',
].map((part) => `tone/build/esm/${part}`);

export default defineConfig({
  test: {
    allowOnly: false,
    retry: 0,
    passWithNoTests: false,
    reporters: ['default', closingLine],
    projects: [
      {
        test: {
          name: 'pure',
          // One after the other: two browsers on two cores only make each other late.
          sequence: { groupOrder: 1 },
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/**/*.shipped.test.ts'],
          // Properties take their time on a busy machine; nothing here measures it.
          testTimeout: 60_000,
        },
      },
      {
        // Named beforehand: a dependency found late reloads the page in the middle of a test.
        optimizeDeps: {
          include: ['pixi.js', 'pixi.js/unsafe-eval', 'simplex-noise', 'valibot', 'mediabunny', ...tone],
        },
        test: {
          name: 'browser',
          sequence: { groupOrder: 2 },
          include: ['tests/**/*.browser.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, env, args } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'shipped',
          sequence: { groupOrder: 3 },
          environment: 'node',
          include: ['tests/**/*.shipped.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          provide: { browser: { executablePath, env, args } },
        },
      },
    ],
  },
});
