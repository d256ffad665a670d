import { CHANNELS, channels, embody, JOINTS } from './body.ts';
import { gestures } from './gestures.ts';
import { smoothstep } from './scalar.ts';
import type { FigureAtlas, GestureId } from './types.ts';

/** Flesh between joints. Torso wide, head a capsule; motes are sown on these. */
const BONES: FigureAtlas['bones'] = [
  { a: 0, b: 1, ra: 0.14, rb: 0.15 },
  { a: 1, b: 2, ra: 0.15, rb: 0.075 },
  { a: 2, b: 3, ra: 0.06, rb: 0.105 },
  { a: 1, b: 4, ra: 0.12, rb: 0.075 },
  { a: 1, b: 8, ra: 0.12, rb: 0.075 },
  { a: 4, b: 5, ra: 0.062, rb: 0.045 },
  { a: 5, b: 6, ra: 0.045, rb: 0.03 },
  { a: 6, b: 7, ra: 0.034, rb: 0.024 },
  { a: 8, b: 9, ra: 0.062, rb: 0.045 },
  { a: 9, b: 10, ra: 0.045, rb: 0.03 },
  { a: 10, b: 11, ra: 0.034, rb: 0.024 },
  { a: 0, b: 12, ra: 0.13, rb: 0.105 },
  { a: 12, b: 13, ra: 0.098, rb: 0.062 },
  { a: 13, b: 14, ra: 0.062, rb: 0.04 },
  { a: 14, b: 15, ra: 0.042, rb: 0.03 },
  { a: 0, b: 16, ra: 0.13, rb: 0.105 },
  { a: 16, b: 17, ra: 0.098, rb: 0.062 },
  { a: 17, b: 18, ra: 0.062, rb: 0.04 },
  { a: 18, b: 19, ra: 0.042, rb: 0.03 },
];

interface Baked {
  readonly cyclic: boolean;
  readonly at: readonly number[];
  readonly postures: readonly Float64Array[];
}

const FACING = 31;

/** Between keys of a gesture that runs round: a periodic Catmull-Rom, so that nothing stops at a key. */
function roundBlend(g: Baked, phase: number, out: Float64Array): void {
  const n = g.at.length;
  const p = phase - Math.floor(phase);
  let i = n - 1;
  while (i > 0 && (g.at[i] ?? 0) > p) i -= 1;
  const from = g.at[i] ?? 0;
  const to = i + 1 < n ? (g.at[i + 1] ?? 1) : 1 + (g.at[0] ?? 0);
  const t = (p - from) / (to - from);
  const turning = Math.abs((g.postures[n - 1]?.[FACING] ?? 0) - (g.postures[0]?.[FACING] ?? 0)) > 3;
  for (let c = 0; c < CHANNELS; c++) {
    const key = (k: number): number => {
      const v = g.postures[((k % n) + n) % n]?.[c] ?? 0;
      return turning && c === FACING ? v + Math.floor(k / n) * 2 * Math.PI : v;
    };
    const [a, b, d, e] = [key(i - 1), key(i), key(i + 1), key(i + 2)];
    out[c] = 0.5 * (2 * b + (d - a) * t + (2 * a - 5 * b + 4 * d - e) * t * t + (3 * b - a - 3 * d + e) * t * t * t);
  }
}

/** Between keys of a gesture that opens once: eased, at rest at every key. */
function openBlend(g: Baked, phase: number, out: Float64Array): void {
  let i = 0;
  while (i + 2 < g.at.length && (g.at[i + 1] ?? 1) < phase) i += 1;
  const t = smoothstep(g.at[i] ?? 0, g.at[i + 1] ?? 1, phase);
  const a = g.postures[i];
  const b = g.postures[i + 1];
  for (let c = 0; c < CHANNELS; c++) out[c] = (a?.[c] ?? 0) * (1 - t) + (b?.[c] ?? 0) * t;
}

/** The bodies that beings, dancers and memories share: a gesture's joints at any phase. */
export function drawFigures(): FigureAtlas {
  const baked = new Map<GestureId, Baked>();
  const ids: GestureId[] = [];
  for (const id of Object.keys(gestures).filter((key): key is GestureId => key in gestures)) {
    const { cyclic, keys } = gestures[id];
    ids.push(id);
    baked.set(id, { cyclic, at: keys.map(([at]) => at), postures: keys.map(([, posture]) => channels(posture)) });
  }
  return {
    joints: JOINTS,
    gestures: ids,
    bones: BONES,
    cyclic: (gesture) => gestures[gesture].cyclic,
    pose(gesture, phase, out = new Float32Array(JOINTS * 3)) {
      const g = baked.get(gesture);
      const now = new Float64Array(CHANNELS);
      if (g?.cyclic) roundBlend(g, phase, now);
      else if (g) openBlend(g, phase, now);
      return embody(now, out);
    },
  };
}
