import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../src/units.ts';
import type { Path, World } from '../../src/world/types.ts';
import { DURATIONS, world } from './open.ts';

type Sight = ReturnType<Path['at']>;

const eyeOf = (s: Sight): Vec3 => [s.feet[0], s.feet[1] + s.eyeHeight, s.feet[2]];
const apart = (a: Vec3, b: Vec3): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
function forward(s: Sight): Vec3 {
  const eye = eyeOf(s);
  const n = apart(s.gaze, eye);
  return [(s.gaze[0] - eye[0]) / n, (s.gaze[1] - eye[1]) / n, (s.gaze[2] - eye[2]) / n];
}

/** Every quarter of a default second of a night. */
function* instants(path: Path) {
  for (const [movement, seconds] of DURATIONS.entries()) {
    for (let t = 0; t < seconds; t += 0.25) {
      yield { movement, now: path.at(movement, t / seconds), next: path.at(movement, (t + 0.25) / seconds) };
    }
  }
}

function everyNight(check: (w: World, path: Path) => void): void {
  for (const [seed, night] of [
    [7, 0],
    [8, 3],
    [11, 58440],
  ] as const) {
    const w = world(seed);
    check(w, w.path(night));
  }
}

describe('the walk', () => {
  it('is the same for the same night, and another on another', () => {
    const [a, b] = [world(7), world(7)];
    for (let night = 0; night < 6; night++) b.path(night);
    expect(a.path(0).at(0, 0.5)).toEqual(b.path(0).at(0, 0.5));
    expect(apart(a.path(0).at(0, 0.6).feet, a.path(1).at(0, 0.6).feet)).toBeGreaterThan(0.2);
  });

  it('is slower than a walk and turns its gaze calmly, from whichever seed', () => {
    for (const seed of [...Array.from({ length: 40 }, (_, i) => i + 1), 99, 123, 777, 2024]) {
      let fastest = 0;
      let widest = 0;
      for (const { now, next } of instants(world(seed).path(seed % 3))) {
        fastest = Math.max(fastest, Math.hypot(next.feet[0] - now.feet[0], next.feet[2] - now.feet[2]) / 0.25);
        widest = Math.max(widest, (apart(forward(now), forward(next)) / 0.25) * (180 / Math.PI));
      }
      expect(fastest, `seed ${seed}`).toBeLessThanOrEqual(1.25);
      expect(widest, `seed ${seed}`).toBeLessThan(12);
    }
  });

  it('goes on without a jump of place or speed across movements and nights', () => {
    const w = world(7);
    const h = 0.02;
    for (let night = 0; night < 3; night++) {
      for (let m = 0; m < 9; m++) {
        const path = w.path(night);
        const after = m < 8 ? path : w.path(night + 1);
        const end = DURATIONS[m] ?? 1;
        const begin = DURATIONS[(m + 1) % 9] ?? 1;
        const [a, b] = [path.at(m, 1 - h / end), path.at(m, 1)];
        const [c, d] = [after.at((m + 1) % 9, 0), after.at((m + 1) % 9, h / begin)];
        expect(apart(b.feet, c.feet)).toBeLessThan(1e-3);
        expect(apart(forward(b), forward(c))).toBeLessThan(1e-3);
        expect(Math.abs(apart(a.feet, b.feet) - apart(c.feet, d.feet)) / h).toBeLessThan(0.06);
        expect(Math.abs(apart(forward(a), forward(b)) - apart(forward(c), forward(d))) / h).toBeLessThan(0.03);
      }
    }
  });

  it('keeps the eyes over dry ground', () => {
    everyNight((w, path) => {
      for (const { movement, now } of instants(path)) {
        expect(now.eyeHeight).toBeGreaterThan(0.7);
        expect(now.eyeHeight).toBeLessThan(1.65);
        expect(now.fovY).toBeGreaterThanOrEqual(45);
        expect(now.fovY).toBeLessThanOrEqual(58.5);
        // In Seed the eyes are in the inner dark.
        if (movement === 3) continue;
        const [x, y, z] = now.feet;
        expect(Math.abs(y - w.terrain.height(x, z))).toBeLessThan(0.5);
        expect(w.terrain.height(x, z), `movement ${movement}`).toBeGreaterThan(0);
      }
    });
  });

  it('comes to the tree, to the orb, to the water and to the seat', () => {
    everyNight((w, path) => {
      const { bark, heart, seat, blossom, start } = w.landmarks;
      const arrived = path.at(2, 0.05);
      const share = (Math.atan2(w.tree.height - 1.6, Math.hypot(arrived.feet[0], arrived.feet[2])) * 180) / Math.PI;
      expect(share / arrived.fovY).toBeGreaterThan(0.62);
      expect(apart(eyeOf(path.at(2, 0.62)), bark)).toBeLessThan(1.2);
      expect(apart(path.at(2, 0.62).gaze, bark)).toBeLessThan(0.2);
      for (let p = 0; p <= 0.7; p += 0.05) {
        const far = apart(eyeOf(path.at(3, p)), heart);
        expect(far).toBeGreaterThan(2.6);
        expect(far).toBeLessThan(4);
      }
      expect(path.at(4, 0.62).eyeHeight).toBeLessThan(0.9);
      const { feet } = path.at(6, 0.5);
      expect(Math.hypot(feet[0] - seat[0], feet[2] - seat[2])).toBeLessThan(0.3);
      expect(path.at(6, 0.5).eyeHeight).toBeCloseTo(1.1, 2);
      // Blossom and tree stand to either side of the middle, each with water of its own.
      const lake = path.at(6, 0.7);
      const eye = eyeOf(lake);
      const bearing = (to: Vec3): number => Math.atan2(to[2] - eye[2], to[0] - eye[0]);
      const aside = (to: Vec3): number => Math.sin(bearing(to) - bearing(lake.gaze));
      expect(Math.abs(aside(blossom))).toBeGreaterThan(0.15);
      expect(Math.abs(aside(blossom))).toBeLessThan(0.34);
      expect(aside(w.landmarks.treeFoot) * aside(blossom)).toBeLessThan(0);
      const home = path.at(8, 1).feet;
      expect(Math.hypot(home[0] - start[0], home[2] - start[2])).toBeLessThan(0.1);
    });
  });
});
