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

const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

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

/** Around each stone so many smaller ones that it broke into, or that it caught. */
function withRubble(stones: Float32Array, height: (x: number, z: number) => number): number[] {
  const out = [...stones];
  for (let stone = 0; stone < stones.length; stone += 4) {
    const [x = 0, , z = 0, radius = 0] = stones.subarray(stone, stone + 4);
    const of = (n: number) => hashUnit(stone, n, 611);
    for (let i = 0; i < 8 * of(0) ** 2; i++) {
      const small = radius * (0.12 + 0.4 * of(i * 4 + 1) ** 2);
      const far = radius * (1.6 + 1.2 * of(i * 4 + 2));
      const turn = 2 * Math.PI * (of(1) + 0.45 * of(i * 4 + 3));
      const [at, beside] = [x + far * Math.cos(turn), z + far * Math.sin(turn)];
      const bed = height(at, beside);
      if (bed > -0.2) out.push(at, Math.max(bed + small * 0.3, -small * 0.6 * of(i * 4 + 4)), beside, small);
    }
  }
  return out;
}

/** Worn lumps, flatter than round, each cut by planes of its own; the largest first and most finely. */
function lumps(stones: readonly number[], most: number, times: number): Geometry {
  const fine = ball(times);
  const coarse = ball(Math.max(0, times - 1));
  const order = Array.from({ length: stones.length / 4 }, (_, i) => i)
    .sort((a, b) => (stones[b * 4 + 3] ?? 0) - (stones[a * 4 + 3] ?? 0))
    .slice(0, most);
  const place: number[] = [];
  const skin: number[] = [];
  const index: number[] = [];
  order.forEach((stone, nth) => {
    const { points, faces } = nth < most / 5 ? fine : coarse;
    const of = (n: number) => hashUnit(stone, n, 613);
    const radius = stones[stone * 4 + 3] ?? 0.1;
    const turn = of(0) * 2 * Math.PI;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    const axes: Point = [1.05 + 0.6 * of(1) ** 2, 0.46 + 0.3 * of(2), 0.8 + 0.35 * of(3)];
    const cuts = Array.from({ length: 8 }, (_, i): readonly [Point, number] => [
      unit([of(10 + i) - 0.5, of(20 + i) - 0.3, of(30 + i) - 0.5]),
      0.6 + 0.3 * of(40 + i),
    ]);
    /** Its surface, in the middle of which it lies, in a direction. */
    const worn = (point: Point): Point => {
      let far = 1;
      // What stands out beyond a cut is worn down to little more than it.
      for (const [way, depth] of cuts) {
        const out = dot(point, way);
        if (out * far > depth) far = (depth + 0.16 * (out * far - depth)) / out;
      }
      far *= 1 + 0.09 * Math.sin(3 * point[0] + 9 * of(6)) * Math.sin(4 * point[2] + 9 * of(7));
      const [x, y, z] = [point[0] * axes[0] * far, point[1] * axes[1] * far, point[2] * axes[2] * far];
      return [(x * c - z * s) * radius, y * radius, (x * s + z * c) * radius];
    };
    const first = place.length / 3;
    for (const point of points) {
      const here = worn(point);
      place.push(...here.map((x, n) => x + (stones[stone * 4 + n] ?? 0)));
      // Across from two neighbours of it.
      const [p, q] = [cross(point, [0.31, 0.9, 0.3]), cross(point, [0.9, -0.3, 0.31])];
      const beside = ([x, y, z]: Point): Point => {
        const there = worn(unit([point[0] + 0.2 * x, point[1] + 0.2 * y, point[2] + 0.2 * z]));
        return [there[0] - here[0], there[1] - here[1], there[2] - here[2]];
      };
      const n = unit(cross(beside(p), beside(q)));
      const out = Math.sign(dot(n, here));
      skin.push(n[0] * out, n[1] * out, n[2] * out, of(5));
    }
    for (const face of faces) index.push(...face.map((corner) => first + corner));
  });
  return new Geometry({
    attributes: {
      aPlace: { buffer: new Float32Array(place), format: 'float32x3' },
      aSkin: { buffer: new Float32Array(skin), format: 'float32x4' },
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
    geometry: lumps(withRubble(world.stream.stones, world.terrain.height), lean ? 50 : 800, lean ? 0 : 2),
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
