import { describe, expect, it } from 'vitest';
import { nightThatIs, twilightOf } from '../score/pieces.ts';

const year = 365.25 * 86400;

describe('law 6, year: the side of the score', { timeout: 30_000 }, () => {
  const piece = twilightOf(7);

  for (const [name, from] of [
    ['the beginning', 0],
    ['one year', Math.floor(year / piece.length) * piece.length],
    ['a hundred years', Math.floor((100 * year) / piece.length) * piece.length],
  ] as const) {
    it(`${name}: sixty different frames in a second, with even steps`, () => {
      for (const local of [40.25, 300.5, 620.125, 960.25]) {
        const frames = Array.from({ length: 61 }, (_, n) => piece.frame(from + local + n / 60));
        expect(new Set(frames.map((frame) => JSON.stringify(frame))).size).toBe(61);
        const eyes = frames.map(({ camera }) => camera.eye);
        const steps = eyes.slice(1).map(([x, y, z], n) => {
          const [a, b, c] = eyes[n] ?? [x, y, z];
          return Math.hypot(x - a, y - b, z - c);
        });
        const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
        expect(mean).toBeGreaterThan(0);
        // No step stutters: the speed changes gently over the second, never from frame to frame.
        for (const [n, step] of steps.entries()) {
          if (n > 0) expect(Math.abs(step - (steps[n - 1] ?? step))).toBeLessThan(0.04 * mean + 4e-6);
        }
      }
    });
  }

  it('a year in, a night is composed as ever', () => {
    const night = Math.floor(year / piece.length);
    const events = piece.events(night * piece.length, (night + 1) * piece.length);
    expect(events.length).toBeGreaterThan(1000);
    expect(events[0]?.kind).toBe('movement');
    expect(events.every((event) => event.night === night)).toBe(true);
    expect(nightThatIs(piece, true)).not.toBe(nightThatIs(piece, false));
  });
});
