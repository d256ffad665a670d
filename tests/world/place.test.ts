import { describe, expect, it } from 'vitest';
import { clearance, world } from './open.ts';

const SEEDS = [7, 8, 11, 4294967295];

/** To the bit; a matcher would take seconds over arrays of this length. */
function same(a: Float32Array, b: Float32Array): boolean {
  return a.length === b.length && a.every((v, i) => Object.is(v, b[i]));
}

describe('the place', () => {
  it('is the same for the same seed and another for another', () => {
    const [a, b, c] = [world(7), world(7), world(8)];
    expect(a.landmarks).toEqual(b.landmarks);
    expect(same(a.tree.position, b.tree.position)).toBe(true);
    expect(same(a.stars.direction, b.stars.direction)).toBe(true);
    expect(same(a.stream.stones, b.stream.stones)).toBe(true);
    expect(a.terrain.height(33, -71)).toBe(b.terrain.height(33, -71));
    expect(a.terrain.cushion(33, -71)).toBe(b.terrain.cushion(33, -71));
    expect(a.landmarks.seat).not.toEqual(c.landmarks.seat);
    expect(same(a.tree.leafPosition, c.tree.leafPosition)).toBe(false);
    expect(same(a.stars.direction, c.stars.direction)).toBe(false);
  });

  it.each(SEEDS)('shows the tree whole from the seat, over the lake (seed %i)', (seed) => {
    const w = world(seed);
    const { seat, treeFoot } = w.landmarks;
    const eye = [seat[0], seat[1] + 1.1, seat[2]] as const;
    const [x, y, z] = treeFoot;
    for (const share of [0.3, 0.7, 1]) {
      expect(clearance(w, eye, [x, y + w.tree.height * share, z])).toBeGreaterThan(0.3);
    }
    expect(clearance(w, eye, [x, y + 1, z], 0.93)).toBeGreaterThan(0);
    const middle = [(seat[0] + x) / 2, (seat[2] + z) / 2] as const;
    expect(w.lake.distance(seat[0], seat[2])).toBeGreaterThan(1);
    expect(w.lake.distance(...middle)).toBeLessThan(30);
    expect(seat[1]).toBeGreaterThan(0.15);
    expect(seat[1]).toBeLessThan(0.9);
  });

  it.each(SEEDS)('hides the lake from the start, but not the crown (seed %i)', (seed) => {
    const w = world(seed);
    const { start, treeFoot } = w.landmarks;
    const eye = [start[0], start[1] + 1.6, start[2]] as const;
    let seen = 0;
    for (let i = 0; i < 24; i++) {
      const angle = (i / 24) * 2 * Math.PI;
      for (const share of [0.2, 0.6, 0.95]) {
        const r = w.lake.shore(angle) * share;
        const water = [w.lake.centre[0] + Math.cos(angle) * r, 0, w.lake.centre[2] + Math.sin(angle) * r] as const;
        if (clearance(w, eye, water, 0.99) > 0) seen += 1;
      }
    }
    expect(seen).toBe(0);
    expect(clearance(w, eye, [treeFoot[0], treeFoot[1] + w.tree.height * 0.5, treeFoot[2]])).toBeGreaterThan(0.2);
  });

  it('has water only in stream and lake, and banks that rise from it', () => {
    const w = world(7);
    for (let u = 0.02; u < 0.99; u += 0.02) {
      const { place, tangent, halfWidth } = w.stream.at(u);
      expect(w.terrain.height(place[0], place[2])).toBeLessThan(0);
      expect(w.terrain.cover(place[0], place[2])).toBe(0);
      const off = w.stream.walkSide * (halfWidth + 2);
      expect(w.terrain.height(place[0] - tangent[2] * off, place[2] + tangent[0] * off)).toBeGreaterThan(0);
    }
    expect(w.terrain.height(w.lake.centre[0], w.lake.centre[2])).toBeLessThan(-1);
    for (let i = 0; i < 3000; i++) {
      const x = ((i * 7919) % 2003) / 2003 - 0.5;
      const z = ((i * 104729) % 2011) / 2011 - 0.5;
      if (w.terrain.cover(x * 800, z * 800) < 0.5) continue;
      expect(w.terrain.height(x * 800, z * 800)).toBeGreaterThan(0.05);
    }
  });

  it('has no cliffs: laying things into the plain leaves no seams', () => {
    for (const [seed, relief] of [
      [13, 0.3],
      [7, 1],
    ] as const) {
      const w = world(seed, { relief });
      let steepest = 0;
      for (let i = 0; i < 12000; i++) {
        const x = (((i * 7919) % 10007) / 10007 - 0.5) * 420;
        const z = (((i * 104729) % 10009) / 10009 - 0.5) * 420;
        steepest = Math.max(steepest, Math.abs(w.terrain.height(x + 0.04, z) - w.terrain.height(x, z)) / 0.04);
      }
      expect(steepest).toBeLessThan(2.2);
    }
  });

  it('carries moss of 0 to 0.35 m with unit normals, and ridges beyond', () => {
    const w = world(9);
    let most = 0;
    let farthest = 0;
    for (let i = 0; i < 2000; i++) {
      const x = (((i * 7919) % 2003) / 2003) * 60 + 40;
      const z = (((i * 104729) % 2011) / 2011) * 60 - 160;
      const h = w.terrain.cushion(x, z);
      expect(h).toBeGreaterThanOrEqual(0);
      most = Math.max(most, h);
      const n = w.terrain.normal(x, z);
      expect(Math.hypot(...n)).toBeCloseTo(1, 5);
      expect(n[1]).toBeGreaterThan(0);
      const angle = i / 318;
      farthest = Math.max(farthest, w.terrain.height(Math.cos(angle) * 1900, Math.sin(angle) * 1900));
    }
    expect(most).toBeGreaterThan(0.15);
    expect(most).toBeLessThan(0.4);
    expect(farthest).toBeGreaterThan(35);
    expect(farthest).toBeLessThan(110);
  });

  it('keeps its height at its smallest and largest params', () => {
    for (const place of [
      { relief: 0.3, lakeSize: 24, treeHeight: 14 },
      { relief: 2, lakeSize: 70, treeHeight: 45, hillScale: 2, cushion: 2.5, streamWidth: 5 },
    ]) {
      const w = world(3, place);
      for (const spot of [w.landmarks.start, w.landmarks.seat, w.landmarks.treeFoot]) {
        expect(spot.every(Number.isFinite)).toBe(true);
        expect(spot[1]).toBeGreaterThan(0.1);
      }
    }
  });
});
