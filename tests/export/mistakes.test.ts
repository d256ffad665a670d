import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asUsageError, type Command, UsageError } from '../../src/cli/arguments.ts';
import { bench } from '../../src/cli/bench.ts';
import { render } from '../../src/cli/render.ts';
import { still } from '../../src/cli/still.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mosslight-mistakes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** `@` stands for the test's empty folder. */
async function mistake(command: Command, line: string): Promise<string> {
  const argv = line
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.replace('@', folder));
  const error = await command.run(argv).then(
    (code) => `exit code ${code}`,
    (thrown: unknown) => asUsageError(thrown),
  );
  expect(error).toBeInstanceOf(UsageError);
  const message = error instanceof UsageError ? error.message : '';
  expect(message).not.toContain('\n');
  return message;
}

test.each([
  ['', '--out'],
  ['--at 4:30', '--out'],
  ['--out @/a.png', '--at'],
  ['--at 4:30 --out @/a.jpg', '--out'],
  ['--at 4:30 --out @/missing/a.png', 'no such folder'],
  ['--at 4:30 --out @/a.png/b.png', 'no such folder'],
  ['--at -3 --out @/a.png', '--at'],
  ['--at 4:75 --out @/a.png', '--at'],
  ['--at soon --out @/a.png', '--at'],
  ['--at 1e999 --out @/a.png', '--at'],
  ['--at 4:30 --seed -1 --out @/a.png', '--seed'],
  ['--at 4:30 --seed 4294967296 --out @/a.png', '--seed'],
  ['--at 4:30 --size 641x360 --out @/a.png', '--size'],
  ['--at 4:30 --size 640 --out @/a.png', '--size'],
  ['--at 4:30 --size 99998x99998 --out @/a.png', '--size'],
  ['--at 4:30 --tier best --out @/a.png', '--tier'],
  ['--at 4:30 --preset noon --out @/a.png', 'twilight'],
  ['--at 4:30 --preset @ --out @/a.png', 'no file'],
  ['--at 4:30 --out @/a.png --loud', '--loud'],
  ['--at 4:30 --out @/a.png stray', 'stray'],
  ['--sheet --at 4:30 --out @/a.png', '--sheet'],
  ['--sheet --size 4000x2000 --out @/a.png', '--size'],
])('still %s: one line that names it, no file', async (line, named) => {
  expect(await mistake(still, line)).toContain(named);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['', '--from'],
  ['--from 0 --out @/a.webm', '--to'],
  ['--from 10 --to 10 --out @/a.webm', '--to'],
  ['--from 1:00 --to 0:30 --out @/a.webm', '--to'],
  ['--from 0 --to 10', '--out'],
  ['--from 0 --to 10 --out @/a.avi', '--out'],
  ['--from 0 --to 10 --out @/a', '--out'],
  ['--from 0 --to 10 --out @/missing/a.webm', 'no such folder'],
  ['--from 0 --to 10 --fps 0 --out @/a.webm', '--fps'],
  ['--from 0 --to 10 --fps 29.97 --out @/a.webm', '--fps'],
  ['--from 0 --to 0.001 --out @/a.webm', 'no frame'],
  ['--from 0 --to 10 --size 1281x720 --out @/a.webm', '--size'],
  ['--from 0 --to 10 --stem drums --out @/a.wav', '--stem'],
  ['--from 0 --to 10 --stem wind --out @/a.webm', '.wav'],
  ['--from 0 --to 10 --stems @/missing/stems', 'no such folder'],
  ['--from 0 --to 10 --stems @/stems --out @/a.wav', '--stems'],
  ['--from 0 --to 5:00:00 --out @/a.wav', '4 hours'],
  ['--from 0 --to 10 --preset noon --out @/a.webm', 'twilight'],
])('render %s: one line that names it, no file', async (line, named) => {
  expect(await mistake(render, line)).toContain(named);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['--tier best', '--tier'],
  ['--part all', '--part'],
  ['--seed x', '--seed'],
  ['--preset noon', 'twilight'],
  ['--part', '--part'],
])('bench %s: one line that names it', async (line, named) => {
  expect(await mistake(bench, line)).toContain(named);
});

test('a preset file with a mistake is told with its path and the reason', async () => {
  const file = join(folder, 'mine.json');
  writeFileSync(file, JSON.stringify({ version: 1, id: 'mine', title: 'Mine', place: { relief: 700 } }));
  const message = await mistake(still, '--at 1 --out @/a.png --preset @/mine.json');
  expect(message).toContain('mine.json');
  expect(message).toContain('place.relief');
  writeFileSync(file, '{ "version": 1, ');
  expect(await mistake(render, '--from 0 --to 1 --out @/a.wav --preset @/mine.json')).toContain('not JSON');
  expect(readdirSync(folder)).toEqual(['mine.json']);
});

test('a folder in the way is a mistake and stays', async () => {
  const inTheWay = mkdtempSync(join(folder, 'x'));
  const named = `${inTheWay}.png`;
  expect(await mistake(still, `--at 1 --out ${named}/`)).not.toBe('');
  expect(readdirSync(folder)).toHaveLength(1);
});
