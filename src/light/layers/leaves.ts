import { Geometry } from 'pixi.js';
import type { Tree } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';

const cell = 1.1;

/** How thick leaves stand around places, as a smooth field on a grid over the crown. */
function density(tree: Tree) {
  const { crownCentre: centre, crownRadius: radius } = tree;
  const half = radius * 1.5;
  const side = Math.ceil((2 * half) / cell);
  let field = new Float32Array(side ** 3);
  const index = (x: number, y: number, z: number) => {
    const on = (n: number) => Math.min(side - 1, Math.max(0, n));
    return (on(z) * side + on(y)) * side + on(x);
  };
  const coordinate = (value: number, axis: 0 | 1 | 2) => (value - centre[axis] + half) / cell - 0.5;
  for (let leaf = 0; leaf < tree.leaves; leaf++) {
    const on = (axis: 0 | 1 | 2) => Math.round(coordinate(tree.leafPosition[leaf * 3 + axis] ?? 0, axis));
    const at = index(on(0), on(1), on(2));
    field[at] = (field[at] ?? 0) + 1;
  }
  // Three soft boxes a direction come near a bell.
  for (const step of [1, side, side * side, 1, side, side * side]) {
    const soft = new Float32Array(field.length);
    for (let i = 0; i < field.length; i++) {
      soft[i] = 0.25 * (field[i - step] ?? 0) + 0.5 * (field[i] ?? 0) + 0.25 * (field[i + step] ?? 0);
    }
    field = soft;
  }
  return (x: number, y: number, z: number): number => {
    const u = coordinate(x, 0);
    const v = coordinate(y, 1);
    const w = coordinate(z, 2);
    const [i, j, k] = [Math.floor(u), Math.floor(v), Math.floor(w)];
    let sum = 0;
    for (let corner = 0; corner < 8; corner++) {
      const [a, b, c] = [corner & 1, (corner >> 1) & 1, corner >> 2];
      const share = (a ? u - i : 1 - u + i) * (b ? v - j : 1 - v + j) * (c ? w - k : 1 - w + k);
      sum += share * (field[index(i + a, j + b, k + c)] ?? 0);
    }
    return sum;
  };
}

/** For each of the first `count` leaves the path length from the foot at the nearest twig, within a metre or so. */
export function leafAlong(tree: Tree, count: number): Float32Array {
  const buckets = new Map<number, number[]>();
  const key = (x: number, y: number, z: number) =>
    (Math.floor(x) + 512) * 1048576 + (Math.floor(y) + 512) * 1024 + Math.floor(z) + 512;
  const nodeAt = (node: number, axis: number) => tree.position[node * 3 + axis] ?? 0;
  for (let node = 0; node < tree.nodes; node++) {
    if ((tree.radius[node] ?? 1) > 0.03) continue;
    const bucket = key(nodeAt(node, 0), nodeAt(node, 1), nodeAt(node, 2));
    const held = buckets.get(bucket);
    if (held === undefined) buckets.set(bucket, [node]);
    else held.push(node);
  }
  const out = new Float32Array(count);
  for (let leaf = 0; leaf < count; leaf++) {
    const on = (axis: 0 | 1 | 2) => tree.leafPosition[leaf * 3 + axis] ?? 0;
    const [x, y, z] = [on(0), on(1), on(2)];
    let best = Number.POSITIVE_INFINITY;
    out[leaf] = Math.hypot(x, z) + y;
    for (let cell = 0; cell < 27; cell++) {
      const near = key(x + (cell % 3) - 1, y + (Math.floor(cell / 3) % 3) - 1, z + Math.floor(cell / 9) - 1);
      for (const node of buckets.get(near) ?? []) {
        const d = (nodeAt(node, 0) - x) ** 2 + (nodeAt(node, 1) - y) ** 2 + (nodeAt(node, 2) - z) ** 2;
        if (d >= best) continue;
        best = d;
        out[leaf] = tree.along[node] ?? 0;
      }
    }
  }
  return out;
}

