import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '../../src/cli/browser.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(['MOSSLIGHT_CHROME', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'])(
  'a browser named in %s and missing is one clear error',
  async (name) => {
    for (const other of ['MOSSLIGHT_CHROME', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH']) vi.stubEnv(other, '');
    vi.stubEnv(name, '/nowhere/chrome');
    await expect(findBrowser()).rejects.toThrow(`${name} names /nowhere/chrome, and there is no such file`);
  },
);

test('the browser named first is taken first, with software WebGL', async () => {
  vi.stubEnv('MOSSLIGHT_CHROME', process.execPath);
  vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
  const { executablePath, args } = await findBrowser();
  expect(executablePath).toBe(process.execPath);
  expect(args).toContain('--use-angle=swiftshader');
  expect(args).not.toContain('--disable-web-security');
});
