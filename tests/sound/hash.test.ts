import { expect, test } from 'vitest';
import { hashText, mix32, noiseAt, unitOf, wander } from '../../src/sound/hash.ts';

const many = 100_000;

test('noise is white: no mean, the variance of an even spread, neighbours and channels unrelated', () => {
  let sum = 0;
  let power = 0;
  let neighbours = 0;
  let channels = 0;
  for (let n = 0; n < many; n++) {
    const x = noiseAt(n, 0, 11);
    sum += x;
    power += x * x;
    neighbours += x * noiseAt(n + 1, 0, 11);
    channels += x * noiseAt(n, 0, 12);
  }
  expect(Math.abs(sum / many)).toBeLessThan(0.01);
  expect(power / many).toBeCloseTo(1 / 3, 2);
  expect(Math.abs(neighbours / many)).toBeLessThan(0.01);
  expect(Math.abs(channels / many)).toBeLessThan(0.01);
});

test('the upper half of the position matters as much as the lower', () => {
  const year = 365 * 86400 * 48000;
  const high = Math.floor(year / 2 ** 32);
  expect(high).toBeGreaterThan(300);
  expect(noiseAt(5, high, 1)).not.toBe(noiseAt(5, 0, 1));
  expect(noiseAt(5, high, 1)).toBe(noiseAt(5, high, 1));
});

test('ids give their own chance', () => {
  expect(hashText('0/step/1')).not.toBe(hashText('0/step/2'));
  expect(unitOf(mix32(1), 0)).not.toBe(unitOf(mix32(1), 1));
  for (let n = 0; n < 100; n++) expect(unitOf(hashText('a'), n)).toBeLessThan(1);
});

test('wandering is smooth, within bounds, and the same wherever one looks first', () => {
  const year = 365 * 86400;
  for (const start of [0, 123.4, year]) {
    for (let n = 0; n < 500; n++) {
      const t = start + n * 0.01;
      expect(Math.abs(wander(3, t, 2))).toBeLessThanOrEqual(1);
      expect(Math.abs(wander(3, t + 0.001, 2) - wander(3, t, 2))).toBeLessThan(0.01);
    }
  }
});
