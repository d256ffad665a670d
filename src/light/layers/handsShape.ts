import type { Metres } from '../../units.ts';
import { hashUnit } from '../bake/hash.ts';

/** A bone with flesh on it: from and to, in the plane of the palm, and the radius at both ends. */
interface Bone {
  readonly from: readonly [x: Metres, y: Metres];
  readonly to: readonly [x: Metres, y: Metres];
  readonly radius: readonly [from: Metres, to: Metres];
  /** How far along from the wrist to a fingertip it begins and ends. */
  readonly reach: readonly [from: number, to: number];
}

type Point = readonly [x: Metres, y: Metres];

/** A right hand seen from its back, fingers up and spread, wrist below; metres from the middle of the palm. */
function bones(): Bone[] {
  const out: Bone[] = [];
  const run = (points: readonly Point[], radii: readonly Metres[], from: number, to: number) => {
    for (let i = 0; i + 1 < points.length; i++) {
      const a = points[i];
      const b = points[i + 1];
      if (a === undefined || b === undefined) continue;
      const at = (k: number) => from + ((to - from) * k) / (points.length - 1);
      out.push({ from: a, to: b, radius: [radii[i] ?? 0.008, radii[i + 1] ?? 0.007], reach: [at(i), at(i + 1)] });
    }
  };
  const wrist: Point = [0.003, -0.056];
  // Relaxed: the middle fingers side by side, the little one a little apart.
  const fingers: readonly (readonly [Point, Point, Point, Point])[] = [
    [
      [-0.026, 0.04],
      [-0.038, 0.087],
      [-0.041, 0.116],
      [-0.039, 0.141],
    ],
    [
      [-0.007, 0.047],
      [-0.011, 0.1],
      [-0.01, 0.133],
      [-0.004, 0.16],
    ],
    [
      [0.012, 0.043],
      [0.019, 0.092],
      [0.025, 0.122],
      [0.032, 0.146],
    ],
    [
      [0.029, 0.03],
      [0.041, 0.064],
      [0.049, 0.085],
      [0.056, 0.105],
    ],
  ];
  for (const finger of fingers) {
    const [knuckle] = finger;
    run([wrist, knuckle], [0.019, 0.0135], 0.25, 0.55);
    const joints = finger.map(
      ([x, y]): Point => [knuckle[0] + 0.7 * (x - knuckle[0]), knuckle[1] + 0.84 * (y - knuckle[1])],
    );
    run(joints, [0.0122, 0.0112, 0.0102, 0.0074], 0.55, 1);
  }
  run(
    [
      [-0.013, -0.046],
      [-0.043, -0.014],
      [-0.062, 0.018],
      [-0.067, 0.04],
    ],
    [0.022, 0.018, 0.0142, 0.0092],
    0.3,
    1,
  );
  // The palm's own flesh, and the skin between the fingers.
  run(
    [
      [-0.028, 0.05],
      [0.006, 0.058],
      [0.031, 0.041],
    ],
    [0.011, 0.014, 0.01],
    0.5,
    0.56,
  );
  run(
    [
      [0.004, -0.03],
      [0.002, 0.026],
    ],
    [0.035, 0.037],
    0.3,
    0.52,
  );
  run([[0.012, -0.26], wrist], [0.042, 0.0275], 0, 0.25);
  return out;
}

/** Motes on one hand: x, y, z (out of the bark), and their reach 0 at the wrist .. 1 at a fingertip. */
export function sowHand(count: number): Float32Array {
  const all = bones();
  const weights = all.map(({ from, to, radius, reach }) => {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    // Fingers tell a hand from a leaf: they get more than their share, the wrist less.
    return length * (0.004 + radius[0] + radius[1]) * (0.8 + 0.6 * reach[1]);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const out = new Float32Array(count * 4);
  for (let mote = 0; mote < count; mote++) {
    const chance = (key: number) => hashUnit(mote, key, 977);
    let left = chance(1) * total;
    let index = 0;
    while (index + 1 < all.length && left > (weights[index] ?? 0)) {
      left -= weights[index] ?? 0;
      index++;
    }
    const bone = all[index];
    if (bone === undefined) continue;
    const t = chance(2);
    // As many on its middle as along its edges, as one sees it.
    const angle = Math.acos(1 - 2 * chance(3));
    const radius = bone.radius[0] + (bone.radius[1] - bone.radius[0]) * t;
    const [dx, dy] = [bone.to[0] - bone.from[0], bone.to[1] - bone.from[1]];
    const length = Math.hypot(dx, dy) || 1;
    const side = Math.cos(angle) * radius;
    const along = bone.reach[0] + (bone.reach[1] - bone.reach[0]) * t;
    const y = bone.from[1] + dy * t + (dx / length) * side;
    out.set(
      [
        bone.from[0] + dx * t - (dy / length) * side,
        y,
        // Knuckles stand off the bark; the arm comes away from it.
        Math.sin(angle) * radius +
          0.011 * Math.sin(Math.PI * Math.max(0, (along - 0.25) / 0.75)) +
          0.5 * Math.max(0, -0.05 - y),
        along,
      ],
      mote * 4,
    );
  }
  return out;
}
