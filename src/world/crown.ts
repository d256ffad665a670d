import type { Metres } from '../units.ts';
import { sequence } from './hash.ts';
import type { Layout } from './layout.ts';
import type { Bough } from './limbs.ts';
import { mix } from './scalar.ts';
import type { Trunk } from './trunk.ts';

interface Lobe {
  readonly x: Metres;
  readonly y: Metres;
  readonly z: Metres;
  readonly wide: Metres;
  readonly high: Metres;
}

/**
 * Where an old crown has its light: billows of many sizes at the ends of its limbs, apart from one another, so that the sky
 * is seen between them, and heavier on the side that no storm took.
 */
function lobesOf(seed: number, layout: Layout, trunk: Trunk, boughs: readonly Bough[]): readonly Lobe[] {
  const next = sequence(seed, 121);
  const height = layout.place.treeHeight;
  const ground = trunk.foot[1];
  const lobes: Lobe[] = [];
  let [mx, mz] = [0, 0];
  for (const { at, out, low } of boughs) {
    const chance = next();
    // Few are large, many small.
    const wide =
      height * (low ? mix(0.03, 0.075, chance ** 1.5) : mix(0.025, 0.105, chance ** 1.8) * mix(0.8, 1.1, out));
    const high = wide * mix(0.55, 0.95, next());
    const lift = (low ? 0.25 : 0.4) * high;
    mx += at[0] / boughs.length;
    mz += at[2] / boughs.length;
    const kept = next() < (low || out > 0.8 ? 0.95 : 0.6);
    const [offX, offZ] = [next() - 0.5, next() - 0.5];
    if (!kept) continue;
    lobes.push({
      x: at[0] + offX * wide,
      y: Math.min(at[1] + lift, ground + height * 0.7 - high),
      z: at[2] + offZ * wide,
      wide,
      high,
    });
  }
  const lean = trunk.axis(trunk.fork);
  const [tx, tz] = [mix(lean[0], mx, 0.75), mix(lean[2], mz, 0.75)];
  const storm = Math.atan2(trunk.lean.z, trunk.lean.x) + (next() - 0.5) * 1.2;
  const billows = 15;
  for (let i = 0; i < billows; i++) {
    const azimuth = i * 2.399963 + (next() - 0.5) * 1.1;
    const rise = (i + 0.5) / billows;
    const lee = 0.5 - 0.5 * Math.cos(azimuth - storm);
    const far = height * mix(0.52, 0.2, rise ** 1.5) * mix(0.4, 1.1, lee) * mix(0.6, 1.2, next());
    const wide = height * mix(0.04, 0.15, next() ** 1.5) * mix(0.7, 1.1, lee);
    const high = wide * mix(0.5, 0.85, next());
    const x = tx + Math.cos(azimuth) * far;
    const y = ground + height * (mix(0.34, 0.6, rise) + 0.1 * (next() - 0.5));
    const z = tz + Math.sin(azimuth) * far;
    lobes.push({ ...borne(boughs, x, y, z, 0.75 * wide + 0.04 * height), wide, high });
  }
  return lobes;
}

/** A place no farther from the nearest bough than that: no leaves hang where no limb is seen to bear them. */
function borne(boughs: readonly Bough[], x: Metres, y: Metres, z: Metres, most: Metres) {
  let near: Bough['at'] = [x, y, z];
  let least = Number.POSITIVE_INFINITY;
  for (const { at } of boughs) {
    const d = Math.hypot(at[0] - x, at[1] - y, at[2] - z);
    if (d >= least) continue;
    least = d;
    near = at;
  }
  const share = Math.min(1, most / Math.max(least, 1e-6));
  return { x: mix(near[0], x, share), y: mix(near[1], y, share), z: mix(near[2], z, share) };
}

/** Attractors (xyz) in the lobes, denser outwards, where leaves find light. */
export function crownAttractors(
  seed: number,
  layout: Layout,
  trunk: Trunk,
  boughs: readonly Bough[],
  count: number,
): Float32Array {
  const lobes = lobesOf(seed, layout, trunk, boughs);
  const weights = lobes.map((lobe) => lobe.wide * lobe.wide);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const next = sequence(seed, 122);
  const points: number[] = [];
  const phase = [next() * 7, next() * 7, next() * 7] as const;
  for (const [i, lobe] of lobes.entries()) {
    const share = Math.round((count * (weights[i] ?? 0)) / total);
    for (let k = 0; k < share; k++) {
      const y = next() * 2 - 1;
      const a = next() * 2 * Math.PI;
      // No skin: their edges are ragged.
      const r = next() ** 0.5 * (0.75 + 0.75 * next() ** 3);
      const flat = Math.sqrt(1 - y * y) * r;
      // The underside is thinner than the back.
      const down = y < 0 ? 0.62 : 1;
      const px = lobe.x + Math.cos(a) * flat * lobe.wide;
      const py = lobe.y + y * r * lobe.high * down;
      const pz = lobe.z + Math.sin(a) * flat * lobe.wide;
      // Light does not reach everywhere in them: they are torn.
      const torn = Math.sin(px * 1.3 + phase[0]) + Math.sin(py * 1.9 + phase[1]) + Math.sin(pz * 1.3 + phase[2]);
      if (torn > -0.55) points.push(px, py, pz);
    }
  }
  return Float32Array.from(points);
}
