import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, parsePort, UsageError } from './arguments.ts';
import { projectRoot } from './root.ts';
import { type Served, serve } from './serve.ts';

const help = `npm start [-- --port N --host H --no-open]

Builds the piece, serves it and prints its address; opens the browser where there is a display.

  --port N    the port (default 4173); where it is taken, the next free one; 0 for any free one
  --host H    the address to listen on (default 127.0.0.1); off this machine, sound needs TLS in front
  --no-open   opens no browser
`;

const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);

const hasDisplay = () =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY);

/**
 * SIGINT, SIGTERM, or the end of the npm that runs us: npm hands SIGTERM to a shell between, which dies of it and tells
 * nobody.
 */
const untilAskedToEnd = () =>
  new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) resolve();
    }, 250);
    watch.unref();
  });

async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import('open');
  const browser = await open(address);
  // A desktop without a browser is no reason to stop serving.
  browser.once('error', () => {});
}

async function listen(port: number, host: string): Promise<Served> {
  try {
    return await serve(join(projectRoot(), 'dist/page'), port, host);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN') {
      throw new UsageError(`--host is ${JSON.stringify(host)}: this machine has no such address`);
    }
    if (code === 'EACCES') throw new UsageError(`--port is ${port}: this machine does not allow it`);
    throw error;
  }
}

async function run(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    allowPositionals: false,
    options: {
      port: { type: 'string', default: '4173' },
      host: { type: 'string', default: '127.0.0.1' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const port = parsePort('--port', values.port);
  const ended = untilAskedToEnd();
  const served = await listen(port, values.host);
  if (port !== 0 && served.port !== port) {
    process.stdout.write(`Port ${port} is taken: using the next free one, ${served.port}.\n`);
  }
  process.stdout.write(`Mosslight is at ${served.address} (Ctrl-C ends it)\n`);
  if (!isLoopback(values.host)) {
    process.stdout.write('From other machines, sound needs a secure context: put TLS (https) in front of it.\n');
  }
  if (!values['no-open'] && hasDisplay()) await openBrowser(served.address).catch(() => {});
  await ended;
  await served.close();
  return 0;
}

export const start: Command = { help, run };
