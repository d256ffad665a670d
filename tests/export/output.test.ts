import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/arguments.ts';
import { openOutput } from '../../src/cli/output.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mosslight-output-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file has its name only once it is whole, and may be written in any order', async () => {
  const path = join(folder, 'a.wav');
  const output = await openOutput('--out', path);
  await output.write(Uint8Array.of(3, 4, 5), 2);
  await output.write(Uint8Array.of(1, 2), 0);
  expect(readdirSync(folder)).not.toContain('a.wav');
  await output.keep();
  await output.discard();
  expect(readdirSync(folder)).toEqual(['a.wav']);
  expect([...readFileSync(path)]).toEqual([1, 2, 3, 4, 5]);
});

test('discarded, it leaves nothing, and what was there before stays', async () => {
  const path = join(folder, 'a.wav');
  writeFileSync(path, 'yesterday');
  const output = await openOutput('--out', path);
  await output.write(Uint8Array.of(1), 0);
  await output.discard();
  expect(readdirSync(folder)).toEqual(['a.wav']);
  expect(readFileSync(path, 'utf8')).toBe('yesterday');
});

test('a folder by that name is a mistake', async () => {
  mkdirSync(join(folder, 'a.wav'));
  await expect(openOutput('--out', join(folder, 'a.wav'))).rejects.toBeInstanceOf(UsageError);
  expect(readdirSync(folder)).toEqual(['a.wav']);
});
