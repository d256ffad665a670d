import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { start } from './started.ts';

test.each(['SIGINT', 'SIGTERM'] as const)('serves the page with its policy and ends cleanly on %s', async (signal) => {
  const started = await start('--port', '0');
  const answer = await fetch(started.address);
  expect(answer.status).toBe(200);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|blob:/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await answer.text()).toContain('<title>Mosslight</title>');
  const missing = await fetch(new URL('../package.json', started.address));
  expect(missing.status).toBe(404);
  expect(missing.headers.get('content-security-policy')).toBe(policy);
  expect(await started.end(signal)).toBe(0);
});

test('takes the next free port where the wanted one is taken, and says so', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
  const { port } = other.address() as AddressInfo;
  const started = await start('--port', String(port));
  expect(Number(new URL(started.address).port)).toBeGreaterThan(port);
  expect(started.lines.join('')).toContain(`Port ${port} is taken`);
  expect(await started.end('SIGTERM')).toBe(0);
  await new Promise((resolve) => other.close(resolve));
});

test('says, off this machine, that sound needs a secure context', async () => {
  const started = await start('--port', '0', '--host', '0.0.0.0');
  await expect.poll(() => started.lines.join('')).toContain('secure context');
  expect(await started.end('SIGTERM')).toBe(0);
});

test('ends with the npm that runs it', async () => {
  const npm = spawn('npm', ['start', '--', '--port', '0', '--no-open'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const address = await new Promise<string>((resolve) => {
    let said = '';
    npm.stdout.on('data', (chunk) => {
      said += String(chunk);
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  expect((await fetch(address)).status).toBe(200);
  npm.kill('SIGTERM');
  await expect
    .poll(
      () =>
        fetch(address).then(
          () => 'serving',
          () => 'ended',
        ),
      { timeout: 20_000 },
    )
    .toBe('ended');
});
