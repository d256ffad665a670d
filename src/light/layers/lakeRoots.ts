import { Geometry } from 'pixi.js';
import type { Metres } from '../../units.ts';
import type { World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';

interface Tip {
  x: number;
  y: number;
  z: number;
  heading: number;
  along: Metres;
  wide: Metres;
  readonly order: number;
}

export interface Roots {
  readonly geometry: Geometry;
  /** Metres along to the farthest tip. */
  readonly longest: Metres;
}

/**
 * Tendrils of light under the lake, from the plant's foot outwards: each wanders, thins, sinks a little and branches.
 * @param step metres between two points of one
 * @param orders how often branches branch
 */
export function growRoots({ lake, landmarks }: World, step: Metres, orders: number): Roots {
  const place: number[] = [];
  const way: number[] = [];
  const index: number[] = [];
  const { blossom, seat } = landmarks;
  const home = Math.atan2(seat[2] - blossom[2], seat[0] - blossom[0]);
  let longest = 0;
  let number = 0;
  const waiting: Tip[] = [];
  const mains = 7;
  for (let i = 0; i < mains; i++) {
    const heading = home + ((i + 0.7 * (hashUnit(i, 1, 71) - 0.5)) / mains) * 2 * Math.PI;
    waiting.push({ x: blossom[0], y: -0.12, z: blossom[2], heading, along: 0, wide: 0.026, order: 0 });
  }
  for (let tip = waiting.shift(); tip !== undefined && number < 400; tip = waiting.shift()) {
    const own = number++;
    const of = (n: number, key: number) => hashUnit(own, n, 72 + key);
    const reach = (2.2 + 3.2 * of(0, 0)) * 0.62 ** tip.order;
    const steps = Math.max(3, Math.round(reach / step));
    const bias = (of(1, 0) - 0.5) * 0.12;
    for (let s = 0; s <= steps; s++) {
      const left = 1 - s / steps;
      if (s > 0) {
        tip.heading +=
          ((of(s, 1) + of(s, 2) - 1) * 0.8 + bias + 0.3 * Math.sin(tip.along * 0.6 + own)) * Math.sqrt(step);
        tip.x += Math.cos(tip.heading) * step;
        tip.z += Math.sin(tip.heading) * step;
        tip.y = Math.max(-1.4, tip.y - (0.1 + 0.1 * of(s, 3)) * step);
        tip.along += step;
      }
      // Nothing grows into the bank.
      const inside = lake.distance(tip.x, tip.z) < -1;
      longest = Math.max(longest, tip.along);
      const wide = inside ? tip.wide * (0.15 + 0.85 * left) : 0;
      for (const side of [-1, 1]) {
        place.push(tip.x, tip.y, tip.z, tip.along);
        way.push(Math.cos(tip.heading), Math.sin(tip.heading), side, wide);
      }
      const a = place.length / 4 - 2;
      if (s > 0) index.push(a - 2, a - 1, a, a - 1, a + 1, a);
      if (!inside) break;
      const forks = tip.order < orders && s > 1 && s < steps - 1 && of(s, 4) < 0.9 * step;
      if (forks) {
        const turn = (of(s, 5) < 0.5 ? -1 : 1) * (0.5 + 0.5 * of(s, 6));
        waiting.push({ ...tip, heading: tip.heading + turn, wide: wide * 0.66, order: tip.order + 1 });
      }
    }
  }
  return {
    longest,
    geometry: new Geometry({
      attributes: {
        aPlace: { buffer: new Float32Array(place), format: 'float32x4' },
        aWay: { buffer: new Float32Array(way), format: 'float32x4' },
      },
      indexBuffer: new Uint32Array(index),
    }),
  };
}
