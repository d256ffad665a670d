import type { Metres } from '../units.ts';
import { sequence } from './hash.ts';
import type { Layout } from './layout.ts';
import type { Bough } from './limbs.ts';
import { mix, smoothstep } from './scalar.ts';
import type { Trunk } from './trunk.ts';

interface Lobe {
  readonly x: Metres;
  readonly y: Metres;
  readonly z: Metres;
  readonly wide: Metres;
  readonly high: Metres;
}

/**
 * Where an old crown has its light: billows of many sizes at the ends of its limbs and nowhere else, few large and many small,
 * so that the sky is seen between limb and limb; the low limb bears a tier of its own, heavy and flat.
 */
function lobesOf(seed: number, layout: Layout, trunk: Trunk, boughs: readonly Bough[]): readonly Lobe[] {
  const next = sequence(seed, 121);
  const height = layout.place.treeHeight;
  const most = trunk.foot[1] + height * 0.8;
  const lobes: Lobe[] = [];
  for (const { at, out, low } of boughs) {
    const end = smoothstep(0.7, 1, out);
    const count = Math.floor(next() + (low ? mix(0.7, 1.6, end) : mix(0.5, 2.1, end)));
    for (let i = 0; i < count; i++) {
      const wide = height * mix(0.03, low ? 0.075 : 0.09, next() ** 1.5) * mix(0.75, 1.1, end);
      const high = wide * (low ? mix(0.35, 0.55, next()) : mix(0.4, 0.75, next()));
      const azimuth = next() * 2 * Math.PI;
      const aside = wide * mix(0.1, 0.9, next());
      lobes.push({
        x: at[0] + Math.cos(azimuth) * aside,
        y: Math.min(at[1] + high * mix(0.1, 0.8, next()), most - high),
        z: at[2] + Math.sin(azimuth) * aside,
        wide,
        high,
      });
    }
  }
  return lobes;
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
      const torn = Math.sin(px * 1.7 + phase[0]) + Math.sin(py * 2.6 + phase[1]) + Math.sin(pz * 1.7 + phase[2]);
      if (torn > -0.3) points.push(px, py, pz);
    }
  }
  return Float32Array.from(points);
}
