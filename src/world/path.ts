import type { Seconds, Vec3 } from '../units.ts';
import { gazeOf } from './gaze.ts';
import { unit } from './hash.ts';
import type { Layout } from './layout.ts';
import { onLine } from './plan.ts';
import { BEGINS, DIP, NIGHT, RISEN, routeOf, SEATED } from './route.ts';
import { mix, smoothstep } from './scalar.ts';
import type { Landmarks, Path, Terrain } from './types.ts';
import type { Watercourse } from './watercourse.ts';

/** Numbers kept for every default second: feet xyz, gaze xyz, eye height, field of view. */
const WIDE = 8;
/** Seconds kept before a night's beginning and after its end: there nights overlap and agree. */
const PAD = 2;
const ROWS = NIGHT + 1 + 2 * PAD;

const EYES: readonly (readonly [at: Seconds, height: number])[] = [
  [0, 1.6],
  [DIP[0] - 8, 1.6],
  [DIP[0] + 2, 0.82],
  [DIP[1] - 4, 0.82],
  [DIP[1] + 7, 1.6],
  [SEATED - 7, 1.6],
  [SEATED + 7, 1.1],
  [RISEN - 13, 1.1],
  [RISEN + 3, 1.6],
  [NIGHT, 1.6],
];

const FIELDS: readonly (readonly [at: Seconds, fovY: number])[] = [
  [0, 54],
  [130, 54],
  [185, 50],
  [228, 55],
  [300, 58],
  [330, 50],
  [400, 52],
  [520, 52],
  [560, 56],
  [618, 58],
  [632, 58],
  [656, 54],
  [676, 54],
  [706, 57],
  [758, 57],
  [800, 50],
  [850, 46],
  [890, 47],
  [950, 54],
  [NIGHT, 54],
];

function keyed(keys: readonly (readonly [number, number])[], time: Seconds): number {
  let i = 0;
  while (i + 2 < keys.length && (keys[i + 1]?.[0] ?? 0) < time) i += 1;
  const [t0, a] = keys[i] ?? [0, 0];
  const [t1, b] = keys[i + 1] ?? [1, a];
  return mix(a, b, smoothstep(t0, t1, time));
}

/** A body that stands still still breathes and sways: periods divide the night, so nights join. Radians. */
function sway(time: Seconds, key: number): number {
  const turn = (time * 2 * Math.PI) / NIGHT;
  return (
    Math.sin(turn * (83 + 14 * key) + key) * 0.55 +
    Math.sin(turn * (139 + 22 * key) + 2.1 * key) * 0.3 +
    Math.sin(turn * (51 + 8 * key) + 4.2 * key) * 0.6
  );
}

/**
 * The walker's way through one night: route, pace and gaze sampled at every second of a default night and joined by
 * cubic Hermite curves, so that all of it is continuous with its derivative, also from night to night.
 */
export function walk(
  seed: number,
  night: number,
  layout: Layout,
  course: Watercourse,
  terrain: Terrain,
  marks: Landmarks,
): Path {
  const route = routeOf(seed, night, layout, course, marks);
  const gaze = gazeOf(seed, layout, course, marks, route, (key) => unit(seed, 0x6a2e, night, key));
  const rows = new Float64Array(ROWS * WIDE);
  // Feet do not follow every cushion: the ground under them is averaged over some seconds of walking.
  const soft = 3;
  const ground: number[] = [];
  const feetAt = Array.from({ length: ROWS + 2 * soft }, (_, i) => onLine(route.line, route.gone(i - PAD - soft)));
  for (const p of feetAt) ground.push(terrain.height(p.x, p.z) + 0.6 * terrain.cushion(p.x, p.z));
  const kernel = [1, 6, 15, 20, 15, 6, 1];
  for (let i = 0; i < ROWS; i++) {
    const time = i - PAD;
    const p = feetAt[i + soft] ?? { x: 0, z: 0 };
    let y = 0;
    for (let k = 0; k < kernel.length; k++) y += ((kernel[k] ?? 0) * (ground[i + k] ?? 0)) / 64;
    const eyeHeight = keyed(EYES, time);
    const eye: Vec3 = [p.x, y + eyeHeight, p.z];
    const look = gaze(eye, time);
    const yaw = look.yaw + 0.007 * sway(time, 1);
    const pitch = look.pitch + 0.004 * sway(time, 2);
    const flat = Math.cos(pitch) * look.far;
    rows.set(
      [
        p.x,
        y,
        p.z,
        Math.cos(yaw) * flat,
        Math.sin(pitch) * look.far,
        Math.sin(yaw) * flat,
        eyeHeight,
        keyed(FIELDS, time),
      ],
      i * WIDE,
    );
  }
  return {
    night,
    at(movement, progress) {
      const from = BEGINS[movement] ?? 0;
      const to = BEGINS[movement + 1] ?? NIGHT;
      const time = PAD + from + (to - from) * Math.min(1, Math.max(0, progress));
      const i = Math.min(ROWS - 3, Math.floor(time));
      const t = time - i;
      const row = (i - 1) * WIDE;
      const value = (c: number): number => {
        const a = rows[row + c] ?? 0;
        const b = rows[row + WIDE + c] ?? 0;
        const d = rows[row + 2 * WIDE + c] ?? 0;
        const e = rows[row + 3 * WIDE + c] ?? 0;
        return b + 0.5 * t * (d - a + t * (2 * a - 5 * b + 4 * d - e + t * (3 * (b - d) + e - a)));
      };
      const feet: Vec3 = [value(0), value(1), value(2)];
      const eyeHeight = value(6);
      return {
        feet,
        gaze: [feet[0] + value(3), feet[1] + eyeHeight + value(4), feet[2] + value(5)],
        eyeHeight,
        fovY: value(7),
      };
    },
  };
}
