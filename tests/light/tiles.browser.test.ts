import { describe, expect, it } from 'vitest';
import { bakeCushions } from '../../src/light/bake/cushions.ts';
import { type Texels, whole } from '../../src/light/bake/half.ts';
import { bakeTufts } from '../../src/light/bake/tufts.ts';

const size = 128;
const numbers = (texels: Texels): readonly number[] => [...texels];
const tuftsOf = (seed: number) => numbers(bakeTufts({ seed, texels: size }));
const channel = (all: readonly number[], which: number) => all.filter((_, i) => i % 4 === which);
const mean = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;

/** The largest step between the last and the first row against the largest between rows within. */
function seam(values: readonly number[]): number {
  const step = (from: number, to: number) => {
    let most = 0;
    for (let x = 0; x < size; x++) {
      most = Math.max(most, Math.abs((values[from * size + x] ?? 0) - (values[to * size + x] ?? 0)));
    }
    return most;
  };
  const within = Math.max(...Array.from({ length: size - 1 }, (_, y) => step(y, y + 1)));
  return step(size - 1, 0) / within;
}

describe('tiles of moss', () => {
  const cushions = numbers(bakeCushions({ seed: 7, texels: size, atlas: false, halves: true })).map(whole);
  const tufts = tuftsOf(7);

  it('have hollows, low cushions and high ones', () => {
    const high = channel(cushions, 0).toSorted((a, b) => a - b);
    const at = (share: number) => high[Math.floor(share * (high.length - 1))] ?? 0;
    expect(at(0)).toBeGreaterThanOrEqual(0);
    expect(at(0.02)).toBeLessThan(0.35 * at(0.5));
    expect(at(0.98)).toBeGreaterThan(1.6 * at(0.5));
    expect(at(1)).toBeLessThan(0.08);
    expect(channel(cushions, 3).every((own) => own >= 0 && own <= 1)).toBe(true);
  });

  it('have tips with dark between them', () => {
    const tips = channel(tufts, 0);
    expect(mean(tips) / 255).toBeGreaterThan(0.25);
    expect(mean(tips) / 255).toBeLessThan(0.6);
    const sorted = tips.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    expect(at(0.1)).toBeLessThan(0.5 * at(0.9));
    expect(Math.abs(mean(channel(tufts, 1)) / 255 - 0.5)).toBeLessThan(0.05);
  });

  it('meet themselves without a seam', () => {
    expect(seam(channel(cushions, 0))).toBeLessThan(1.2);
    expect(seam(channel(tufts, 0))).toBeLessThan(1.2);
  });

  it("are the seed's own", () => {
    expect(tuftsOf(7)).toEqual(tufts);
    expect(tuftsOf(8)).not.toEqual(tufts);
  });
});
