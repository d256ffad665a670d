import { expect, test } from 'vitest';
import { bubbleDamping, type Flock, grainAt, tuned } from '../../src/sound/swarm.ts';

const chord = [73.416, 110.124, 146.832, 220.248];
const flock: Flock = {
  count: 8,
  span: 0.3,
  low: 300,
  high: 2400,
  lean: 1,
  level: 0.3,
  damping: 1,
  climb: 0.1,
  loose: 0,
  gusts: 0.5,
  gustSpan: 0.4,
};
const year = 365 * 86400 * 48000;

test.each([0, 481_237, year])('a strand is the same from whatever frame one asks (from %i)', (start) => {
  for (let strand = 0; strand < flock.count; strand++) {
    let before = grainAt(7, strand, flock, start, 1, chord);
    for (let n = 0; n < 40; n++) {
      expect(grainAt(7, strand, flock, Math.max(start, before.from), 1, chord)).toEqual(before);
      expect(grainAt(7, strand, flock, before.to - 1, 1, chord)).toEqual(before);
      const next = grainAt(7, strand, flock, before.to, 1, chord);
      expect(next.from).toBeGreaterThanOrEqual(before.to);
      expect(next.from - before.from).toBeLessThan(2 * flock.span * 48000);
      before = next;
    }
  }
});

test('grains are tones of the chord, in their range, and have died away when they end', () => {
  for (let n = 0; n < 200; n++) {
    const { hz, from, to, damping } = grainAt(7, n % 8, flock, n * 9000, 1, chord);
    expect(tuned(hz, chord)).toBeCloseTo(hz, 6);
    expect(hz > flock.low * 0.7 && hz < flock.high * 1.4).toBe(true);
    expect(Math.exp((-damping * (to - from)) / 48000)).toBeLessThan(0.002);
    expect(damping).toBeCloseTo(bubbleDamping(hz), 6);
  }
});

test('the amount says how many are heard, and nothing else about them', () => {
  const heard = (amount: number) =>
    Array.from({ length: 400 }, (_, n) => grainAt(7, n % 8, flock, n * 14400, amount, chord)).filter(
      ({ level }) => level > 0,
    ).length;
  expect(heard(0)).toBe(0);
  expect(heard(0.3)).toBeLessThan(heard(0.7));
  expect(heard(0.7)).toBeLessThan(heard(1));
  const [some, all] = [0.4, 1].map((amount) => grainAt(7, 3, flock, 99_000, amount, chord));
  expect(some?.from).toBe(all?.from);
  expect(some?.hz).toBe(all?.hz);
});
