import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Started {
  readonly address: string;
  readonly lines: readonly string[];
  /** Asks it to end and answers with its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const root = join(import.meta.dirname, '../..');

const firstAddress = (child: ChildProcess, lines: string[]) =>
  new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`start ended with ${code}: ${lines.join('')}`)));
    child.stderr?.on('data', (chunk) => lines.push(String(chunk)));
    child.stdout?.on('data', (chunk) => {
      lines.push(String(chunk));
      const address = /http:\/\/\S+/.exec(lines.join(''))?.[0];
      if (address !== undefined) resolve(address);
    });
  });

/** Runs the built `start` as a person would and waits for the address it prints. */
export async function start(...args: string[]): Promise<Started> {
  const cli = join(root, 'dist/cli/index.js');
  const child = spawn(process.execPath, [cli, 'start', '--no-open', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const address = await firstAddress(child, lines);
  return {
    address,
    lines,
    end: (signal) =>
      new Promise((resolve) => {
        child.once('exit', (code) => resolve(code));
        child.kill(signal);
      }),
  };
}
