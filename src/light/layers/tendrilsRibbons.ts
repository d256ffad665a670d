import { Buffer, BufferUsage, Geometry } from 'pixi.js';
import type { World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Tier } from '../tiers.ts';
import { innerAxes, type Threads } from './tendrilsGrowth.ts';

/** Pieces a segment is bent into, and hairs that stand off each. */
interface Grade {
  readonly bends: number;
  readonly hairs: number;
  /** A lean tier draws every second segment of an unbranched run as one. */
  readonly merged: boolean;
}

const grades: Readonly<Record<Tier, Grade>> = {
  none: { bends: 1, hairs: 0, merged: true },
  light: { bends: 1, hairs: 0, merged: true },
  home: { bends: 2, hairs: 1, merged: false },
  gallery: { bends: 3, hairs: 1, merged: false },
  cinema: { bends: 4, hairs: 3, merged: false },
};

const floats = 11;

interface Point {
  readonly at: readonly [number, number, number];
  readonly way: readonly [number, number, number];
  readonly radius: number;
  readonly birth: number;
  readonly along: number;
  /** 1 body .. 0 wild; 2 a bud. */
  readonly kind: number;
}

/**
 * Ribbons that turn to the eye (two plain triangles a piece), far ones first, so that near threads cover far ones without
 * a depth test: the eye always comes from the same side.
 */
