import { BufferImageSource, type TextureSource } from 'pixi.js';
import type { Metres, Vec3 } from '../../units.ts';
import { hashUnit } from '../bake/hash.ts';
import { type Dress, dresses } from './dress.ts';
import { bun, cape, hair, robe } from './garments.ts';
import { bind, chains, joint, plus, unit } from './rest.ts';
import { type Patch, skin, thinned } from './skin.ts';
import { type Sown, sown } from './sown.ts';
import { kinds, type Thread, type Woof, weave } from './weave.ts';

/** Views of a body from so many sides have an order of their own, far threads first. */
const sectors = 8;
const wide = 1024;
const perVertex = 4;

export interface Woven {
  readonly threads: TextureSource;
  /** Four numbers for each dress and level: where its order begins, pieces of the left arm, of the right arm, all. Then the orders. */
  readonly order: TextureSource;
}

interface Point {
  readonly at: Vec3;
  readonly chain: number;
}

/** A smooth way through knots (Catmull-Rom), a point about every step. */
function smoothed({ knots }: Thread, step: number): readonly Point[] {
  const out: Point[] = [];
  const last = knots.length - 1;
  const at = (i: number, axis: 0 | 1 | 2): number => knots[Math.min(last, Math.max(0, i))]?.at[axis] ?? 0;
  let left = 0;
  for (let i = 0; i < last; i++) {
    const a = knots[i];
    const b = knots[i + 1];
    if (a === undefined || b === undefined) continue;
    const length = Math.hypot(...plus(b.at, a.at, -1));
    // Many short ways between knots are passed in one step.
    left += length;
    const count = Math.round(left / step);
    if (count < 1 && i + 1 < last && i > 0) continue;
    left = 0;
    const many = Math.max(1, count);
    for (let n = 0; n < many; n++) {
      const t = n / many;
      const on = (axis: 0 | 1 | 2): number => {
        const [p, q, r, s] = [at(i - 1, axis), at(i, axis), at(i + 1, axis), at(i + 2, axis)];
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
      };
      out.push({ at: [on(0), on(1), on(2)], chain: (t < 0.5 ? a : b).chain });
    }
  }
  const end = knots[last];
  if (end !== undefined) out.push({ at: end.at, chain: end.chain });
  return out;
}

/** Away from the middle of its part. */
function outward({ at, chain }: Point): Vec3 {
  if (chain === chains.trunk) return unit(at[1] > 1.53 ? plus(at, [0, 1.648, 0.028], -1) : [at[0], 0, at[2]]);
  const root = chain >= chains.leg ? 12 + 4 * (chain - chains.leg) : 4 + 4 * (chain - chains.arm);
  const way = unit(plus(joint(root + 2), joint(root), -1));
  const off = plus(at, joint(root), -1);
  const along = off[0] * way[0] + off[1] * way[1] + off[2] * way[2];
  return unit(plus(off, way, -along));
}

interface Part {
  readonly patch: Patch;
  readonly cloth: boolean;
}

/** Bodies and what they wear, the finest first. */
const fineness = [22, 16, 12, 8, 6, 5, 4, 3] as const;
function partsOf(dress: Dress, columns: number): readonly Part[] {
  const fine = columns > 7;
  const times = fine ? 0 : columns > 5 ? 1 : columns > 3 ? 2 : 3;
  const of = (cloth: boolean, ...patches: readonly (Patch | undefined)[]) =>
    patches.flatMap((patch): Part[] => {
      if (patch === undefined) return [];
      let some = patch;
      for (let i = 0; i < times; i++) some = thinned(some);
      return [{ patch: some, cloth }];
    });
  const round = Math.round(1.5 * columns);
  return [
    ...of(false, ...skin(columns, times > 1 ? 0 : dress.hem, dress.sleeve)),
    ...of(true, robe(dress, round, 12)),
    // The farthest are no more than a robe, arms and a head.
    ...(times > 2 ? [] : of(true, cape(dress, round, 9), hair(dress, columns), fine ? bun(dress, 6) : undefined)),
  ];
}
const quads = (parts: readonly Part[]): number =>
  parts.reduce((sum, { patch: { columns, rows } }) => sum + columns * (rows - 1), 0);

