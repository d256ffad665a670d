import { BufferImageSource, type TextureSource } from 'pixi.js';
import type { Vec3 } from '../../units.ts';
import { hashUnit } from '../bake/hash.ts';
import { bind, chains, joint, plus, unit } from './rest.ts';
import { cloth, type Patch, skin } from './skin.ts';
import { kinds, type Thread, weave } from './weave.ts';

/** Views of a body from so many sides have an order of their own, far threads first. */
const sectors = 8;
const wide = 1024;
const perVertex = 4;

/** A level of detail: each has half the pieces of the one before. */
export interface Level {
  readonly pieces: number;
  /** For shaders: where its order begins, pieces of the left arm, of the right arm, all. */
  readonly packed: readonly [number, number, number, number];
}

export interface Woven {
  readonly levels: readonly Level[];
  readonly threads: TextureSource;
  readonly order: TextureSource;
}

interface Point {
  readonly at: Vec3;
  readonly chain: number;
  readonly wide: number;
}

/** A smooth way through knots (Catmull-Rom), a point about every step; `fine` times as many where it is finely bent. */
function smoothed({ knots, wide: widths, radius }: Thread, step: number): readonly Point[] {
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
      const w = widths === undefined ? radius : (widths[i] ?? 0) * (1 - t) + (widths[i + 1] ?? 0) * t;
      out.push({ at: [on(0), on(1), on(2)], chain: (t < 0.5 ? a : b).chain, wide: w });
    }
  }
  const end = knots[last];
  if (end !== undefined) out.push({ at: end.at, chain: end.chain, wide: widths?.[last] ?? radius });
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

/** Columns of a skin about the trunk, the finest first. */
const fineness = [22, 16, 12, 8, 6] as const;
const quads = (patches: readonly Patch[]): number =>
  patches.reduce((sum, { columns, rows }) => sum + columns * (rows - 1), 0);

/** The finest skin that leaves most of the pieces to the threads; none where there are too few for any. */
function skinFor(skins: readonly (readonly Patch[])[], pieces: number): readonly Patch[] {
  return skins.find((patches, i) => quads(patches) <= pieces * (i + 1 < skins.length ? 0.2 : 0.42)) ?? [];
}

const isArm = (chain: number, side: number): boolean => chain === chains.arm + side;

