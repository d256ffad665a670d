import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import {
  asUsageError,
  parseChoice,
  parseFps,
  parsePort,
  parseSeed,
  parseSize,
  parseTime,
  UsageError,
} from '../../src/cli/arguments.ts';

test.each([
  ['0', 0],
  ['12.5', 12.5],
  ['4:30', 270],
  ['0:05.25', 5.25],
  ['1:02:03', 3723],
  ['90:00', 5400],
  ['31557600', 31557600],
  ['8766:00:00', 31557600],
])('the time %s is %d seconds', (text, seconds) => {
  expect(parseTime('--at', text)).toBe(seconds);
});

const hostile = [
  '',
  ' ',
  '-1',
  '1e9',
  '1e999',
  'NaN',
  'Infinity',
  '0x10',
  '1:60',
  '1:2:60',
  ':30',
  '4:',
  '1:2:3:4',
  '٣',
];

test.each([...hostile, '9'.repeat(400)])('the time %j is refused, naming the flag', (text) => {
  expect(() => parseTime('--at', text)).toThrow(UsageError);
  expect(() => parseTime('--at', text)).toThrow(/^--at is /);
});

test('seeds are 32 bits', () => {
  expect(parseSeed('--seed', '4294967295')).toBe(4294967295);
  for (const text of [...hostile, '4294967296', '1.5']) expect(() => parseSeed('--seed', text)).toThrow(/^--seed is /);
});

test('sizes are two even numbers from 16 to 8192', () => {
  expect(parseSize('--size', '1920x1080')).toEqual({ width: 1920, height: 1080 });
  for (const text of [...hostile, '1920', '1921x1080', '14x16', '8194x16', '640x', '640*360', '640x360x1']) {
    expect(() => parseSize('--size', text)).toThrow(/^--size is /);
  }
});

test('frames a second and ports have bounds', () => {
  expect(parseFps('--fps', '30')).toBe(30);
  expect(() => parseFps('--fps', '0')).toThrow(/1 to 240/);
  expect(parsePort('--port', '0')).toBe(0);
  expect(() => parsePort('--port', '65536')).toThrow(/0 to 65535/);
});

test('a choice names its words', () => {
  expect(parseChoice('--tier', 'none', ['cinema', 'gallery', 'none'])).toBe('none');
  expect(() => parseChoice('--tier', 'toString', ['cinema', 'none'])).toThrow(
    '--tier is "toString": give one of cinema, none',
  );
});

test('every message is one short line', () => {
  try {
    parseTime('--at', 'x\n'.repeat(1000));
  } catch (error) {
    expect(String(error).length).toBeLessThan(200);
    expect(String(error)).not.toContain('\n');
  }
  expect.assertions(2);
});

test.each([[['--prt', '1']], [['--port']], [['stray']]])('parseArgs mistakes in %j become usage errors', (args) => {
  try {
    parseArgs({ args, options: { port: { type: 'string' } } });
  } catch (error) {
    const usage = asUsageError(error);
    expect(usage).toBeInstanceOf(UsageError);
    expect(String(usage)).not.toContain('\n');
  }
  expect.assertions(2);
});

test('other errors stay what they are', () => {
  const error = new Error('the disk is full');
  expect(asUsageError(error)).toBe(error);
});
