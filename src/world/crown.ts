import type { Metres } from '../units.ts';
import { sequence } from './hash.ts';
import { mix } from './scalar.ts';
import type { Trunk } from './trunk.ts';

interface Lobe {
  readonly x: Metres;
  readonly y: Metres;
  readonly z: Metres;
  readonly wide: Metres;
  readonly high: Metres;
}

/** Where an old crown has its light: uneven lobes around a leaning axis, short on the side a storm once broke. */
function lobesOf(seed: number, height: Metres, age: number, trunk: Trunk): readonly Lobe[] {
  const next = sequence(seed, 121);
  const top = trunk.axis(trunk.fork);
  const storm = next() * 2 * Math.PI;
  const count = 11 + Math.floor(next() * 3);
  const uneven = 0.3 + 0.3 * age;
  const lobes: Lobe[] = [];
  for (let i = 0; i < count; i++) {
    const azimuth = (i * 2.399963 + (next() - 0.5) * 0.9) % (2 * Math.PI);
    const lee = 0.5 - 0.5 * Math.cos(azimuth - storm);
    const rise = (i + 0.5) / count;
    const far = height * mix(0.4, 0.09, rise ** 1.5) * mix(1 - 0.8 * uneven, 1, lee) * mix(0.8, 1.2, next());
    const wide = height * mix(0.17, 0.14, rise) * mix(1 - 0.35 * uneven, 1, lee) * mix(0.75, 1.25, next());
    const high = wide * mix(0.5, 0.72, next());
    const middle = height * (mix(0.37, 0.82, rise ** 1.05) + 0.07 * (next() - 0.5));
    lobes.push({
      x: top[0] * 1.4 + Math.cos(azimuth) * far,
      y: trunk.foot[1] + Math.min(middle, height * 0.985 - high),
      z: top[2] * 1.4 + Math.sin(azimuth) * far,
      wide,
      high,
    });
  }
  const crest = height * 0.14;
  lobes.push({ x: top[0] * 1.8, y: trunk.foot[1] + height - crest, z: top[2] * 1.8, wide: crest * 1.15, high: crest });
  // The open middle, through which the limbs reach their lobes.
  lobes.push({
    x: top[0] * 1.5,
    y: trunk.foot[1] + height * 0.56,
    z: top[2] * 1.5,
    wide: height * 0.24,
    high: height * 0.13,
  });
  return lobes;
}

/** Attractors (xyz) in the lobes, denser towards their skin, where leaves find light. */
export function crownAttractors(seed: number, height: Metres, age: number, trunk: Trunk, count: number): Float32Array {
  const lobes = lobesOf(seed, height, age, trunk);
  const weights = lobes.map((lobe) => lobe.wide * lobe.wide);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const next = sequence(seed, 122);
  const points: number[] = [];
  for (const [i, lobe] of lobes.entries()) {
    const share = Math.round((count * (weights[i] ?? 0)) / total);
    for (let k = 0; k < share; k++) {
      const y = next() * 2 - 1;
      const a = next() * 2 * Math.PI;
      const r = next() ** 0.24;
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
