import { Geometry } from 'pixi.js';
import type { World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import reedFragment from '../shaders/reed.frag?raw';
import reedVertex from '../shaders/reed.vert?raw';
import { waterSight } from './waterSight.ts';

/** Short grass along the stream, in clumps at its edge: foot, height. */
function sedge({ stream, terrain }: World): number[] {
  const out: number[] = [];
  for (let i = 0; i < 8 * stream.length; i++) {
    for (const side of [-1, 1]) {
      const of = (n: number) => hashUnit(i, n * side, 516);
      // A clump every few metres, a bare reach between.
      if (hashUnit(Math.floor(i / 11), side, 517) > 0.36 || of(1) > 0.7) continue;
      const { place, tangent, halfWidth } = stream.at((i + of(2)) / (8 * stream.length));
      const off = side * (halfWidth + 0.4 * of(3) - 0.08);
      const [x, z] = [place[0] - tangent[2] * off, place[2] + tangent[0] * off];
      out.push(x, terrain.height(x, z), z, 0.1 + 0.45 * of(4) ** 3);
    }
  }
  return out;
}

/** Two stands at the edges of the picture from the seat, a dense one and a thin one. */
function before({ landmarks: { seat, blossom, treeFoot }, terrain }: World): number[] {
  const out: number[] = [];
  const to = ([x, , z]: World['landmarks']['seat']) => Math.atan2(z - seat[2], x - seat[0]);
  const [flower, tree] = [to(blossom), to(treeFoot)];
  const apart = Math.atan2(Math.sin(tree - flower), Math.cos(tree - flower));
  const side = apart < 0 ? -1 : 1;
  for (let i = 0; i < 96; i++) {
    const of = (n: number) => hashUnit(i, n, 518);
    const dense = i < 66;
    const aside = (dense ? -0.4 : 0.5) + (dense ? -0.42 : 0.3) * of(1) ** 0.8;
    const angle = flower + 0.5 * apart + side * aside;
    const far = 2.9 + 2.2 * of(2) + 0.5 * of(3);
    const [x, z] = [seat[0] + far * Math.cos(angle), seat[2] + far * Math.sin(angle)];
    const tall = (dense ? 1.5 : 0.9) * (0.35 + 0.65 * of(4)) * (0.55 + 0.45 * of(1));
    out.push(x, Math.max(terrain.height(x, z), -0.35), z, tall);
  }
  return out;
}

/** Blades by the water in uneven clumps: tapered, each bent in its own way. One triangle each without a GPU. */
function blades(reeds: readonly number[], segments: number, tufts: number): Geometry {
  const count = reeds.length / 4;
  const place: number[] = [];
  const blade: number[] = [];
  for (let i = 0; i < count; i++) {
    for (let tuft = 0; tuft < tufts; tuft++) {
      const of = (n: number) => hashUnit(i, tuft * 8 + n, 515);
      const spread = tuft === 0 ? 0 : 0.12;
      const foot = [
        (reeds[i * 4] ?? 0) + (of(0) - 0.5) * spread,
        reeds[i * 4 + 1] ?? 0,
        (reeds[i * 4 + 2] ?? 0) + (of(1) - 0.5) * spread,
        (reeds[i * 4 + 3] ?? 1) * (tuft === 0 ? 1 : 0.45 + 0.5 * of(2)),
      ] as const;
      // Most lean as the wind has leant them.
      const azimuth = 0.64 + (of(3) - 0.5) * (of(5) < 0.75 ? 1.8 : 6.3);
      const corner = (side: number, along: number) => {
        place.push(...foot);
        blade.push(side, along, azimuth, of(4));
      };
      for (let s = 0; s < segments; s++) {
        const a = s / segments;
        const b = (s + 1) / segments;
        corner(-1, a);
        corner(1, a);
        corner(s + 1 === segments ? 0 : -1, b);
        if (s + 1 === segments) continue;
        corner(1, a);
        corner(1, b);
        corner(-1, b);
      }
    }
  }
  return new Geometry({
    attributes: {
      aPlace: { buffer: new Float32Array(place), format: 'float32x4' },
      aBlade: { buffer: new Float32Array(blade), format: 'float32x4' },
    },
  });
}

export function reeds(scene: Scene): Layer {
  const { world } = scene.piece;
  const lean = scene.quality.lean;
  const stand = matter(scene, {
    vertex: reedVertex,
    fragment: reedFragment,
    geometry: blades(
      [...before(world), ...world.lake.reeds, ...(lean ? [] : sedge(world))],
      lean ? 1 : 5,
      lean ? 1 : 3,
    ),
    blend: 'opaque',
  });
  // In a small mirror they are thinner than can be seen.
  if (scene.quality.bare) stand.mirrorShare = 0;
  const seen = waterSight(world);
  return {
    id: 'reeds',
    where: 'opaque',
    mirrored: true,
    matter: [stand],
    update: seen,
    dispose: () => stand.dispose(),
  };
}
