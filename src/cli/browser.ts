import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { unpackCarried } from './carried.ts';

export interface Browser {
  readonly executablePath: string;
  readonly env: Record<string, string>;
  readonly args: string[];
}

/** WebGL2 in software, so that a picture is the same on every machine, and sound without a click. */
const softwareArgs = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--autoplay-policy=no-user-gesture-required',
];

const namedBy = ['MOSSLIGHT_CHROME', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'];

function installedPaths(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return programs.flatMap((program) => folders.flatMap((folder) => (folder ? [join(folder, program)] : [])));
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const programs = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
  return programs.flatMap((program) => folders.filter(Boolean).map((folder) => join(folder, program)));
}

/** Some distributions ship a script that only says how to install the browser: ask it for its version. */
const answers = (path: string) =>
  process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;

const currentEnv = () =>
  Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));

const withArgs = (executablePath: string, env: Record<string, string> = {}): Browser => {
  // Chromium's sandbox refuses to run as root, the usual user of a build machine.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, env: { ...currentEnv(), ...env }, args: [...softwareArgs, ...asRoot] };
};

/**
 * A Chromium for pictures, films and tests: the one named by MOSSLIGHT_CHROME (a path, or `carried`), CHROME_PATH or
 * PUPPETEER_EXECUTABLE_PATH; an installed Chrome, Chromium or Edge; the one the packages carry (Linux x64).
 * @throws where the named one is missing, or none is found: one line that says what to do.
 */
export async function findBrowser(): Promise<Browser> {
  for (const name of namedBy) {
    const path = process.env[name];
    if (!path) continue;
    if (name === 'MOSSLIGHT_CHROME' && path === 'carried') return findCarried();
    if (!existsSync(path)) throw new Error(`${name} names ${path}, and there is no such file`);
    return withArgs(path);
  }
  const installed = installedPaths().find((path) => existsSync(path) && answers(path));
  return installed === undefined ? findCarried() : withArgs(installed);
}

async function findCarried(): Promise<Browser> {
  const carried = await unpackCarried();
  if (carried === undefined) {
    throw new Error('no browser was found: install Chrome or Chromium, or name one in MOSSLIGHT_CHROME');
  }
  return withArgs(carried.executablePath, carried.env);
}
