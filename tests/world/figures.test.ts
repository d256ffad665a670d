import { describe, expect, it } from 'vitest';
import { drawFigures } from '../../src/world/figures.ts';

const figures = drawFigures();

function apart(a: Float32Array, b: Float32Array): number {
  let most = 0;
  for (let j = 0; j < figures.joints; j++) {
    const d = [0, 1, 2].map((axis) => (a[j * 3 + axis] ?? 0) - (b[j * 3 + axis] ?? 0));
    most = Math.max(most, Math.hypot(...d));
  }
  return most;
}

describe('figures', () => {
  it('know the common gestures and a harsh and a healed one for each memory', () => {
    expect(figures.gestures).toHaveLength(29);
    expect(figures.joints).toBeGreaterThanOrEqual(16);
    for (const { a, b } of figures.bones) expect(Math.max(a, b)).toBeLessThan(figures.joints);
  });

  it('stand on the ground at every phase, with bones of one length', () => {
    const rest = figures.pose('stand', 0);
    const long = (pose: Float32Array, a: number, b: number): number =>
      Math.hypot(...[0, 1, 2].map((axis) => (pose[a * 3 + axis] ?? 0) - (pose[b * 3 + axis] ?? 0)));
    for (const gesture of figures.gestures) {
      for (let k = 0; k <= 20; k++) {
        const pose = figures.pose(gesture, k / 20);
        let lowest = Infinity;
        for (const [i, v] of pose.entries()) {
          expect(Number.isFinite(v)).toBe(true);
          if (i % 3 === 1) lowest = Math.min(lowest, v);
        }
        expect(lowest).toBeGreaterThan(0);
        expect(lowest).toBeLessThan(0.2);
        for (const [a, b] of [
          [4, 5],
          [5, 6],
          [8, 9],
          [12, 13],
          [13, 14],
          [17, 18],
        ] as const) {
          expect(long(pose, a, b)).toBeCloseTo(long(rest, a, b), 4);
        }
      }
    }
  });

  it('move without jumps, and cyclic ones come round', () => {
    for (const gesture of figures.gestures) {
      for (let k = 0; k < 200; k++) {
        const step = apart(figures.pose(gesture, k / 200), figures.pose(gesture, (k + 1) / 200));
        expect(step).toBeLessThan(0.1);
      }
      if (figures.cyclic(gesture)) expect(apart(figures.pose(gesture, 0), figures.pose(gesture, 1))).toBeLessThan(1e-4);
    }
  });

  it('can be told apart by the pose alone', () => {
    for (const [i, a] of figures.gestures.entries()) {
      for (const b of figures.gestures.slice(i + 1)) {
        expect(apart(figures.pose(a, 1), figures.pose(b, 1)), `${a} and ${b}`).toBeGreaterThan(0.2);
      }
    }
  });
});
