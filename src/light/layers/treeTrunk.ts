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

/** Buttresses that run into the roots, and slow lobes as of several stems grown into one. */
export function trunkShape(world: World, trunk: Chain): TrunkShape {
  const { tree, landmarks, seed } = world;
  const [fx, fy, fz] = landmarks.treeFoot;
  const knuckles: { at: Vec3; radius: Metres }[] = [];
  for (let node = 0; node < tree.nodes; node++) {
    if ((tree.along[node] ?? 0) >= 0) continue;
    const [x = 0, y = 0, z = 0] = tree.position.subarray(node * 3);
    const radius = tree.radius[node] ?? 0.3;
    if (Math.hypot(x - fx, z - fz) < 2.4) knuckles.push({ at: [x, y, z], radius });
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
    return sum * fade;
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
  // How far the skin stands off to run into the roots, as a share of the radius: what shows of them, spread until it is one sweep.
  const [around, floor] = [128, 0.065];
  let webs = Float32Array.from({ length: around * 34 }, (_, n) => {
    const [h, a] = [(Math.floor(n / around) - 4) * floor, ((n % around) / around) * 2 * Math.PI];
    const { x, z, radius } = axisAt(h);
    const [c, s] = [Math.cos(a), Math.sin(a)];
    let web = 0;
    for (const one of knuckles) {
      const [dx, dy, dz] = [one.at[0] - x, one.at[1] - fy - h, one.at[2] - z];
      const out = dx * c + dz * s;
      // Between them and the trunk the angle is filled; farther out the skin sinks into them.
      const within = (one.radius + 0.8 - 0.42 * Math.hypot(dx, dz)) ** 2 - dy * dy - (dz * c - dx * s) ** 2;
      if (out > 0 && within > 0) web = Math.max(web, (out + Math.sqrt(within)) / radius - 1 - free(h, a));
    }
    return web * (1 - met(h, a) ** 2);
  });
  for (const step of [1, around, 2, 2 * around, 1, 2 * around, around]) {
    webs = webs.map((own, n) => 0.5 * own + 0.25 * ((webs[n - step] ?? own) + (webs[n + step] ?? own)));
  }
  const webAt = (h: Metres, a: Radians): number => {
    const [u, v] = [(a / (2 * Math.PI) + 2) * around, h / floor + 4];
    const n = Math.floor(v) * around + (Math.floor(u) % around);
    const row = (from: number) => (webs[from] ?? 0) + ((webs[from + 1] ?? 0) - (webs[from] ?? 0)) * (u % 1);
    return row(n) + (row(n + around) - row(n)) * (v % 1);
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
