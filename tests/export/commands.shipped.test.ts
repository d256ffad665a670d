import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stemIds } from '../../src/sound/stems.ts';

const cli = join(import.meta.dirname, '../../dist/cli/index.js');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mosslight-commands-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const small = ['--size', '160x90', '--tier', 'none', '--seed', '7'];

/** Runs a command as a person would; `@` stands for the test's folder. */
function start(...words: string[]) {
  const args = words.map((word) => word.replace('@', folder));
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    // A slow machine may tell of its progress: how often is not what is tested here.
    child.once('close', (code) => resolve({ code, said: said.replace(/^.*: \d+ %.*\n/gm, '') }));
  });
  return { child, ended };
}

const run = (...words: string[]) => start(...words).ended;
const file = (name: string) => readFileSync(join(folder, name));

test('still draws a PNG of the size asked for, and the same one twice', async () => {
  const first = await run('still', '--at', '1:00', ...small, '--out', '@/a.png');
  expect(first).toEqual({ code: 0, said: '' });
  await run('still', '--at', '60', ...small, '--out', '@/b.png');
  const png = file('a.png');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([160, 90]);
  expect(png.length).toBeGreaterThan(2000);
  expect(file('b.png').equals(png)).toBe(true);
  expect(readdirSync(folder)).toEqual(['a.png', 'b.png']);
});

test('a still too large for one texture is drawn in tiles', async () => {
  const ended = await run('still', '--at', '1:00', '--size', '4352x64', '--tier', 'none', '--out', '@/wide.png');
  expect(ended).toEqual({ code: 0, said: '' });
  expect(file('wide.png').readUInt32BE(16)).toBe(4352);
});

test('the sheet has nine rows of three', async () => {
  const ended = await run('still', '--sheet', ...small, '--out', '@/night.png');
  expect(ended).toEqual({ code: 0, said: '' });
  const png = file('night.png');
  expect(png.readUInt32BE(16)).toBeGreaterThan(3 * 160);
  expect(png.readUInt32BE(20)).toBeGreaterThan(9 * 90);
});

test('render writes WebM and MP4 with the words for what is in them', async () => {
  const span = ['--from', '20', '--to', '20.5', '--fps', '10'];
  const webm = await run('render', ...span, ...small, '--out', '@/a.webm');
  expect(webm).toEqual({ code: 0, said: 'VP9 and Opus\n' });
  expect(file('a.webm').readUInt32BE(0)).toBe(0x1a45dfa3);
  const mp4 = await run('render', ...span, ...small, '--out', '@/a.mp4');
  expect(mp4.code).toBe(0);
  expect(mp4.said).toMatch(/^H\.264 and (AAC|Opus).*\n$/);
  expect(file('a.mp4').toString('latin1', 4, 8)).toBe('ftyp');
});

test('render writes sound alone, exactly as long as asked, and every stem', async () => {
  const ended = await run('render', '--from', '20', '--to', '20.5', '--out', '@/a.wav');
  expect(ended).toEqual({ code: 0, said: '' });
  const wav = file('a.wav');
  expect([wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt16LE(34)]).toEqual([2, 48_000, 24]);
  expect(wav.length).toBe(44 + 24_000 * 6);
  expect(wav.subarray(44).some((byte) => byte !== 0)).toBe(true);
  const stems = await run('render', '--from', '0', '--to', '0.1', '--stems', '@/stems');
  expect(stems).toEqual({ code: 0, said: '' });
  expect(readdirSync(join(folder, 'stems')).sort()).toEqual(stemIds.map((id) => `${id}.wav`).sort());
});

test('a mistake is one line and exit code 2', async () => {
  const { code, said } = await run('render', '--from', '9', '--to', '3', '--out', '@/a.wav');
  expect(code).toBe(2);
  expect(said).toMatch(/^mosslight: --to .*\n$/);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle leaves no file', async (signal) => {
  const { child, ended } = start('render', '--from', '0', '--to', '10:00', ...small, '--out', '@/long.webm');
  await expect.poll(() => readdirSync(folder).length, { timeout: 20_000 }).toBe(1);
  child.kill(signal);
  expect(await ended).toEqual({ code: 130, said: 'mosslight: interrupted, nothing was kept\n' });
  expect(readdirSync(folder)).toEqual([]);
});
