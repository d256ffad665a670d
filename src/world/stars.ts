import { createNoise3D } from 'simplex-noise';
import type { Vec3 } from '../units.ts';
import { sequence } from './hash.ts';
import type { Layout } from './layout.ts';
import { aim, plan, turned } from './plan.ts';
import { clamp, mix } from './scalar.ts';
import type { Stars } from './types.ts';

/** Kelvin at even steps of rank from cool to hot: how the stars that an eye can see are spread. */
const KELVIN = [2600, 3300, 3900, 4400, 4800, 5300, 5900, 6500, 7200, 8100, 9200, 10500, 13000, 18000, 28000];
/** Steepness of the sky's counts: three times as many stars for each fainter magnitude. */
const PER_MAGNITUDE = Math.log10(3);

function kelvinOf(u: number): number {
  const f = clamp(u, 0, 1) * (KELVIN.length - 1);
  const i = Math.min(KELVIN.length - 2, Math.floor(f));
  return mix(KELVIN[i] ?? 5000, KELVIN[i + 1] ?? 5000, f - i);
}

/**
 * The seed's sky: magnitudes by rank, so brightest come first; places by rejection against a density that thickens along
 * the galaxy's band (for faint stars most), gathers in drifts and leaves some of the sky nearly empty; a few open clusters.
 */
export function scatterStars(seed: number, layout: Layout): Stars {
  const count = Math.round(layout.place.stars);
  const { starSpan } = layout.place;
  const next = sequence(seed, 111);
  const noise = createNoise3D(sequence(seed, 112));
  // The band climbs out of the horizon beside the tree, as the seat sees it: there the lake doubles it.
  const view = aim(layout.seat, plan(0, 0));
  const foot = turned(view, (next() < 0.5 ? -1 : 1) * mix(0.2, 0.55, next()));
  const tilt = mix(0.45, 0.85, next()) * (next() < 0.5 ? -1 : 1);
  const across: Vec3 = [-foot.z, 0, foot.x];
  const pole: Vec3 = [across[0] * Math.cos(tilt), Math.sin(tilt), across[2] * Math.cos(tilt)];
  const lift = 0.22;
  const raised: Vec3 = [foot.x, lift, foot.z];
  // Into the plane of the band.
  const off = raised[0] * pole[0] + raised[1] * pole[1] + raised[2] * pole[2];
  const c: Vec3 = [raised[0] - off * pole[0], raised[1] - off * pole[1], raised[2] - off * pole[2]];
  const long = Math.sqrt(c[0] * c[0] + c[1] * c[1] + c[2] * c[2]);
  const centre: Vec3 = [c[0] / long, c[1] / long, c[2] / long];

  const clusters = Array.from({ length: 7 }, () => {
    const y = mix(0.12, 0.9, next());
    const a = next() * 2 * Math.PI;
    const r = Math.sqrt(1 - y * y);
    return { x: r * Math.cos(a), y, z: r * Math.sin(a), wide: mix(0.03, 0.07, next()) };
  });
  const direction = new Float32Array(count * 3);
  const magnitude = new Float32Array(count);
  const kelvin = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const rank = Math.log10((i + 0.35 + 0.5 * next()) / count) / PER_MAGNITUDE;
    const m = clamp(6.5 + rank * starSpan, -1.5, 6.5);
    magnitude[i] = m;
    const faint = clamp((m - 1.5) / 4, 0, 1);
    let x = 0;
    let y = 1;
    let z = 0;
    const clustered = m > 3 && next() < 0.018;
    const cluster = clustered ? clusters[Math.floor(next() * clusters.length)] : undefined;
    for (let attempt = 0; attempt < 60; attempt++) {
      if (cluster) {
        const gauss = (): number => (next() + next() + next() - 1.5) * cluster.wide;
        x = cluster.x + gauss();
        y = cluster.y + gauss();
        z = cluster.z + gauss();
        const n = 1 / Math.sqrt(x * x + y * y + z * z);
        x *= n;
        y *= n;
        z *= n;
        break;
      }
      y = mix(-0.05, 1, next());
      const a = next() * 2 * Math.PI;
      const r = Math.sqrt(Math.max(0, 1 - y * y));
      x = r * Math.cos(a);
      z = r * Math.sin(a);
      const latitude = x * pole[0] + y * pole[1] + z * pole[2];
      const toCentre = 0.5 + 0.5 * (x * centre[0] + y * centre[1] + z * centre[2]);
      const band = Math.exp(-((latitude / mix(0.24, 0.13, toCentre)) ** 2)) * (0.45 + 0.55 * toCentre);
      const drift = clamp(
        0.5 + 0.42 * noise(x * 2.1, y * 2.1, z * 2.1) + 0.3 * noise(x * 5.5, y * 5.5, z * 5.5),
        0.05,
        1,
      );
      // A rift of dust along the middle of the band.
      const dust = 1 - 0.7 * Math.exp(-(((latitude - 0.035 * noise(x * 3, y * 3, z * 3)) / 0.035) ** 2)) * toCentre;
      const density = (0.2 + 0.16 * (1 - faint) + 0.75 * band * faint * dust) * mix(1, drift, 0.35 + 0.55 * faint);
      if (next() < density) break;
    }
    direction[i * 3] = x;
    direction[i * 3 + 1] = y;
    direction[i * 3 + 2] = z;
    // Bright stars are hot or giants, seldom like ours.
    const u = next();
    kelvin[i] = kelvinOf(m < 2.2 ? mix(u, u < 0.3 ? 0.1 : 0.8, 0.55) : u);
  }
  return sorted({ count, direction, magnitude, kelvin, galaxyPole: pole, galaxyCentre: centre });
}

/** Jitter within a rank may swap neighbours: put them in order again. */
function sorted(stars: Stars): Stars {
  const order = Array.from({ length: stars.count }, (_, i) => i);
  order.sort((a, b) => (stars.magnitude[a] ?? 0) - (stars.magnitude[b] ?? 0) || a - b);
  const direction = new Float32Array(stars.count * 3);
  const magnitude = new Float32Array(stars.count);
  const kelvin = new Float32Array(stars.count);
  order.forEach((from, to) => {
    direction.set(stars.direction.subarray(from * 3, from * 3 + 3), to * 3);
    magnitude[to] = stars.magnitude[from] ?? 0;
    kelvin[to] = stars.kelvin[from] ?? 0;
  });
  return { ...stars, direction, magnitude, kelvin };
}
