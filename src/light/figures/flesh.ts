import { BufferImageSource, type TextureSource } from 'pixi.js';
import type { FigureAtlas } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Limb } from './limbs.ts';

/** What a mote is for: on the skin, in the air about the body, left behind in moving, leaving the hands in greeting. */
const kinds = { skin: 0, halo: 1, trail: 2, wave: 3 } as const;

type Point = readonly [x: number, y: number, z: number];
const joint = (pose: Float32Array, n: number): Point => [pose[n * 3] ?? 0, pose[n * 3 + 1] ?? 0, pose[n * 3 + 2] ?? 0];

interface Placed {
  readonly from: Point;
  readonly way: Point;
  readonly length: number;
  readonly limb: Limb;
}

function placed(limb: Limb, pose: Float32Array): Placed {
  const a = joint(pose, limb.a);
  const b = joint(pose, limb.b);
  const along = (t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
  const from = along(limb.from);
  const to = along(limb.to);
  const d = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const;
  const length = Math.hypot(...d) || 1e-6;
  return { from, way: [d[0] / length, d[1] / length, d[2] / length], length, limb };
}

const girthAt = ({ ra, rb, full }: Limb, t: number): number =>
  (ra + (rb - ra) * t) * (1 + full * Math.sin(Math.PI * t));

/** Does a point lie well within another limb? Motes there would never be seen. */
function buried(point: Point, own: Limb, all: readonly Placed[]): boolean {
  return all.some(({ from, way, length, limb }) => {
    if (limb === own) return false;
    const d = [point[0] - from[0], point[1] - from[1], point[2] - from[2]] as const;
    const t = Math.min(1, Math.max(0, (d[0] * way[0] + d[1] * way[1] + d[2] * way[2]) / length));
    const off = Math.hypot(d[0] - way[0] * length * t, d[1] - way[1] * length * t, d[2] - way[2] * length * t);
    return off < girthAt(limb, t) * 0.86;
  });
}

/** Hands speak: they are drawn more finely than their skin is large. */
const care = ({ a, b }: Limb): number => (a === 6 || a === 10 ? 2.4 : a === 5 || a === 9 ? 1.5 : b === 3 ? 1.4 : 1);

/**
 * Motes on a body, in a texture 256 wide: limb plus place along it (0.5 apart from the next), turn about it, distance
 * from its axis in radii, kind plus a number of its own. Any prefix is a fair sample of the body.
 */
export function sowMotes(figures: FigureAtlas, limbs: readonly Limb[], count: number): TextureSource {
  // Sown with open arms, where no limb hides another.
  const pose = figures.pose('greet', 1);
  const all = limbs.map((limb) => placed(limb, pose));
  const weights = all.map(({ limb, length }) => (length + limb.ra + limb.rb) * (limb.ra + limb.rb) * care(limb));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const rows = Math.max(1, Math.ceil(count / 256));
  const out = new Float32Array(rows * 256 * 4);
  const pick = (share: number): number => {
    let left = share * whole;
    const found = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return found < 0 ? 0 : found;
  };
  for (let mote = 0; mote < rows * 256; mote++) {
    const kindDice = hashUnit(mote, 5, 913);
    const kind =
      kindDice < 0.8 ? kinds.skin : kindDice < 0.87 ? kinds.halo : kindDice < 0.95 ? kinds.trail : kinds.wave;
    for (let attempt = 0; attempt < 8; attempt++) {
      const dice = (key: number) => hashUnit(mote, key + attempt * 16, 914);
      const n = pick(dice(0));
      const body = all[n];
      if (body === undefined) continue;
      const { limb, length, from, way } = body;
      // -1..0 the end at a, 0..1 the side, 1..2 the end at b.
      const caps = limb.ra + limb.rb;
      const side = length / (length + caps);
      const where = dice(1);
      const arc = (2 / Math.PI) * Math.asin(dice(2));
      const s = where < side ? where / side : where < side + (1 - side) * (limb.ra / caps) ? -arc : 1 + arc;
      const turn = dice(3);
      if (kind === kinds.skin && attempt < 7) {
        const t = Math.min(1, Math.max(0, s));
        const r = girthAt(limb, t);
        const angle = turn * 2 * Math.PI;
        const across: Point = Math.abs(way[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0];
        const u = cross(way, across);
        const v = cross(way, u);
        const [c, e] = [Math.cos(angle) * r, Math.sin(angle) * r];
        const point: Point = [
          from[0] + way[0] * length * t + u[0] * c + v[0] * e,
          from[1] + way[1] * length * t + u[1] * c + v[1] * e,
          from[2] + way[2] * length * t + u[2] * c + v[2] * e,
        ];
        if (buried(point, limb, all)) continue;
      }
      const radial = kind === kinds.skin ? 0.97 + 0.13 * dice(4) ** 3 : 1.1 + 1.3 * dice(4) ** 2;
      out.set([n + (s + 1) / 6, turn, radial, kind + 0.999 * hashUnit(mote, 6, 915)], mote * 4);
      break;
    }
  }
  return new BufferImageSource({
    resource: out,
    width: 256,
    height: rows,
    format: 'rgba32float',
    alphaMode: 'no-premultiply-alpha',
    scaleMode: 'nearest',
    addressMode: 'clamp-to-edge',
    label: 'flesh',
  });
}

function cross(a: Point, b: Point): Point {
  const c = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]] as const;
  const length = Math.hypot(...c) || 1;
  return [c[0] / length, c[1] / length, c[2] / length];
}

/**
 * Closed tubes for the dark body within, non-indexed triangles of uint8x4: limb, place along it (0..240 for -1..2), turn
 * about it in 256ths, which figure.
 */
export function bodyMesh(limbs: readonly Limb[], figures: number, sides: number, rings: readonly number[]): Uint8Array {
  const out: number[] = [];
  for (let figure = 0; figure < figures; figure++) {
    for (let limb = 0; limb < limbs.length; limb++) {
      const vertex = (ring: number, side: number) => {
        const s = rings[ring] ?? 0;
        // Staggered rings, so that few sides still look round.
        const turn = Math.round((256 * (side + (ring % 2) * 0.5)) / sides) % 256;
        out.push(limb, Math.round((s + 1) * 80), turn, figure);
      };
      for (let ring = 0; ring + 1 < rings.length; ring++) {
        for (let side = 0; side < sides; side++) {
          const lean = ring % 2;
          if ((rings[ring] ?? 0) > -1) {
            vertex(ring, side);
            vertex(ring, side + 1);
            vertex(ring + 1, side + lean);
          }
          if ((rings[ring + 1] ?? 0) < 2) {
            vertex(ring, side + 1 - lean);
            vertex(ring + 1, side + 1);
            vertex(ring + 1, side);
          }
        }
      }
    }
  }
  return Uint8Array.from(out);
}
