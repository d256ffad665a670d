import { createNoise2D } from 'simplex-noise';
import type { Metres } from '../units.ts';
import { cellHash, hash32, sequence } from './hash.ts';
import { clamp } from './scalar.ts';

/** One scale of domes: cells of `cell` metres, each with at most one dome, up to `high` metres above its hollow. */
interface Scale {
  readonly seed: number;
  readonly cell: Metres;
  readonly high: Metres;
  /** Share of cells that bear a dome, on average. */
  readonly sown: number;
}

/**
 * Cellular domes (after Worley 1996), joined by a 4-norm so that neighbours meet in a soft crease. Every cell hashes to
 * a centre, a width and a height of its own; no two cushions are alike and some places stay hollow.
 */
function domes(scale: Scale, x: Metres, z: Metres, richness: number): Metres {
  const fx = x / scale.cell;
  const fz = z / scale.cell;
  const cx = Math.floor(fx);
  const cz = Math.floor(fz);
  const sown = clamp(scale.sown + richness * 0.35, 0.08, 1) * 255;
  let sum = 0;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const h = cellHash(scale.seed, cx + i, cz + j);
      if ((h & 255) > sown) continue;
      const dx = fx - cx - i - ((h >>> 8) & 255) / 255;
      const dz = fz - cz - j - ((h >>> 16) & 255) / 255;
      const size = (h >>> 24) / 255;
      const reach = 0.34 + 0.62 * size * size;
      const d = 1 - (dx * dx + dz * dz) / (reach * reach);
      if (d <= 0) continue;
      // d is a paraboloid: its root gives the steep flank and broad back of a moss cushion.
      const rise = Math.sqrt(d) * d ** 0.25 * (0.35 + 0.65 * size);
      sum += rise * rise * rise * rise;
    }
  }
  return sum === 0 ? 0 : scale.high * Math.sqrt(Math.sqrt(sum));
}

/** Height of moss cushions and hollows over a bare ground, 0 .. about 0.35 m times `size`. */
export function cushions(seed: number, size: number): (x: Metres, z: Metres) => Metres {
  const drift = createNoise2D(sequence(seed, 51));
  // Both width and height grow with size, the width less.
  const wide = Math.sqrt(size);
  const scales: readonly Scale[] = [
    { seed: hash32(seed, 52), cell: 2.35 * wide, high: 0.21, sown: 0.62 },
    { seed: hash32(seed, 53), cell: 0.92 * wide, high: 0.105, sown: 0.66 },
    { seed: hash32(seed, 54), cell: 0.31 * wide, high: 0.034, sown: 0.75 },
  ];
  const [broad, middling, small] = scales;
  if (!broad || !middling || !small) throw new Error('three scales of cushions');
  return (x, z) => {
    const rich = drift(x / 17, z / 17);
    // Domes on a bent grid: the grid itself must not be seen.
    const bend = drift(x / 5 + 40, z / 5) * 0.45;
    const bx = x + bend;
    const bz = z - bend * 0.8;
    const big = domes(broad, bx, bz, rich);
    const rest = domes(middling, bx, bz, -rich) * (0.55 + 0.45 * clamp(1 - big * 5, 0, 1));
    return size * (big + rest + domes(small, x, z, 0));
  };
}
