import { packed, type Texels } from '../bake/half.ts';
import { hashUnit } from '../bake/hash.ts';

/** Waves that run round a torus whole times, their slopes' share falling with the wave number. */
function waves(seed: number, count: number, least: number, most: number) {
  return Array.from({ length: count }, (_, i) => {
    const of = (n: number) => hashUnit(seed, i, n);
    const turn = 2 * Math.PI * of(0);
    const number = least * (most / least) ** of(1);
    const x = Math.round(Math.cos(turn) * number);
    const z = Math.round(Math.sin(turn) * number) || (x === 0 ? 1 : 0);
    return { x, z, phase: of(2), gain: (least / Math.hypot(x, z)) ** 0.6 };
  });
}

/** Slopes of a surface of waves over the unit torus, of unit mean square; `texels` is a power of two. */
function slopes(seed: number, texels: number, count: number, least: number, most: number): Float32Array {
  const out = new Float32Array(texels * texels * 2);
  const table = Float32Array.from({ length: texels * 64 }, (_, i) => Math.cos((2 * Math.PI * i) / (texels * 64)));
  const last = table.length - 1;
  for (const wave of waves(seed, count, least, most)) {
    const share = wave.gain / Math.hypot(wave.x, wave.z);
    const [x, z] = [wave.x * share, wave.z * share];
    const from = Math.floor(wave.phase * table.length);
    for (let row = 0; row < texels; row++) {
      for (let column = 0; column < texels; column++) {
        const turn = (wave.x * column + wave.z * row) * 64 + from;
        const value = table[turn & last] ?? 0;
        const at = (row * texels + column) * 2;
        out[at] = (out[at] ?? 0) + value * x;
        out[at + 1] = (out[at + 1] ?? 0) + value * z;
      }
    }
  }
  const square = out.reduce((sum, value) => sum + value * value, 0) / (texels * texels);
  const scale = 1 / Math.sqrt(square);
  return out.map((value) => value * scale);
}

export interface RipplesAsked {
  readonly seed: number;
  readonly texels: number;
  readonly halves: boolean;
}

/** A tile of ripples: the slopes of a lively surface in rg, and of a smoother one in ba; each of unit mean square. */
export function bakeRipples({ seed, texels, halves }: RipplesAsked): Texels {
  const lively = slopes(seed + 301, texels, 46, 3, 17);
  const smooth = slopes(seed + 302, texels, 22, 2, 7);
  const out = new Float32Array(texels * texels * 4);
  for (let i = 0; i < texels * texels; i++) {
    for (let n = 0; n < 2; n++) {
      out[i * 4 + n] = lively[i * 2 + n] ?? 0;
      out[i * 4 + 2 + n] = smooth[i * 2 + n] ?? 0;
    }
  }
  return packed(out, halves);
}
