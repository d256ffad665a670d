import { sequence } from './hash.ts';
import type { Layout } from './layout.ts';
import { span } from './plan.ts';
import { mix } from './scalar.ts';
import { shoreDistance } from './terrain.ts';
import type { Lake, Terrain } from './types.ts';
import type { Watercourse } from './watercourse.ts';

/** Reeds in uneven clumps at the water's edge; none before the seat's view or in the mouth. */
function growReeds(seed: number, layout: Layout, course: Watercourse, terrain: Terrain): Float32Array {
  const next = sequence(seed, 91);
  const reeds: number[] = [];
  for (let clump = 0; clump < 34; clump++) {
    const angle = next() * 2 * Math.PI;
    const dense = next();
    const count = 6 + Math.floor(dense * dense * 70);
    const wide = mix(0.6, 4.5, next() ** 1.5) / layout.lakeRadius;
    for (let i = 0; i < count; i++) {
      const a = angle + (next() + next() + next() - 1.5) * wide;
      const r = layout.shore(a) + mix(-1.7, 0.7, (next() + next()) / 2);
      const x = layout.lake.x + Math.cos(a) * r;
      const z = layout.lake.z + Math.sin(a) * r;
      const tall = mix(0.45, 1.7, next()) * mix(0.6, 1, dense);
      if (span({ x, z }, layout.seat) < 9 || course.edge(x, z) < 1.5) continue;
      reeds.push(x, Math.max(terrain.height(x, z), -0.35), z, tall);
    }
  }
  return Float32Array.from(reeds);
}

export function fillLake(seed: number, layout: Layout, course: Watercourse, terrain: Terrain): Lake {
  return {
    centre: [layout.lake.x, 0, layout.lake.z],
    radius: layout.lakeRadius,
    shore: layout.shore,
    distance: (x, z) => shoreDistance(layout, x, z),
    reeds: growReeds(seed, layout, course, terrain),
  };
}