export function tendrilGeometry(world: World, threads: Threads, tier: Tier) {
  const grade = grades[tier];
  const { toEye } = innerAxes(world);
  const place = (node: number, axis: number): number => threads.position[node * 3 + axis] ?? 0;
  const eldest = new Int32Array(threads.nodes).fill(-1);
  for (let node = threads.nodes - 1; node > 0; node--) {
    const parent = threads.parent[node] ?? -1;
    if (parent < 0) continue;
    const held = eldest[parent] ?? -1;
    if (held < 0 || (threads.radius[node] ?? 0) > (threads.radius[held] ?? 0)) eldest[parent] = node;
  }
  /** Direction at a node: from its parent to its thickest child. */
  const way = (node: number): [number, number, number] => {
    const parent = threads.parent[node] ?? -1;
    const child = eldest[node] ?? -1;
    const from = parent < 0 ? node : parent;
    const to = child < 0 ? node : child;
    const d: [number, number, number] = [0, 0, 0];
    for (let axis = 0; axis < 3; axis++) d[axis] = place(to, axis) - place(from, axis);
    const length = Math.hypot(...d) || 1;
    return [d[0] / length, d[1] / length, d[2] / length];
  };
  const point = (node: number): Point => ({
    at: [place(node, 0), place(node, 1), place(node, 2)],
    way: way(node),
    radius: threads.radius[node] ?? 0,
    birth: threads.birth[node] ?? 0,
    along: threads.along[node] ?? 0,
    kind: threads.body[node] ?? 0,
  });
  /** Cubic between two nodes with their directions (Hermite). */
  const between = (a: Point, b: Point, t: number): Point => {
    const long = Math.hypot(b.at[0] - a.at[0], b.at[1] - a.at[1], b.at[2] - a.at[2]);
    const [t2, t3] = [t * t, t * t * t];
    const mixed = (axis: 0 | 1 | 2) =>
      (2 * t3 - 3 * t2 + 1) * a.at[axis] +
      (t3 - 2 * t2 + t) * long * a.way[axis] +
      (3 * t2 - 2 * t3) * b.at[axis] +
      (t3 - t2) * long * b.way[axis];
    const turned = (axis: 0 | 1 | 2) => a.way[axis] + (b.way[axis] - a.way[axis]) * t;
    const line = (x: number, y: number) => x + (y - x) * t;
    return {
      at: [mixed(0), mixed(1), mixed(2)],
      way: [turned(0), turned(1), turned(2)],
      radius: line(a.radius, b.radius),
      birth: line(a.birth, b.birth),
      along: line(a.along, b.along),
      kind: b.kind,
    };
  };

  const pieces: { readonly depth: number; readonly vertices: readonly number[] }[] = [];
  const vertex = (p: Point, side: number): readonly number[] => [
    ...p.at,
    ...p.way,
    side,
    p.radius,
    p.birth,
    p.along,
    p.kind,
  ];
  const depth = (p: Point) => p.at[0] * toEye[0] + p.at[2] * toEye[2];
  const ribbon = (a: Point, b: Point) => {
    const corners = [vertex(a, -1), vertex(a, 1), vertex(b, -1), vertex(b, -1), vertex(a, 1), vertex(b, 1)];
    pieces.push({ depth: depth(b), vertices: corners.flat() });
  };
  for (let node = 0; node < threads.nodes; node++) {
    const parent = threads.parent[node] ?? -1;
    if (parent < 0) continue;
    const children = threads.children[node] ?? 0;
    let from = parent;
    if (grade.merged) {
      // Odd joints of an unbranched run are skipped; whoever comes next reaches back over them.
      const level = Math.round((threads.along[node] ?? 0) / 0.027);
      if (children === 1 && level % 2 === 1) continue;
      const before = threads.parent[parent] ?? -1;
      const skipped = threads.children[parent] === 1 && (level - 1) % 2 === 1 && before >= 0;
      if (skipped) from = before;
    }
    const a = point(from);
    const b = point(node);
    // A thin twig leaves a thick stem at its own thickness.
    const start: Point = { ...a, radius: Math.min(a.radius, b.radius * 1.5) };
    let last = start;
    for (let n = 1; n <= grade.bends; n++) {
      const next = n === grade.bends ? b : between(start, b, n / grade.bends);
      ribbon(last, next);
      last = next;
    }
    for (let hair = 0; hair < grade.hairs; hair++) {
      const chance = (key: number) => hashUnit(node, hair * 8 + key, 911);
      if (chance(0) > 0.75) continue;
      const root = between(start, b, chance(1));
      const out = [chance(2) - 0.5, chance(3) - 0.42, chance(4) - 0.5].map((v, axis) => v + 0.35 * (b.way[axis] ?? 0));
      const length = Math.hypot(...out) || 1;
      const long = (0.02 + 0.05 * chance(5) ** 2) * (b.kind > 0.5 ? 1 : 2.2);
      const w: [number, number, number] = [(out[0] ?? 0) / length, (out[1] ?? 0) / length, (out[2] ?? 0) / length];
      const thin = { ...root, way: w, radius: Math.min(root.radius, 0.0011) };
      ribbon(thin, {
        ...thin,
        at: [root.at[0] + w[0] * long, root.at[1] + w[1] * long, root.at[2] + w[2] * long],
        radius: 0.0003,
        birth: Math.min(1, root.birth + 0.05),
        along: root.along + long,
      });
    }
    // Buds at the body's tips: one triangle each.
    if (children === 0 && b.kind > 0.5 && hashUnit(node, 3, 77) < (grade.merged ? 0.45 : 0.42)) {
      const bud: Point = { ...b, radius: 0.006 + 0.008 * hashUnit(node, 5, 77) ** 2, kind: 2 };
      pieces.push({ depth: depth(b) + 0.01, vertices: [vertex(bud, 0), vertex(bud, 1), vertex(bud, 2)].flat() });
    }
  }
  pieces.sort((a, b) => a.depth - b.depth);
  const data = new Buffer({
    data: Float32Array.from(pieces.flatMap((piece) => piece.vertices)),
    usage: BufferUsage.VERTEX | BufferUsage.COPY_DST,
    label: 'tendrils',
  });
  const part = (offset: number, format: 'float32x3' | 'float32x4') => ({
    buffer: data,
    format,
    stride: floats * 4,
    offset: offset * 4,
  });
  return {
    vertices: data.data.length / floats,
    geometry: new Geometry({
      attributes: { aPlace: part(0, 'float32x3'), aWay: part(3, 'float32x4'), aGrown: part(7, 'float32x4') },
    }),
  };
}
