import { expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';

function watch(isTTY: boolean) {
  let time = 0;
  const written: string[] = [];
  const screen = { isTTY, columns: 80, write: (text: string) => written.push(text) };
  const progress = createProgress('night.wav', screen, () => time);
  const work = (seconds: number) => {
    for (let s = 0; s <= seconds; s++, time += 1000) progress.at(s / seconds);
    progress.end();
  };
  return { written, work };
}

test('in a log, short work says nothing and long work a line now and then', () => {
  const short = watch(false);
  short.work(8);
  expect(short.written).toEqual([]);
  const long = watch(false);
  long.work(60);
  expect(long.written.length).toBeGreaterThan(3);
  expect(long.written.length).toBeLessThan(8);
  expect(long.written[0]).toMatch(/^night\.wav: \d+ %, about 50 s left\n$/);
});

test('on a terminal one line renews itself and is taken away', () => {
  const { written, work } = watch(true);
  work(10);
  expect(written.length).toBeGreaterThan(10);
  for (const text of written) expect(text).toMatch(/^\r/);
  expect(written.at(-1)).toBe('\r\x1b[2K');
});
