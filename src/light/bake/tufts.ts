import type { Texels } from './half.ts';
import { hashUnit } from './hash.ts';

/** Rosettes a side of the tile: a star moss's tips seen from above. */
const tuftsAside = 20;

export interface TuftsAsked {
  readonly seed: number;
  readonly texels: number;
}

/**
 * A tile of moss tips on the unit torus, each a small star of leaves, rgba8: how near to a tip (0 between the stems),
 * slopes across and along (0.5 is level), and each star's own number. Its mean is the moss seen from too far.
 */
export function bakeTufts({ seed, texels: size }: TuftsAsked): Texels {
  const tip = new Float32Array(size * size);
  const own = new Float32Array(size * size).fill(0.5);
  const leanX = new Float32Array(size * size);
  const leanY = new Float32Array(size * size);
  const cell = size / tuftsAside;
  // Two sowings: large stars, and small ones that fill in between, lower down.
  for (const layer of [0, 1, 2]) {
    const least = layer === 0 ? 0.55 : 0.36;
    for (let j = 0; j < tuftsAside; j++) {
      for (let i = 0; i < tuftsAside; i++) {
        const of = (n: number) => hashUnit(seed + layer * 77, j * tuftsAside + i, n);
        if (layer > 0 && of(9) < 0.25) continue;
        const x0 = (i + of(0)) * cell;
        const y0 = (j + of(1)) * cell;
        const radius = cell * (least + 0.42 * of(2));
        const rays = 5 + Math.floor(4 * of(3));
        const turn = 2 * Math.PI * of(4);
        const high = (layer === 0 ? 0.72 : 0.45) + 0.28 * of(5);
        const skewX = (of(6) - 0.5) * 0.5;
        const skewY = (of(7) - 0.5) * 0.5;
        const reach = Math.ceil(radius);
        for (let dy = -reach; dy <= reach; dy++) {
          for (let dx = -reach; dx <= reach; dx++) {
            const x = Math.floor(x0) + dx + 0.5 - x0;
            const y = Math.floor(y0) + dy + 0.5 - y0;
            const r = Math.hypot(x, y) / radius;
            if (r >= 1) continue;
            // Leaves: bright along their middles, ever narrower outwards.
            const leaf = Math.abs(Math.cos(((Math.atan2(y, x) + turn) * rays) / 2));
            const narrow = leaf ** (0.5 + 5 * r);
            const h = high * (1 - r * r * 0.75) * (0.42 + 0.58 * narrow) * (1 - 0.3 * Math.max(0, 0.25 - r) * 4);
            const at = ((Math.floor(y0) + dy + size) % size) * size + ((Math.floor(x0) + dx + size) % size);
            if (h <= (tip[at] ?? 0)) continue;
            tip[at] = h;
            own[at] = of(8);
            leanX[at] = x / radius + skewX;
            leanY[at] = y / radius + skewY;
          }
        }
      }
    }
  }
  const out = new Uint8Array(size * size * 4);
  for (let at = 0; at < size * size; at++) {
    out.set(
      [tip[at] ?? 0, 0.5 + 0.5 * (leanX[at] ?? 0), 0.5 + 0.5 * (leanY[at] ?? 0), own[at] ?? 0.5].map((value) =>
        Math.round(255 * Math.min(1, Math.max(0, value))),
      ),
      at * 4,
    );
  }
  return out;
}
