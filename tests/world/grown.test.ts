import { describe, expect, it } from 'vitest';
import { world } from './open.ts';

const w = world(7);

describe('the tree', () => {
  const { tree } = w;

  it('is one connected, tapering body with parents before children', () => {
    expect(tree.nodes).toBeGreaterThanOrEqual(3000);
    expect(tree.nodes).toBeLessThanOrEqual(9000);
    expect(tree.parent[0]).toBe(-1);
    for (let i = 1; i < tree.nodes; i++) {
      const up = tree.parent[i] ?? -1;
      expect(up >= 0 && up < i).toBe(true);
      if (!((tree.radius[i] ?? 0) <= (tree.radius[up] ?? 0))) throw new Error(`node ${i} is thicker than its parent`);
    }
  });

  it('is as tall as it should be, thick at the foot, rooted', () => {
    let top = 0;
    let roots = 0;
    for (let i = 0; i < tree.nodes; i++) {
      top = Math.max(top, (tree.position[i * 3 + 1] ?? 0) - w.landmarks.treeFoot[1]);
      if ((tree.along[i] ?? 0) < 0) roots += 1;
    }
    expect(top).toBeGreaterThan(tree.height * 0.9);
    expect(top).toBeLessThan(tree.height * 1.04);
    expect(roots).toBeGreaterThan(60);
    const [x, y, z] = w.landmarks.bark;
    const girth = Math.hypot(x, z);
    expect(y - w.landmarks.treeFoot[1]).toBeCloseTo(1.38, 1);
    expect(girth).toBeGreaterThan(0.7);
    expect(girth).toBeLessThan(1.7);
  });

  it('hangs its leaves so that any prefix is a fair sample', () => {
    expect(tree.leaves).toBeGreaterThanOrEqual(9000);
    expect(tree.leaves).toBeLessThanOrEqual(14000);
    expect(tree.whispers).toBe(1000);
    const mean = (count: number, axis: number): number => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += (tree.leafPosition[i * 3 + axis] ?? 0) / count;
      return sum;
    };
    for (const axis of [0, 1, 2]) expect(Math.abs(mean(1000, axis) - mean(tree.leaves, axis))).toBeLessThan(0.6);
    for (let i = 0; i < tree.leaves; i += 37) {
      const n = [0, 1, 2].map((axis) => tree.leafNormal[i * 3 + axis] ?? 0);
      expect(Math.hypot(...n)).toBeCloseTo(1, 4);
    }
  });
});

describe('the sky', () => {
  const { stars } = w;

  it('has its stars in order, over the horizon, in true numbers', () => {
    expect(stars.count).toBe(10000);
    for (let i = 1; i < stars.count; i++) {
      if ((stars.magnitude[i] ?? 0) < (stars.magnitude[i - 1] ?? 0)) throw new Error(`star ${i} is out of order`);
    }
    const brighter = (m: number): number => stars.magnitude.filter((x) => x < m).length;
    expect(brighter(5.5) / brighter(4.5)).toBeGreaterThan(2.4);
    expect(brighter(5.5) / brighter(4.5)).toBeLessThan(3.6);
    expect(brighter(1.2)).toBeGreaterThanOrEqual(15);
    expect(brighter(1.2)).toBeLessThanOrEqual(50);
    for (let i = 0; i < stars.count; i++) {
      expect((stars.direction[i * 3 + 1] ?? -1) > -0.1).toBe(true);
      expect((stars.kelvin[i] ?? 0) >= 2600 && (stars.kelvin[i] ?? 0) <= 28000).toBe(true);
    }
  });

  it('thickens along the band', () => {
    let inside = 0;
    let outside = 0;
    for (let i = 0; i < stars.count; i++) {
      let dot = 0;
      for (const axis of [0, 1, 2] as const) dot += (stars.direction[i * 3 + axis] ?? 0) * stars.galaxyPole[axis];
      // Bands of latitude of the same area.
      if (Math.abs(dot) < 0.15) inside += 1;
      else if (Math.abs(dot) > 0.4 && Math.abs(dot) < 0.55) outside += 1;
    }
    expect(inside / outside).toBeGreaterThan(1.3);
  });
});

describe('the plant', () => {
  it('has seven leaves up its stem and petals at golden angles', () => {
    const { plant } = w;
    expect(plant.leaves).toHaveLength(7);
    expect(plant.petals).toHaveLength(55);
    for (const [i, leaf] of plant.leaves.entries()) expect(leaf.at).toBeGreaterThan(plant.leaves[i - 1]?.at ?? 0);
    for (const [i, petal] of plant.petals.entries()) expect(petal.ring).toBeGreaterThan(plant.petals[i - 1]?.ring ?? 0);
  });
});
