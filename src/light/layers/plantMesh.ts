import { Geometry } from 'pixi.js';
import type { Plant } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';

/** How finely the plant is drawn. */
export interface PlantDetail {
  readonly stem: readonly [along: number, around: number];
  readonly leaf: readonly [along: number, across: number];
  readonly petal: readonly [along: number, across: number];
  readonly stamens: number;
}

/** Petals open in so many groups, the outermost first. */
export const petalGroups = 11;

type Four = readonly [number, number, number, number];

/** The plant as parts on their own coordinates, which shaders/plant.vert places: any growth, any opening, any bow. */
export function plantGeometry({ leaves, petals }: Plant, detail: PlantDetail): Geometry {
  const part: number[] = [];
  const uv: number[] = [];
  const index: number[] = [];
  const vertex = (a: Four, b: Four): number => {
    part.push(...a);
    uv.push(...b);
    return part.length / 4 - 1;
  };
  const quad = (a: number, b: number, c: number, d: number) => index.push(a, b, c, b, d, c);

  const [rise, around] = detail.stem;
  for (let i = 0; i <= rise; i++) {
    for (let j = 0; j < around; j++) {
      const h = i / rise;
      vertex([(j / around) * 2 * Math.PI, 0.034 - 0.016 * h + 0.026 * Math.exp(-9 * h), 0, 0], [0, h, 0, 0]);
      if (i === 0) continue;
      const a = part.length / 4 - 1;
      const next = j + 1 < around ? a + 1 : a + 1 - around;
      quad(a - around, next - around, a, next);
    }
  }

  /** A sheet that comes to a point at both ends. */
  const sheet = (own: Four, kind: number, chance: number, [along, across]: readonly [number, number]) => {
    const first = part.length / 4;
    for (let i = 0; i <= along; i++) {
      // The points themselves are drawn narrow, not as one vertex: normals stay sound there.
      const v = 0.015 + (0.97 * i) / along;
      for (let j = 0; j <= across; j++) vertex(own, [(2 * j) / across - 1, v, kind, chance]);
    }
    const wide = across + 1;
    for (let i = 0; i < along; i++) {
      for (let j = 0; j < across; j++) {
        const a = first + i * wide + j;
        quad(a, a + 1, a + wide, a + wide + 1);
      }
    }
  };
  leaves.forEach(({ azimuth, length, at }, i) => {
    sheet([azimuth, length, at, i], 1, 0, detail.leaf);
  });
  petals.forEach(({ azimuth, ring, length }, i) => {
    const order = petals.length - 1 - i;
    const group = Math.floor((order * petalGroups) / petals.length);
    sheet([azimuth, ring, length, group], 2, hashUnit(i, 3, 61), detail.petal);
  });
  for (let i = 0; i < detail.stamens; i++) {
    const of = (n: number) => hashUnit(i, n, 62);
    const own: Four = [2.39996 * i, 0.15 + Math.sqrt((i + 0.5) / detail.stamens), 0.08 + 0.05 * of(0), petalGroups - 1];
    const a = vertex(own, [-0.35, 0, 3, of(1)]);
    const b = vertex(own, [0.35, 0, 3, of(1)]);
    const c = vertex(own, [-0.6, 1, 3, of(1)]);
    const d = vertex(own, [0.6, 1, 3, of(1)]);
    quad(a, b, c, d);
  }
  return new Geometry({
    attributes: {
      aPart: { buffer: new Float32Array(part), format: 'float32x4' },
      aUv: { buffer: new Float32Array(uv), format: 'float32x4' },
    },
    indexBuffer: new Uint32Array(index),
  });
}
