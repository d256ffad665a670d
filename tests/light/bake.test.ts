import { describe, expect, it } from 'vitest';
import { half, whole } from '../../src/light/bake/half.ts';
import { starColour } from '../../src/light/layers/starlight.ts';
import { hueTurn, phase } from '../../src/light/phase.ts';

describe('half floats', () => {
  it('come back within half a step of eleven bits', () => {
    for (const value of [0, 1, -1, 0.1, -37.25, 1 / 3, 65504, 6.1e-5, 3e-7, 1234.5]) {
      expect(Math.abs(whole(half(value)) - value)).toBeLessThanOrEqual(Math.max(Math.abs(value) * 2 ** -11, 2 ** -25));
    }
  });

  it('never become infinite', () => {
    expect(whole(half(1e9))).toBe(65504);
    expect(whole(half(65519.99))).toBe(65504);
  });

  it('carry a height in two parts to a tenth of a millimetre', () => {
    for (const height of [0.4321, 17.12345, -3.333, 211.98765]) {
      const high = half(height);
      const low = half(height - whole(high));
      expect(Math.abs(whole(high) + whole(low) - height)).toBeLessThan(1e-4);
    }
  });
});

describe('time for the GPU', () => {
  it('is a wrapped phase, as exact after a year as at first', () => {
    const year = 365.25 * 86400;
    for (const period of [16, 64, 256, 1024]) {
      const step = phase(year + 1 / 60, period) - phase(year, period);
      expect((step + 1) % 1).toBeCloseTo(1 / 60 / period, 8);
      expect(phase(-1, period)).toBeCloseTo(1 - 1 / period, 12);
    }
  });
});

describe('colours', () => {
  it('turn about grey and come back after a whole turn', () => {
    const third = hueTurn(120);
    const red = [third[0], third[1], third[2]];
    expect(red[0]).toBeCloseTo(0, 6);
    expect(red[1]).toBeCloseTo(1, 6);
    expect(red[2]).toBeCloseTo(0, 6);
    [1, 0, 0, 0, 1, 0, 0, 0, 1].forEach((value, i) => {
      expect(hueTurn(360)[i]).toBeCloseTo(value, 6);
    });
  });

  it('of stars go from ember to blue', () => {
    const cool = starColour(3000);
    const hot = starColour(20000);
    expect(cool[0]).toBeGreaterThan(cool[2]);
    expect(hot[2]).toBeGreaterThan(hot[0]);
  });
});
