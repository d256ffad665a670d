import { Geometry } from 'pixi.js';
import { hashUnit } from '../bake/hash.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import stoneFragment from '../shaders/stone.frag?raw';
import stoneVertex from '../shaders/stone.vert?raw';
import { waterSight } from './waterSight.ts';

type Point = readonly [x: number, y: number, z: number];
type Face = readonly [number, number, number];

const unit = ([x, y, z]: Point): Point => {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
};

/** An icosahedron, its faces split in four `times` over. */
function ball(times: number): { readonly points: readonly Point[]; readonly faces: readonly Face[] } {
  const g = (1 + Math.sqrt(5)) / 2;
  const corners: readonly Point[] = [
    [-1, g, 0],
    [1, g, 0],
    [-1, -g, 0],
    [1, -g, 0],
    [0, -1, g],
    [0, 1, g],
    [0, -1, -g],
    [0, 1, -g],
    [g, 0, -1],
    [g, 0, 1],
    [-g, 0, -1],
    [-g, 0, 1],
  ];
  const points: Point[] = corners.map(unit);
  const around: readonly number[] = [11, 5, 1, 7, 10];
  const below: readonly number[] = [4, 9, 8, 6, 2];
  let faces: Face[] = [];
  const on = (ring: readonly number[], i: number) => ring[i % 5] ?? 0;
  for (let i = 0; i < 5; i++) {
    faces.push([0, on(around, i), on(around, i + 1)]);
    faces.push([3, on(below, i + 1), on(below, i)]);
    faces.push([on(around, i), on(below, i), on(around, i + 1)]);
    faces.push([on(around, i + 1), on(below, i), on(below, i + 1)]);
  }
  for (let t = 0; t < times; t++) {
    const halves = new Map<string, number>();
    const half = (a: number, b: number): number => {
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      const found = halves.get(key);
      if (found !== undefined) return found;
      const [p, q] = [points[a] ?? [0, 0, 0], points[b] ?? [0, 0, 0]];
      points.push(unit([p[0] + q[0], p[1] + q[1], p[2] + q[2]]));
      halves.set(key, points.length - 1);
      return points.length - 1;
    };
    faces = faces.flatMap(([a, b, c]): Face[] => {
      const [ab, bc, ca] = [half(a, b), half(b, c), half(c, a)];
      return [
        [a, ab, ca],
        [ab, b, bc],
        [ca, bc, c],
        [ab, bc, ca],
      ];
    });
  }
  return { points, faces };
}

/** Worn lumps, flatter than round, each cut by planes of its own; the largest first. */
function lumps(stones: Float32Array, most: number, times: number): Geometry {
  const { points, faces } = ball(times);
  const order = Array.from({ length: stones.length / 4 }, (_, i) => i)
    .sort((a, b) => (stones[b * 4 + 3] ?? 0) - (stones[a * 4 + 3] ?? 0))
    .slice(0, most);
  const place = new Float32Array(order.length * points.length * 3);
  const skin = new Float32Array(order.length * points.length * 4);
  const index: number[] = [];
  order.forEach((stone, nth) => {
    const of = (n: number) => hashUnit(stone, n, 613);
    const radius = stones[stone * 4 + 3] ?? 0.1;
    const turn = of(0) * 2 * Math.PI;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    const axes: Point = [1.1 + 0.5 * of(1), 0.5 + 0.35 * of(2), 0.85 + 0.3 * of(3)];
    const cuts = Array.from({ length: 5 }, (_, i): readonly [Point, number] => [
      unit([of(10 + i) - 0.5, of(20 + i) - 0.3, of(30 + i) - 0.5]),
      0.62 + 0.3 * of(40 + i),
    ]);
    const first = nth * points.length;
    points.forEach((point, i) => {
      // What stands out beyond a cut is worn down to little more than it.
      let far = 1;
      for (const [way, depth] of cuts) {
        const out = point[0] * way[0] + point[1] * way[1] + point[2] * way[2];
        if (out * far > depth) far = (depth + 0.12 * (out * far - depth)) / out;
      }
      far *= 0.93 + 0.14 * hashUnit(stone, i, 614);
      const [x, y, z] = [point[0] * axes[0] * far, point[1] * axes[1] * far, point[2] * axes[2] * far];
      const at = (first + i) * 3;
      place.set(
        [
          (stones[stone * 4] ?? 0) + (x * c - z * s) * radius,
          (stones[stone * 4 + 1] ?? 0) + y * radius,
          (stones[stone * 4 + 2] ?? 0) + (x * s + z * c) * radius,
        ],
        at,
      );
      const n = unit([point[0] / axes[0], point[1] / axes[1], point[2] / axes[2]]);
      skin.set([n[0] * c - n[2] * s, n[1], n[0] * s + n[2] * c, of(5)], (first + i) * 4);
    });
    for (const [a, b, d] of faces) index.push(first + a, first + b, first + d);
  });
  return new Geometry({
    attributes: {
      aPlace: { buffer: place, format: 'float32x3' },
      aSkin: { buffer: skin, format: 'float32x4' },
    },
    indexBuffer: new Uint32Array(index),
  });
}

/** Stones in and beside the stream, wet as high as the water licks. */
export function stones(scene: Scene): Layer {
  const { world } = scene.piece;
  const lean = scene.quality.lean;
  const bodies = matter(scene, {
    vertex: stoneVertex,
    fragment: stoneFragment,
    geometry: lumps(world.stream.stones, lean ? 50 : 400, lean ? 0 : 2),
    blend: 'opaque',
  });
  if (scene.quality.bare) bodies.mirrorShare = 0;
  const seen = waterSight(world, 48);
  return {
    id: 'stones',
    where: 'opaque',
    mirrored: true,
    matter: [bodies],
    update: seen,
    dispose: () => bodies.dispose(),
  };
}
