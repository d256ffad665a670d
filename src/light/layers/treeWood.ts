import { Buffer, BufferUsage, Geometry } from 'pixi.js';
import type { Metres, Radians, Vec3 } from '../../units.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Tier } from '../tiers.ts';
import type { BarkTile } from './bark.ts';
import { tileRise } from './barkNoise.ts';
import { type Chain, type Joint, simplified, smoothed } from './treeChains.ts';
import { woodGrades } from './treeGrades.ts';
import type { TrunkShape } from './treeTrunk.ts';

const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: Vec3): Vec3 => {
  const length = Math.hypot(a[0], a[1], a[2]) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};
const minus = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/** Width of a tile of bark on the trunk. */
const tileWidth: Metres = 1.25;

const floats = 14;

interface Shape {
  readonly sides: number;
  /** Radius at an angle, for the trunk. */
  radiusAt?(joint: Joint, angle: number, v: number): Metres;
}

/** Grows vertices of place, normal, axis, (u, v in tiles, along, radius) and flex, tube by tube. */
class WoodBuilder {
  readonly vertices: number[] = [];
  readonly indices: number[] = [];

  /** @returns how far up in tiles each joint lies. */
  tube(joints: readonly Joint[], { sides, radiusAt }: Shape, tiles: number): readonly number[] {
    const first = this.vertices.length / floats;
    let across: Vec3 = [1, 0, 0];
    let v = joints[0]?.along ?? 0;
    const axes = joints.map((one, i) =>
      unit(minus(joints[Math.min(i + 1, joints.length - 1)]?.at ?? one.at, joints[Math.max(i - 1, 0)]?.at ?? one.at)),
    );
    const rings = [...joints];
    const last = joints[joints.length - 1];
    const end = axes[axes.length - 1];
    const broken = last !== undefined && end !== undefined && last.radius > 0.06;
    if (broken) {
      // Broken wood ends in splinters around a hollow.
      for (const [out1, share] of [
        [0.5, 0.8],
        [-0.7, 0.3],
      ] as const) {
        const off = out1 * last.radius;
        rings.push({
          ...last,
          at: [last.at[0] + end[0] * off, last.at[1] + end[1] * off, last.at[2] + end[2] * off],
          radius: last.radius * share,
        });
        axes.push(end);
      }
    }
    const places: Vec3[][] = [];
    const turns: number[] = [];
    for (const [i, one] of rings.entries()) {
      const axis = axes[i] ?? [0, 1, 0];
      // The frame is carried along without twisting.
      if (i === 0 && Math.abs(axis[0]) > 0.9) across = [0, 0, 1];
      const side = unit(cross(across, axis));
      across = unit(cross(axis, side));
      const before = rings[i - 1];
      if (before !== undefined) {
        const length = Math.hypot(...minus(one.at, before.at));
        v += (length * tiles) / (2 * Math.PI * Math.max(0.02, one.radius) * tileRise);
      }
      turns.push(v);
      const ring: Vec3[] = [];
      const splinters = broken && i === rings.length - 2 ? one.radius * 1.7 : 0;
      for (let k = 0; k <= sides; k++) {
        const angle = ((k % sides) / sides) * 2 * Math.PI;
        const r = radiusAt?.(one, angle, v) ?? one.radius;
        const c = Math.cos(angle) * r;
        const s = Math.sin(angle) * r;
        const out1 = splinters * (hashUnit(k % sides, first, 19) - 0.3);
        ring.push([
          one.at[0] + across[0] * c + side[0] * s + axis[0] * out1,
          one.at[1] + across[1] * c + side[1] * s + axis[1] * out1,
          one.at[2] + across[2] * c + side[2] * s + axis[2] * out1,
        ]);
      }
      places.push(ring);
    }
    for (const [i, one] of rings.entries()) {
      const ring = places[i] ?? [];
      const low = places[Math.max(0, i - 1)] ?? ring;
      const high = places[Math.min(places.length - 1, i + 1)] ?? ring;
      const flex = Math.max(0, 1 - one.radius / 0.12) ** 2;
      for (let k = 0; k <= sides; k++) {
        const at = ring[k] ?? one.at;
        const left = ring[(k + sides - 1) % sides] ?? at;
        const right = ring[(k + 1) % sides] ?? at;
        const rise = minus(high[k] ?? at, low[k] ?? at);
        let normal = unit(cross(rise, minus(right, left)));
        const out = minus(at, one.at);
        if (normal[0] * out[0] + normal[1] * out[1] + normal[2] * out[2] < 0) normal = minus([0, 0, 0], normal);
        this.vertices.push(
          ...at,
          ...normal,
          ...unit(rise),
          (k / sides) * tiles,
          turns[i] ?? 0,
          one.along,
          one.radius,
          flex,
        );
        if (k < sides && i + 1 < rings.length) {
          const a = first + i * (sides + 1) + k;
          const b = a + sides + 1;
          this.indices.push(a, a + 1, b, a + 1, b + 1, b);
        }
      }
    }
    return turns;
  }
}

/** Cuts a chain where it has become thinner by enough to need fewer sides; the cuts share a joint. */
function byGirth(joints: readonly Joint[]): Joint[][] {
  const runs: Joint[][] = [];
  let run: Joint[] = [];
  for (const one of joints) {
    run.push(one);
    if (run.length > 2 && one.radius < 0.4 * (run[0]?.radius ?? 0) && one.radius > 0.015) {
      runs.push(run);
      run = [one];
    }
  }
  if (run.length > 1) runs.push(run);
  return runs;
}

/** Around a point of the tile, as far as the mesh's vertices are apart. */
const soft = [-0.03, 0, 0.03].flatMap((du) => [-0.018, 0, 0.018].map((dv) => [du, dv] as const));

