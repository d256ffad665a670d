import type { Texels } from '../bake/half.ts';
import { hashUnit } from '../bake/hash.ts';

interface Blade {
  readonly x: number;
  readonly y: number;
  /** Unit, from stalk to tip. */
  readonly way: readonly [number, number];
  readonly length: number;
  readonly wide: number;
  readonly own: number;
}

/** Leaves of one forked twig that rises from the middle of the lower edge of a triangle to its tip; the lowest lie undermost. */
function twig(seed: number): Blade[] {
  const blades: Blade[] = [];
  const count = 27;
  for (let i = 0; i < count; i++) {
    const chance = (key: number) => hashUnit(i, key, seed);
    const rise = i / (count - 1);
    const side = i % 2 === 0 ? -1 : 1;
    const last = i === count - 1;
    const lean = last ? 0.1 * (chance(1) - 0.5) : side * (1.25 - 0.6 * rise + 0.9 * (chance(1) - 0.5));
    const length = (last ? 0.15 : 0.2 - 0.06 * rise) * (0.6 + 0.75 * chance(2));
    // Some sit on side shoots, away from the twig.
    const out = side * (chance(5) < 0.5 ? 0.02 : 0.02 + 0.17 * chance(6) * (1 - rise));
    blades.push({
      x: 0.5 + 0.05 * Math.sin(rise * 4 + seed) + out,
      y: 0.02 + 0.82 * rise ** 0.9 + 0.3 * Math.abs(out),
      way: [Math.sin(lean), Math.cos(lean)],
      length,
      wide: length * (0.22 + 0.1 * chance(3)),
      own: chance(4),
    });
  }
  return blades;
}

export interface SpraysAsked {
  readonly seed: number;
  /** A side of one spray. */
  readonly texels: number;
  /** Sprays a side of the picture: so many twigs of leaves are cut. */
  readonly aside: number;
}

/**
 * Twigs of leaves to cut from triangles, rgba8 a twig: a leaf's own number, which way it is folded (0.5 along its rib),
 * its light between rib and rim, and how far inside of a leaf.
 */
export function bakeSprays({ seed, texels, aside }: SpraysAsked): Texels {
  const wide = texels * aside;
  const out = new Uint8Array(wide * wide * 4);
  for (let n = 0; n < aside ** 2; n++) {
    const blades = twig(seed + n * 57);
    const [left, low] = [(n % aside) * texels, Math.floor(n / aside) * texels];
    for (let row = 0; row < texels; row++) {
      for (let column = 0; column < texels; column++) {
        const x = (column + 0.5) / texels;
        const y = (row + 0.5) / texels;
        let texel = [0.5, 0.5, 0.7, 0];
        for (const { x: sx, y: sy, way, length, wide: half, own } of blades) {
          const along = ((x - sx) * way[0] + (y - sy) * way[1]) / length;
          if (along < -0.1 || along > 1.1) continue;
          const across = (x - sx) * way[1] - (y - sy) * way[0];
          // Widest above its middle, its rim in waves.
          const t = Math.min(1, Math.max(0, along));
          const rim = half * Math.sin(Math.PI * t ** 1.2) ** 0.8 * (1 + 0.2 * Math.sin(t * 17 + own * 9));
          const inside = 0.5 + (rim - Math.abs(across)) * texels * 0.5;
          if (inside <= (texel[3] ?? 0) && inside < 1) continue;
          const rib = Math.exp(-Math.abs(across) * texels * 0.45);
          const fold = 0.5 + (0.5 * across) / Math.max(half, 1e-4);
          texel = [own, fold, (0.55 + 0.45 * t) * (1 - 0.4 * rib), Math.min(1, Math.max(0, inside))];
        }
        out.set(
          texel.map((value) => Math.round(255 * Math.min(1, Math.max(0, value)))),
          ((low + row) * wide + left + column) * 4,
        );
      }
    }
  }
  return out;
}
