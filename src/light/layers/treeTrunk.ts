import type { Metres, Radians, Vec3 } from '../../units.ts';
import type { World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Chain } from './treeChains.ts';

/** How the trunk departs from a round one. */
export interface TrunkShape {
  /** Share of the radius to add at a height above the foot and an angle from +x towards +z. */
  swell(height: Metres, angle: Radians): number;
  /** A point of the trunk's skin and the way out of it there. */
  skin(height: Metres, angle: Radians): { readonly at: Vec3; readonly out: Vec3 };
  /** Angle at which the hands meet it, and its height. */
  readonly bark: { readonly angle: Radians; readonly height: Metres };
  /** Where a limb has rotted out: the middle of its mouth. */
  readonly hollow: Vec3;
}

const turn = (a: Radians): Radians => a - Math.round(a / (2 * Math.PI)) * 2 * Math.PI;

/** How far out the trunk's skin follows its roots, and how broadly it runs into them. */
const followed: Metres = 1.3;
const web: Metres = 0.42;

/** Buttresses that run into the roots, and slow lobes as of several stems grown into one. */
export function trunkShape(world: World, trunk: Chain): TrunkShape {
  const { tree, landmarks, seed } = world;
  const [fx, fy, fz] = landmarks.treeFoot;
  const roots: { angle: Radians; size: number }[] = [];
  const knuckles: { at: Vec3; radius: Metres }[] = [];
  for (let node = 0; node < tree.nodes; node++) {
    const up = tree.parent[node] ?? -1;
    if (up < 0 || (tree.along[node] ?? 0) >= 0) continue;
    const [x = 0, y = 0, z = 0] = tree.position.subarray(node * 3);
    const radius = tree.radius[node] ?? 0.3;
    if (Math.hypot(x - fx, z - fz) < 3.4) knuckles.push({ at: [x, y, z], radius });
    if ((tree.along[up] ?? 0) >= 0) roots.push({ angle: Math.atan2(z - fz, x - fx), size: radius });
  }
  const axisAt = (height: Metres) => {
    const { joints } = trunk;
    for (let i = 1; i < joints.length; i++) {
      const a = joints[i - 1];
      const b = joints[i];
      if (a === undefined || b === undefined || (b.at[1] < fy + height && i + 1 < joints.length)) continue;
      const t = Math.min(1, Math.max(0, (fy + height - a.at[1]) / (b.at[1] - a.at[1] || 1)));
      const on = (k: 0 | 2) => a.at[k] + (b.at[k] - a.at[k]) * t;
      return { x: on(0), z: on(2), radius: a.radius + (b.radius - a.radius) * t };
    }
    return { x: fx, z: fz, radius: 1 };
  };
  const phase = (key: number) => hashUnit(seed & 0xffff, key, 611) * 2 * Math.PI;
  const free = (height: Metres, angle: Radians): number => {
    const fade = 1 / (1 + Math.max(0, height - 1) * 0.12);
    // Its stems have twisted as they grew together.
    const twisted = angle + height * 0.13;
    let sum = 0.06 * Math.sin(2 * twisted + phase(1)) + 0.075 * Math.sin(3 * twisted + phase(2));
    sum += 0.05 * Math.sin(5 * twisted + phase(3)) + 0.025 * Math.sin(9 * twisted + phase(4) + height * 0.4);
    sum *= fade;
    for (const root of roots) {
      const d = turn(angle - root.angle + Math.max(0, height) * 0.1);
      sum += 0.62 * root.size * Math.exp(-((d / 0.27) ** 2)) * Math.exp(-Math.max(0, height + 0.1) / 1.6);
    }
    return sum;
  };
  const [bx, by, bz] = landmarks.bark;
  const height = by - fy;
  const axis = axisAt(height);
  const angle = Math.atan2(bz - axis.z, bx - axis.x);
  const there = free(height, angle);
  const mouth = { angle: angle + 0.46, height: 2.62 };
  /** A hollow with a swollen lip. */
  const rotted = (h: Metres, a: Radians): number => {
    const off = (turn(a - mouth.angle) / 0.2) ** 2 + ((h - mouth.height) / 0.4) ** 2;
    return off > 9 ? 0 : 0.1 * Math.exp(-0.8 * off) - 0.5 * Math.exp(-2.2 * off * off);
  };
  // Where the hands meet it the skin lies where the world says.
  const met = (h: Metres, a: Radians) => Math.exp(-((turn(a - angle) / 0.55) ** 2) - ((h - height) / 1.1) ** 2);
  /** How far the skin stands off to run into the roots in one sweep: the smooth union of both, looked for from without. */
  const webbed = (h: Metres, a: Radians): Metres => {
    const { x, z, radius: girth } = axisAt(h);
    const [c, s] = [Math.cos(a), Math.sin(a)];
    const r = girth * (1 + free(h, a));
    const near = knuckles.filter(({ at, radius }) => {
      const aside = (at[2] - z) * c - (at[0] - x) * s;
      return at[1] + radius + web > fy + h && Math.abs(aside) < radius + web && (at[0] - x) * c + (at[2] - z) * s > 0;
    });
    let off = near.length === 0 ? 0 : followed;
    for (let step = 0; step < 30 && off > 0; step++) {
      // Farther out it sinks into them.
      const share = 1.1 - 0.5 * (off / followed) ** 2;
      let far = followed;
      for (const { at, radius } of near) {
        const d = Math.hypot(x + c * (r + off) - at[0], fy + h - at[1], z + s * (r + off) - at[2]) - radius * share;
        far = Math.min(far, d);
      }
      const both = Math.max(0, 1 - Math.abs(far - off) / web);
      const gap = Math.min(far, off) - 0.25 * web * both * both;
      if (gap < 0.004) break;
      off -= gap;
    }
    return (Math.max(0, off) * (1 - met(h, a) * Math.min(1, Math.max(0, 2 * h - 0.9)))) / girth;
  };
  const [turns, floors] = [128, 34];
  const floor = 0.065;
  const cellOf = (i: number, j: number) => Math.min(floors - 1, Math.max(0, j)) * turns + ((i + turns) % turns);
  let webs = Float32Array.from({ length: turns * floors }, (_, n) =>
    webbed((Math.floor(n / turns) - 4) * floor, ((n % turns) / turns) * 2 * Math.PI),
  );
  const spread = (di: number, dj: number) => {
    webs = webs.map((own, n) => {
      const [i, j] = [n % turns, Math.floor(n / turns)];
      return 0.5 * own + 0.25 * ((webs[cellOf(i - di, j - dj)] ?? 0) + (webs[cellOf(i + di, j + dj)] ?? 0));
    });
  };
  for (const [di, dj] of [
    [1, 0],
    [0, 1],
    [2, 0],
    [0, 2],
    [1, 0],
    [0, 1],
  ] as const)
    spread(di, dj);
  const webAt = (h: Metres, a: Radians): number => {
    const u = (a / (2 * Math.PI) - Math.floor(a / (2 * Math.PI))) * turns;
    const v = h / floor + 4;
    const [i, j] = [Math.floor(u), Math.floor(v)];
    const row = (y: number) => (webs[cellOf(i, y)] ?? 0) * (i + 1 - u) + (webs[cellOf(i + 1, y)] ?? 0) * (u - i);
    return row(j) * (j + 1 - v) + row(j + 1) * (v - j);
  };
  const swell = (h: Metres, a: Radians): number => free(h, a) - there * met(h, a) + rotted(h, a) + webAt(h, a);
  const skin = (h: Metres, a: Radians): { readonly at: Vec3; readonly out: Vec3 } => {
    const { x, z, radius } = axisAt(h);
    const out: Vec3 = [Math.cos(a), 0, Math.sin(a)];
    const r = radius * (1 + swell(h, a));
    return { at: [x + out[0] * r, fy + h, z + out[2] * r], out };
  };
  const within = skin(mouth.height, mouth.angle);
  const depth = 0.4 * axisAt(mouth.height).radius;
  return {
    swell,
    skin,
    bark: { angle, height },
    hollow: [within.at[0] + within.out[0] * depth, within.at[1], within.at[2] + within.out[2] * depth],
  };
}
