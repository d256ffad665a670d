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

/** Where an old crown has its light: billows on its limbs' outer parts, overlapping, and one under the top. */
function lobesOf(seed: number, layout: Layout, trunk: Trunk, boughs: readonly Bough[]): readonly Lobe[] {
  const next = sequence(seed, 121);
  const height = layout.place.treeHeight;
  const ground = trunk.foot[1];
  const lobes: Lobe[] = [];
  let [mx, mz] = [0, 0];
  for (const { at, out, low } of boughs) {
    const wide = height * (low ? mix(0.06, 0.1, next()) : mix(0.075, 0.125, next()) * mix(0.85, 1.1, out));
    const high = wide * mix(0.55, 0.8, next());
    const lift = (low ? 0.25 : 0.4) * high;
    lobes.push({
      x: at[0] + (next() - 0.5) * wide,
      y: Math.min(at[1] + lift, ground + height * 0.985 - high),
      z: at[2] + (next() - 0.5) * wide,
      wide,
      high,
    });
    mx += at[0] / boughs.length;
    mz += at[2] / boughs.length;
  }
  // The dome that joins them, with its hollows; it is what one sees as the tree from far.
  const crest = height * 0.1;
  const lean = trunk.axis(trunk.fork);
  const [tx, tz] = [mix(lean[0], mx, 0.6), mix(lean[2], mz, 0.6)];
  lobes.push({ x: tx, y: ground + height - crest, z: tz, wide: crest * 2.3, high: crest });
  // Through the middle no sky is seen.
  for (const at of [0.5, 0.62, 0.74]) {
    const wide = height * mix(0.14, 0.18, next());
    const off = height * 0.06;
    lobes.push({
      x: tx + (next() - 0.5) * off,
      y: ground + height * at,
      z: tz + (next() - 0.5) * off,
      wide,
      high: wide * 0.55,
    });
  }
  const storm = Math.atan2(trunk.lean.z, trunk.lean.x) + (next() - 0.5) * 1.4;
  const billows = 17;
  for (let i = 0; i < billows; i++) {
    const azimuth = i * 2.399963 + (next() - 0.5) * 1.1;
    const rise = (i + 0.5) / billows;
    const lee = 0.5 - 0.5 * Math.cos(azimuth - storm);
    const far = height * mix(0.44, 0.15, rise ** 1.8) * mix(0.62, 1.08, lee) * mix(0.8, 1.15, next());
    const wide = height * mix(0.11, 0.165, next());
    lobes.push({
      x: tx + Math.cos(azimuth) * far,
      y: ground + height * (mix(0.4, 0.81, rise) + 0.09 * (next() - 0.5)),
      z: tz + Math.sin(azimuth) * far,
      wide,
      high: wide * mix(0.5, 0.7, next()),
    });
  }
  return lobes;
}

/** Attractors (xyz) in the lobes, denser towards their skin, where leaves find light. */
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
  for (const [i, lobe] of lobes.entries()) {
    const share = Math.round((count * (weights[i] ?? 0)) / total);
    for (let k = 0; k < share; k++) {
      const y = next() * 2 - 1;
      const a = next() * 2 * Math.PI;
      const r = next() ** 0.3;
      const flat = Math.sqrt(1 - y * y) * r;
      // The underside is thinner than the back.
      const down = y < 0 ? 0.62 : 1;
      points.push(
        lobe.x + Math.cos(a) * flat * lobe.wide,
        lobe.y + y * r * lobe.high * down,
        lobe.z + Math.sin(a) * flat * lobe.wide,
      );
    }
  }
  return Float32Array.from(points);
}
