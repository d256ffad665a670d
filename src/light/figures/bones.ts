import type { Vec3 } from '../../units.ts';
import { cross, dot, plus, sided, unit, ways } from './rest.ts';

type Turn = readonly [x: number, y: number, z: number, w: number];

const times = ([ax, ay, az, aw]: Turn, [bx, by, bz, bw]: Turn): Turn => [
  aw * bx + ax * bw + ay * bz - az * by,
  aw * by - ax * bz + ay * bw + az * bx,
  aw * bz + ax * by - ay * bx + az * bw,
  aw * bw - ax * bx - ay * by - az * bz,
];
const turned = ([x, y, z, w]: Turn, v: Vec3): Vec3 => {
  const q: Vec3 = [x, y, z];
  const t = plus(cross(q, v), v, w);
  return plus(v, cross(q, t), 2);
};
const back = ([x, y, z, w]: Turn): Turn => [-x, -y, -z, w];

/** The turn that takes x to a body's left, and y as near to `up` as may be. */
function framed(left: Vec3, up: Vec3): Turn {
  const x = unit(left);
  const z = unit(cross(x, up));
  const y = cross(z, x);
  const [[a, b, c], [d, e, f], [g, h, i]] = [x, y, z];
  const s = a + e + i;
  const raw: Turn =
    s > 0
      ? [f - h, g - c, b - d, 1 + s]
      : a > e && a > i
        ? [1 + a - e - i, b + d, g + c, f - h]
        : e > i
          ? [b + d, 1 + e - a - i, f + h, g - c]
          : [g + c, f + h, 1 + i - a - e, b - d];
  const n = 1 / Math.hypot(...raw);
  return [raw[0] * n, raw[1] * n, raw[2] * n, raw[3] * n];
}

/** A bone that lay along `rest` in its parent and lies along `now`, by the shortest turn. */
function swung(parent: Turn, rest: Vec3, now: Vec3): Turn {
  const to = unit(turned(back(parent), now));
  const w = 1 + dot(rest, to);
  const axis = w < 1e-3 ? ([0, 0, 1] as const) : cross(rest, to);
  const n = 1 / (Math.hypot(...axis, w) || 1);
  return times(parent, [axis[0] * n, axis[1] * n, axis[2] * n, w * n]);
}

export const boneCount = 16;

/** Turns (quaternions) of a posed body's bones against the body at rest, see rest.ts: trunk, then each side's limbs. */
export function boneTurns(pose: Float32Array): readonly Turn[] {
  const at = (j: number): Vec3 => [pose[j * 3] ?? 0, pose[j * 3 + 1] ?? 0, pose[j * 3 + 2] ?? 0];
  const way = (to: number, from: number): Vec3 => plus(at(to), at(from), -1);
  const hips = unit(way(12, 16));
  const shoulders = unit(way(4, 8));
  const pelvis = framed(hips, [0, 1, 0]);
  const chest = framed(shoulders, way(2, 1));
  const out: Turn[] = [pelvis, framed(plus(hips, shoulders), way(1, 0)), chest, swung(chest, ways.head, way(3, 2))];
  for (const side of [0, 1]) {
    const sign = side === 0 ? 1 : -1;
    const [shoulder, hip] = [4 + 4 * side, 12 + 4 * side];
    const upper = swung(chest, sided(ways.upper, sign), way(shoulder + 1, shoulder));
    const fore = swung(upper, sided(ways.fore, sign), way(shoulder + 2, shoulder + 1));
    // Open hands: palms ahead and up, and a little in.
    const along = sided(ways.fore, sign);
    const want = turned(back(fore), turned(chest, unit([-0.35 * sign, 0.55, 0.75])));
    const palm = unit(plus([0, 0, 1], along, -along[2]));
    const angle = 0.8 * Math.max(-1.6, Math.min(1.6, Math.atan2(dot(cross(palm, want), along), dot(palm, want))));
    const s = Math.sin(angle / 2);
    const hand = times(fore, [along[0] * s, along[1] * s, along[2] * s, Math.cos(angle / 2)]);
    const thigh = swung(pelvis, sided(ways.thigh, sign), way(hip + 1, hip));
    const shin = swung(thigh, sided(ways.shin, sign), way(hip + 2, hip + 1));
    out.push(upper, fore, hand, thigh, shin, swung(shin, sided(ways.foot, sign), way(hip + 3, hip + 2)));
  }
  return out;
}