/** How much light of the thick wood reaches each of the first `count` leaves, 0..1: limbs shine into what is near. */
function leafLit(tree: Tree, count: number): Float32Array {
  const lamps: number[] = [];
  for (let node = 0; node < tree.nodes; node += 2) {
    const radius = tree.radius[node] ?? 0;
    if ((tree.along[node] ?? 0) < 3 || radius < 0.1) continue;
    lamps.push(...tree.position.subarray(node * 3, node * 3 + 3), radius);
  }
  const out = new Float32Array(count);
  for (let leaf = 0; leaf < count; leaf++) {
    const [x, y, z] = tree.leafPosition.subarray(leaf * 3, leaf * 3 + 3);
    let sum = 0;
    for (let k = 0; k < lamps.length; k += 4) {
      const d2 =
        ((lamps[k] ?? 0) - (x ?? 0)) ** 2 +
        ((lamps[k + 1] ?? 0) - (y ?? 0)) ** 2 +
        ((lamps[k + 2] ?? 0) - (z ?? 0)) ** 2;
      sum += (lamps[k + 3] ?? 0) / (0.4 + d2 * (1 + 0.08 * d2));
    }
    out[leaf] = 1 - Math.exp(-0.75 * sum);
  }
  return out;
}

/** What one triangle of foliage is given; see shaders/leaf.vert. */
export interface Foliage {
  readonly geometry: Geometry;
  readonly triangles: number;
}

/**
 * Sprays of leaves, one triangle each, around the world's own leaves. Any prefix is a fair sample of the crown.
 * @param count world's leaves taken
 * @param spray triangles around each of them
 * @param size metres from a spray's foot to its tip
 */
export function leafGeometry(tree: Tree, along: Float32Array, count: number, spray: number, size: number): Foliage {
  const thick = density(tree);
  const lit = leafLit(tree, count);
  const total = count * spray;
  const place = new Float32Array(total * 12);
  const face = new Int8Array(total * 12);
  const crown = new Int8Array(total * 12);
  const own = new Uint16Array(total * 12);
  const code = (value: number) => Math.round(127 * Math.min(1, Math.max(-1, value)));
  for (let n = 0; n < total; n++) {
    const leaf = n % count;
    const part = (n - leaf) / count;
    const chance = (key: number) => hashUnit(leaf, part * 16 + key, 733);
    const sway = (key: number) => chance(key) * 2 - 1;
    const on = (axis: number) => tree.leafPosition[leaf * 3 + axis] ?? 0;
    const [lx, ly, lz] = [on(0), on(1), on(2)];
    // Some stray from their leaf, and the crown's edge is lost.
    const stray = part === 0 ? 0 : chance(12) ** 4;
    const spread = part === 0 ? 0 : 0.28 + 0.7 * stray;
    const x = lx + sway(1) * spread;
    const y = ly + sway(2) * spread * 0.7;
    const z = lz + sway(3) * spread;
    const e = 1.3;
    const here = thick(x, y, z);
    const slope = [
      thick(x - e, y, z) - thick(x + e, y, z),
      thick(x, y - e, z) - thick(x, y + e, z),
      thick(x, y, z - e) - thick(x, y, z + e),
    ];
    const steep = Math.hypot(slope[0] ?? 0, slope[1] ?? 0, slope[2] ?? 0) || 1;
    // What stands above takes the sky's light.
    const above = thick(x, y + 1.2, z) + thick(x, y + 2.6, z) + thick(x, y + 4.5, z) + 0.5 * here;
    const open = Math.exp(-above * 0.055);
    const tall = size * (0.5 + 1.15 * chance(4) ** 2) * (1 - 0.5 * stray);
    const turned = part === 0 ? 0 : 0.7;
    const normal = [0, 1, 2].map((axis) => (tree.leafNormal[leaf * 3 + axis] ?? 0) + sway(5 + axis) * turned);
    const length = Math.hypot(normal[0] ?? 0, normal[1] ?? 0, normal[2] ?? 0) || 1;
    const shine = Math.round(255 * (lit[leaf] ?? 0));
    for (let corner = 0; corner < 3; corner++) {
      const at = (n * 3 + corner) * 4;
      place.set([x, y, z, tall], at);
      face.set([...normal.map((value) => code(value / length)), code(sway(11))], at);
      crown.set([...slope.map((value) => code(value / steep)), code(open * 2 - 1)], at);
      own.set([Math.round((along[leaf] ?? 0) * 1000), leaf, Math.floor(255 * chance(9)) * 256 + shine, corner], at);
    }
  }
  return {
    triangles: total,
    geometry: new Geometry({
      attributes: {
        aPlace: { buffer: place, format: 'float32x4' },
        aFace: { buffer: face, format: 'snorm8x4' },
        aCrown: { buffer: crown, format: 'snorm8x4' },
        aOwn: { buffer: own, format: 'uint16x4' },
      },
    }),
  };
}