/** Lays all levels of one body; `most` pieces in the finest, `step` metres between its points. */
export function woven(most: number, share: number, step: number, count: number): Woven {
  const vertices: number[] = [];
  const orders: number[] = [];
  const levels: Level[] = [];
  const threads = weave(share);
  const skins = fineness.map((columns) => [...skin(columns), cloth(Math.round(1.7 * columns))]);
  for (let level = 0; level < count; level++) {
    const pieces = most >> level;
    const coarse = step * 1.42 ** level;
    const [kept, next] = [0.72 ** level, 0.72 ** (level + 1)];
    // Skin lies under its threads: `under` says how much farther off it counts.
    const groups: { readonly vertex: number; readonly at: Vec3; readonly under: number }[][] = [[], [], []];
    const lay = (chain: number, index: number, at: Vec3, under = 0) => {
      groups[isArm(chain, 0) ? 0 : isArm(chain, 1) ? 1 : 2]?.push({ vertex: index, at, under });
      laid++;
    };
    let laid = 0;
    const vertex = (p: Point, tangent: Vec3, radius: number, normal: Vec3, kind: number, own: readonly number[]) => {
      const { pivot, weight, joint: at } = bind(p.at, p.chain);
      vertices.push(...plus(p.at, at, -1), pivot + 0.999 * weight, ...tangent, radius, ...normal, kind, ...own);
      return vertices.length / (4 * perVertex) - 1;
    };
    const room = Math.floor(pieces * 0.93) - 3;
    const patches = skinFor(skins, pieces);
    for (const [which, { columns, rows, pores }] of patches.entries()) {
      const robe = which + 1 === patches.length;
      pores.forEach(({ at, chain, normal, there }, i) => {
        // A piece is known by its first corner, and by how many there are in a row.
        const loose = robe ? Math.max(0, 1.05 - at[1]) * 1.5 : 0;
        const own = [columns + 1, 0.5 + 1.5 * at[0], loose, there];
        const kind = robe ? kinds.robe : kinds.skin;
        const index = vertex({ at, chain, wide: 0 }, [0, 1, 0], 0.01, normal, kind, own);
        const across = pores[i + columns + 2];
        if (i % (columns + 1) === columns || i >= (rows - 1) * (columns + 1) || across === undefined) return;
        lay(chain, index, plus(at, across.at), robe ? -0.03 : 0.05);
      });
    }
    for (const thread of threads) {
      if (thread.rank > kept) break;
      if (thread.kind === kinds.core && patches.length > 0) continue;
      // The dim masses need no fine steps.
      const points = smoothed(thread, thread.kind === kinds.core ? Math.max(0.08, coarse) : coarse);
      if (laid + points.length - 1 > room) continue;
      const extra = thread.rank > next ? 0.5 : 0;
      const hash = hashUnit(thread.number, 1, 733);
      points.forEach((p, i) => {
        const [a, b] = [points[Math.max(0, i - 1)] ?? p, points[Math.min(points.length - 1, i + 1)] ?? p];
        const along = i / (points.length - 1);
        const core = thread.kind === kinds.core;
        // Thick and thin, as a brush that is lifted and laid again.
        const pressed = core
          ? 1
          : (0.5 + 0.5 * Math.sin(9 * along + 40 * hash) * Math.sin(23 * along + 9 * hash)) ** 1.2 + 0.25;
        const ends = core ? 1 : Math.min(1, 0.25 + 6 * along, 0.15 + 8 * (1 - along));
        const own = [along, hash, thread.loose * along, thread.tone];
        const index = vertex(
          p,
          unit(plus(b.at, a.at, -1)),
          p.wide * pressed * ends * (core ? 1 : 1.22 ** level * (p.chain === chains.trunk ? 1 : 0.72)),
          outward(p),
          thread.kind + extra,
          own,
        );
        if (i + 1 === points.length) return;
        lay(p.chain, index, plus(p.at, points[i + 1]?.at ?? p.at));
      });
    }
    // What is left are motes; the air behind all is first, the heart last.
    const mote = (kind: number, n: number) => {
      const h = (key: number) => hashUnit(n, key, 97);
      const hand = kind === kinds.wave;
      const side = h(1) < 0.5 ? 0 : 1;
      const from: Point = hand
        ? { at: plus(joint(7 + 4 * side), [0, -0.02, 0.02]), chain: chains.arm + side, wide: 0 }
        : {
            at: [0.34 * (h(2) - 0.5), kind === kinds.risen ? 0.9 + 0.7 * h(3) : 1.27, 0.2 * (h(4) - 0.5)],
            chain: chains.trunk,
            wide: 0,
          };
      return vertex(from, [h(5), h(6), h(7)], 0.004, [h(8), h(9), h(10)], kind, [n, h(11), 0, 1]);
    };
    const motes: number[] = [];
    for (let n = laid; n < pieces - 2; n++) {
      const dice = hashUnit(n, 12, 97);
      motes.push(mote(dice < 0.3 ? kinds.risen : dice < 0.62 ? kinds.mist : kinds.wave, n));
    }
    const [air, heart] = [mote(kinds.air, 0), mote(kinds.heart, 0)];
    const start = orders.length;
    for (let sector = 0; sector < sectors; sector++) {
      const angle = (2 * Math.PI * sector) / sectors;
      const [s, c] = [Math.sin(angle), Math.cos(angle)];
      const depth = ({ at, under }: { readonly at: Vec3; readonly under: number }) => at[0] * s + at[2] * c - under;
      const sorted = groups.map((group) => group.toSorted((a, b) => depth(a) - depth(b)).map((piece) => piece.vertex));
      // Left arm, right arm, then all else.
      orders.push(...(sorted[0] ?? []), ...(sorted[1] ?? []), air, ...(sorted[2] ?? []), ...motes, heart);
    }
    levels.push({ pieces, packed: [start, groups[0]?.length ?? 0, groups[1]?.length ?? 0, pieces] });
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
  return { levels, threads: texture(vertices, 'threads'), order: texture(orders, 'order') };
}