/** Half the depth of the trunk's fissures as they are built; the shader carves the rest. */
export const relief: Metres = 0.018;

const tilesOn = (radius: Metres) => Math.max(1, Math.round((2 * Math.PI * radius) / tileWidth));

/** A piece of branch of much one thickness. */
interface Run {
  readonly joints: readonly Joint[];
  readonly girth: Metres;
  readonly tiles: number;
}

/** All wood as one mesh, thick before thin. */
export function woodGeometry(chains: readonly Chain[], shape: TrunkShape, tile: BarkTile, foot: Metres, tier: Tier) {
  const grade = woodGrades[tier];
  const wood = new WoodBuilder();
  const [trunk, ...others] = chains;
  const joints = trunk?.joints ?? [];
  const above = joints.findIndex((one) => one.along > shape.bark.height);
  const stout = joints[Math.max(0, above)]?.radius ?? 1;
  // The stem ends where the first limbs have taken their share.
  const split = Math.max(
    2,
    joints.findIndex((one) => one.radius < 0.66 * stout),
  );
  const around = tilesOn((joints[0]?.radius ?? 1) / 1.45);
  const stem = smoothed(joints.slice(0, split + 1), (one) => {
    const near = grade.relief === 0 || one.at[1] - foot < grade.relief;
    return near ? grade.trunkRing : 0.25;
  });
  const turns = wood.tube(
    stem,
    {
      sides: grade.trunkSides,
      radiusAt(one, angle, v) {
        const height = one.at[1] - foot;
        const whole = Math.min(1, Math.max(0, (one.radius / stout - 0.66) / 0.14));
        const swollen = one.radius * (1 + whole * shape.swell(height, angle));
        if (grade.relief === 0) return swollen;
        const u = (angle / (2 * Math.PI)) * around;
        // The mesh holds whole plates only: what is finer than it would stand in lumps.
        let plate = 0;
        for (const [du, dv] of soft) plate += tile.height(u + du, v + dv) / soft.length;
        return swollen + relief * whole * 2 * (plate - 0.45);
      },
    },
    around,
  );
  const rise = stem.map((one, k) => ({ height: one.at[1] - foot, v: turns[k] ?? 0 }));

  const runs: Run[] = [];
  const branch = (whole: readonly Joint[], tiles: number) => {
    for (const run of byGirth(whole)) runs.push({ joints: run, girth: run[0]?.radius ?? 0, tiles });
  };
  branch(joints.slice(split), around);
  for (const chain of others) {
    const most = Math.max(...chain.joints.map((one) => one.radius));
    if (most >= grade.thinnest) branch(chain.joints, tilesOn(most));
  }
  runs.sort((a, b) => b.girth - a.girth);
  /** Up to which index wood of a girth and more goes. */
  const cuts: { readonly girth: Metres; readonly indices: number }[] = [];
  for (const { joints: run, girth, tiles } of runs) {
    if (girth < grade.thinnest) break;
    const kept = simplified(run, grade.slack(girth));
    if (!grade.smooth) wood.tube(kept, { sides: grade.sides(girth) }, tiles);
    else {
      // No limb is round: strands run along it and turn about it, and where a bough was lost it has grown over.
      const radiusAt = ({ along, radius }: Joint, angle: number): Metres => {
        const way = along / girth;
        const strands = 0.09 * Math.sin(2 * angle + 0.5 * way + girth * 9) + 0.06 * Math.sin(5 * angle - 0.34 * way);
        const knot = Math.max(0, Math.sin(0.83 * way + girth * 31) * Math.sin(angle + 1.9 * Math.floor(way / 7.6)));
        return radius * (1 + strands + 0.3 * knot ** 5);
      };
      const round = girth < 0.07 ? {} : { radiusAt };
      wood.tube(
        smoothed(kept, (one) => 0.1 + 1.1 * one.radius),
        { sides: grade.sides(girth), ...round },
        tiles,
      );
    }
    cuts.push({ girth, indices: wood.indices.length });
  }
  const data = new Buffer({
    data: Float32Array.from(wood.vertices),
    usage: BufferUsage.VERTEX | BufferUsage.COPY_DST,
    label: 'wood',
  });
  const stride = floats * 4;
  const part = (offset: number, format: 'float32x3' | 'float32x4' | 'float32') => ({
    buffer: data,
    format,
    stride,
    offset: offset * 4,
  });
  return {
    /** Height of the bark 0..1 on the trunk. */
    barkAt(height: Metres, angle: Radians): number {
      const next = rise.findIndex((one) => one.height > height);
      const a = rise[Math.max(0, next - 1)];
      const b = rise[Math.max(0, next)];
      if (a === undefined || b === undefined) return 0;
      const v = a.v + ((b.v - a.v) * (height - a.height)) / (b.height - a.height || 1);
      return tile.height((angle / (2 * Math.PI)) * around, v);
    },
    triangles: wood.indices.length / 3,
    /** How many indices draw all wood of a girth and more. */
    down(girth: Metres): number {
      let low = 0;
      let high = cuts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((cuts[middle]?.girth ?? 0) >= girth) low = middle;
        else high = middle - 1;
      }
      return cuts[low]?.indices ?? wood.indices.length;
    },
    geometry: new Geometry({
      attributes: {
        aPlace: part(0, 'float32x3'),
        aNormal: part(3, 'float32x3'),
        aAxis: part(6, 'float32x3'),
        aBark: part(9, 'float32x4'),
        aFlex: part(13, 'float32'),
      },
      indexBuffer: Uint32Array.from(wood.indices),
    }),
  };
}
