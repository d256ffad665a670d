import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './root.ts';

export interface Carried {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const version = '143.0.4';

/**
 * @sparticuz/chromium unpacks into the system's temporary folder and takes whatever `chromium` already lies there, of
 * any version, and unpacks the libraries it links only where it believes itself in a cloud function. So it is told so,
 * and given a folder of its own, moved into place when complete; what it did to the environment is undone.
 */
async function unpack(folder: string): Promise<boolean> {
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const names = ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'];
  const before = names.map((name) => [name, process.env[name]] as const);
  process.env.TMPDIR = aside;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    if (!existsSync(folder)) renameSync(aside, folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return false;
    if (existsSync(join(folder, 'chromium'))) return true;
    throw error;
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(aside, { recursive: true, force: true });
  }
}

const starts = (path: string, env: Record<string, string>) =>
  spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore', env: { ...process.env, ...env } }).status === 0;

/**
 * The Chromium that comes with the packages, unpacked once; undefined where there is none for this system.
 * @throws where it is there and does not start.
 */
export async function unpackCarried(): Promise<Carried | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(projectRoot(), 'node_modules/.cache', `mosslight-chromium-${version}`);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath) && !(await unpack(folder))) return undefined;
  const fonts: Record<string, string> = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  // The system's own NSS, NSPR and expat where it has them, else those that came along.
  const libraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  const env = [fonts, libraries].find((candidate) => starts(executablePath, candidate));
  if (env === undefined)
    throw new Error('the Chromium of the packages does not start here: name one in MOSSLIGHT_CHROME');
  return { executablePath, env };
}