/** How much the wind has of cloth: little at the shoulders, all at a hem or at the ends of hair. */
const looseAt = ([, y, z]: Vec3): number =>
  y > 1.45 ? Math.max(0, -z - 0.09) * 2 : Math.min(1, Math.max(0, 1.42 - y) * 0.75 + Math.max(0, -z - 0.16));
const nowhere: Sown = { at: [0, 1, 0], chain: chains.trunk, normal: [0, 0, 1], there: 0, cloth: true };

const isArm = (chain: number, side: number): boolean => chain === chains.arm + side;

/** Lays all levels of eight bodies; `most` pieces in the finest, `step` metres between a thread's points. */
export function woven(most: number, share: number, step: Metres, count: number): Woven {
  const vertices: number[] = [];
  const orders: number[] = [];
  const heads: number[] = [];
  const lay = (
    level: number,
    all: readonly (readonly Part[])[],
    seeds: readonly Sown[],
    strands: readonly Woof[],
  ): readonly number[] => {
    const pieces = most >> level;
    const coarse = step * 1.42 ** level;
    const [kept, next] = [0.72 ** level, 0.72 ** (level + 1)];
    // `under` says how much farther off a piece counts.
    const groups: { readonly vertex: number; readonly at: Vec3; readonly under: number }[][] = [[], [], []];
    let laid = 0;
    const put = (chain: number, index: number, at: Vec3, under = 0) => {
      groups[isArm(chain, 0) ? 0 : isArm(chain, 1) ? 1 : 2]?.push({ vertex: index, at, under });
      laid++;
    };
    const vertex = (p: Point, tangent: Vec3, radius: number, normal: Vec3, kind: number, own: readonly number[]) => {
      const { pivot, weight, joint: at } = bind(p.at, p.chain);
      vertices.push(...plus(p.at, at, -1), pivot + 0.999 * weight, ...tangent, radius, ...normal, kind, ...own);
      return vertices.length / (4 * perVertex) - 1;
    };
    const parts = all.find((some) => quads(some) <= pieces * (pieces > 600 ? 0.3 : 0.72)) ?? [];
    for (const { patch, cloth } of parts) {
      const { columns, rows, pores } = patch;
      pores.forEach(({ at, chain, normal, there }, i) => {
        // A piece is known by its first corner, and by how many there are in a row.
        const kind = cloth ? kinds.robe : kinds.skin;
        const loose = cloth ? looseAt(at) : 0;
        const index = vertex({ at, chain }, [0, 1, 0], 0.01, normal, kind, [
          columns + 1,
          0.5 + 1.5 * at[0],
          loose,
          there,
        ]);
        const across = pores[i + columns + 2];
        if (i % (columns + 1) === columns || i >= (rows - 1) * (columns + 1) || across === undefined) return;
        const seen = [i, i + 1, i + columns + 1].some((k) => (pores[k]?.there ?? 0) > 0.01) || across.there > 0.01;
        if (seen) put(chain, index, plus(at, across.at), cloth ? -0.03 : 0.05);
      });
    }
    const room = laid + Math.floor((pieces - laid) * 0.34);
    for (const thread of strands) {
      if (thread.rank > kept) break;
      const points = smoothed(thread, coarse);
      if (laid + points.length - 1 > room) continue;
      const extra = thread.rank > next ? 0.5 : 0;
      const hash = hashUnit(thread.number, 1, 733);
      points.forEach((p, i) => {
        const [a, b] = [points[Math.max(0, i - 1)] ?? p, points[Math.min(points.length - 1, i + 1)] ?? p];
        const along = i / (points.length - 1);
        // Thick and thin, as a brush that is lifted and laid again.
        const pressed = (0.5 + 0.5 * Math.sin(9 * along + 40 * hash) * Math.sin(23 * along + 9 * hash)) ** 1.2 + 0.25;
        const ends = Math.min(1, 0.25 + 6 * along, 0.15 + 8 * (1 - along));
        const radius = thread.radius * pressed * ends * 1.22 ** level * (p.chain === chains.trunk ? 1 : 0.72);
        const index = vertex(p, unit(plus(b.at, a.at, -1)), radius, outward(p), thread.kind + extra, [
          along,
          hash,
          thread.loose * along,
          thread.tone,
        ]);
        if (i + 1 === points.length) return;
        put(p.chain, index, plus(p.at, points[i + 1]?.at ?? p.at));
      });
    }
    // What is left are motes, most of them upon it; the air behind all is first, the heart last.
    const upon = Math.floor((pieces - 2 - laid) * 0.84);
    for (let n = 0; n < upon; n++) {
      const { at, chain, normal, there, cloth } = seeds[n] ?? nowhere;
      const h = (key: number) => hashUnit(n, key, 4733);
      const kind = (cloth ? kinds.fluff : kinds.mote) + (n > 0.5 * upon ? 0.5 : 0);
      // A third of them have come away, some far.
      const away = h(4) < 0.36 ? 0.15 + 0.85 * h(5) : 0;
      const index = vertex({ at, chain }, [h(1), h(2), h(3)], 1.16 ** level, normal, kind, [
        away,
        h(6),
        cloth ? looseAt(at) : 0,
        0.15 + 0.85 * there,
      ]);
      put(chain, index, plus(at, at), -0.05);
    }
    const mote = (kind: number, n: number) => {
      const h = (key: number) => hashUnit(n, key, 97);
      const hand = kind === kinds.wave;
      const side = h(1) < 0.5 ? 0 : 1;
      const from: Point = hand
        ? { at: plus(joint(7 + 4 * side), [0, -0.02, 0.02]), chain: chains.arm + side }
        : {
            at: [0.34 * (h(2) - 0.5), kind === kinds.risen ? 0.9 + 0.7 * h(3) : 1.27, 0.2 * (h(4) - 0.5)],
            chain: chains.trunk,
          };
      return vertex(from, [h(5), h(6), h(7)], 0.004, [h(8), h(9), h(10)], kind, [n, h(11), 0, 1]);
    };
    const free: number[] = [];
    for (let n = laid; n < pieces - 2; n++) {
      const dice = hashUnit(n, 12, 97);
      free.push(mote(dice < 0.3 ? kinds.risen : dice < 0.62 ? kinds.mist : kinds.wave, n));
    }
    const [air, heart] = [mote(kinds.air, 0), mote(kinds.heart, 0)];
    const start = orders.length;
    for (let sector = 0; sector < sectors; sector++) {
      const angle = (2 * Math.PI * sector) / sectors;
      const [s, c] = [Math.sin(angle), Math.cos(angle)];
      const depth = ({ at, under }: { readonly at: Vec3; readonly under: number }) => at[0] * s + at[2] * c - under;
      const sorted = groups.map((group) => group.toSorted((a, b) => depth(a) - depth(b)).map((piece) => piece.vertex));
      // Left arm, right arm, then all else.
      for (const index of [...(sorted[0] ?? []), ...(sorted[1] ?? []), air, ...(sorted[2] ?? []), ...free, heart]) {
        orders.push(index);
      }
    }
    return [start, groups[0]?.length ?? 0, groups[1]?.length ?? 0, pieces];
  };
  for (const dress of dresses) {
    const threads = weave(dress, share);
    const finest = fineness.map((columns) => partsOf(dress, columns));
    const motes = sown(finest[2] ?? [], most);
    for (let level = 0; level < count; level++) {
      heads.push(...lay(level, finest, motes, threads));
    }
  }
  const texture = (data: readonly number[], label: string): TextureSource => {
    const height = Math.ceil(data.length / 4 / wide);
    const resource = new Float32Array(height * wide * 4);
    resource.set(data);
    return new BufferImageSource({
      resource,
      width: wide,
      height,
      format: 'rgba32float',
      alphaMode: 'no-premultiply-alpha',
      scaleMode: 'nearest',
      addressMode: 'clamp-to-edge',
      label,
    });
  };
  const before = heads.length;
  const order = [...heads.map((value, i) => (i % 4 === 0 ? value + before : value))];
  for (const index of orders) order.push(index);
  return { threads: texture(vertices, 'threads'), order: texture(order, 'order') };
}
