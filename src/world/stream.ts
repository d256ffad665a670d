import type { Vec3 } from '../units.ts';
import { sequence } from './hash.ts';
import type { Layout } from './layout.ts';
import { mix } from './scalar.ts';
import type { Stream, Terrain } from './types.ts';
import { alongStream, type Watercourse } from './watercourse.ts';

/** Stones lie in families: a riffle has many, the pool after it few. */
function layStones(seed: number, course: Watercourse, terrain: Terrain, walkSide: number): Float32Array {
  const next = sequence(seed, 81);
  const stones: number[] = [];
  const families = 26;
  for (let f = 0; f < families; f++) {
    const heart = next() ** 1.15;
    const count = 2 + Math.floor(next() ** 2 * 15);
    for (let i = 0; i < count; i++) {
      const u = heart + (next() + next() - 1) * 0.035;
      if (u < 0.005 || u > 0.985) continue;
      const { at, way, s } = alongStream(course, u);
      const half = course.halfWidth(s);
      const aside = (next() + next() - 1) * (half + 0.75);
      const radius = mix(0.05, 0.42, next() ** 2.6);
      // None where the walker sets the feet.
      if (aside * walkSide > half + 0.35) continue;
      const x = at.x - way.z * aside;
      const z = at.z + way.x * aside;
      const bed = terrain.height(x, z);
      const wet = Math.abs(aside) < half;
      stones.push(x, wet ? Math.max(bed, -radius * (0.1 + 0.7 * next())) : bed + radius * 0.2, z, radius);
    }
  }
  return Float32Array.from(stones);
}

export function traceStream(seed: number, layout: Layout, course: Watercourse, terrain: Terrain): Stream {
  const { line } = course;
  const n = Math.max(2, Math.round(line.length / 0.8) + 1);
  const centre = new Float32Array(n * 3);
  const halfWidth = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const { at, s } = alongStream(course, i / (n - 1));
    centre.set([at.x, 0, at.z], i * 3);
    halfWidth[i] = course.halfWidth(s);
  }
  const middle = alongStream(course, 0.5);
  const walkSide = layout.side.x * -middle.way.z + layout.side.z * middle.way.x > 0 ? 1 : -1;
  return {
    centre,
    halfWidth,
    length: line.length,
    walkSide,
    stones: layStones(seed, course, terrain, walkSide),
    at(u) {
      const { at, way, s } = alongStream(course, u);
      const place: Vec3 = [at.x, 0, at.z];
      const tangent: Vec3 = [way.x, 0, way.z];
      return { place, tangent, halfWidth: course.halfWidth(s) };
    },
  };
}
