import type { Unit } from '../../units.ts';
import { levelAtlas } from './atlas.ts';
import { packed, type Texels } from './half.ts';
import { hashUnit } from './hash.ts';

/** A cushion or a lobe of one: an ellipse on the unit torus. */
interface Dome {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Its long axis is so much longer, and lies so. */
  readonly long: number;
  readonly cos: number;
  readonly sin: number;
  readonly high: number;
  /** How broad its back is: a half a ball, 1 a low dome. */
  readonly round: number;
  readonly own: number;
}

interface Family {
  readonly count: number;
  readonly least: number;
  readonly most: number;
  readonly high: number;
  /** Heights within which two of them flow into one another. */
  readonly soft: number;
}

/** Pillows; cushions between them; lobes and tufts that ride on both. */
const families: readonly Family[] = [
  { count: 46, least: 0.026, most: 0.086, high: 0.66, soft: 0.004 },
  { count: 170, least: 0.012, most: 0.04, high: 0.5, soft: 0.0022 },
  { count: 1000, least: 0.006, most: 0.017, high: 0.42, soft: 0.0012 },
  { count: 3400, least: 0.003, most: 0.008, high: 0.34, soft: 0.0007 },
];

function sow(seed: number, family: Family, index: number): readonly Dome[] {
  return Array.from({ length: family.count }, (_, i) => {
    const of = (n: number) => hashUnit(seed, index * 8192 + i, n);
    // Small ones are many, large ones rare.
    const radius = family.least + (family.most - family.least) * of(2) ** 2.4;
    const turn = 2 * Math.PI * of(5);
    return {
      x: of(0),
      y: of(1),
      radius,
      long: 1 + 0.9 * of(6) ** 2,
      cos: Math.cos(turn),
      sin: Math.sin(turn),
      high: radius * family.high * (0.45 + 0.9 * of(3)),
      round: 0.5 + 0.45 * of(7) ** 2,
      own: of(4),
    };
  });
}

/** A smooth push of the torus into itself, so that no outline is a circle's. */
function bent(seed: number, size: number): readonly [Float32Array, Float32Array] {
  const waves = Array.from({ length: 7 }, (_, i) => ({
    a: Math.round(2 + 9 * hashUnit(seed, 31, i)),
    b: Math.round(-11 + 22 * hashUnit(seed, 32, i)),
    phase: 2 * Math.PI * hashUnit(seed, 33, i),
  }));
  const x = new Float32Array(size * size);
  const y = new Float32Array(size * size);
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      let across = 0;
      let along = 0;
      waves.forEach(({ a, b, phase }, n) => {
        const s = Math.sin((2 * Math.PI * (a * i + b * j)) / size + phase);
        if (n % 2 === 0) across += s;
        else along += s;
      });
      x[j * size + i] = across * 0.0046;
      y[j * size + i] = along * 0.0058;
    }
  }
  return [x, y];
}

/**
 * A tile of moss cushions on the unit torus: swells that merge, cushions, lobes and tufts on them, hollows between.
 * Four floats: height and slopes as shares of the tile's side, and a number 0..1 that changes softly from one to the next.
 * @param high share of their height
 */
function cushions(seed: number, size: number, high: Unit = 1): Float32Array<ArrayBuffer> {
  const height = new Float32Array(size * size);
  const own = new Float32Array(size * size).fill(0.5);
  const [pushX, pushY] = bent(seed, size);
  const sum = new Float32Array(size * size);
  const mean = new Float32Array(size * size);
  families.forEach((family, index) => {
    // Bare ground counts as one of them, of no height: exponential weights make a soft highest of all that meet.
    sum.fill(1);
    mean.fill(0.5);
    for (const dome of sow(seed, family, index)) {
      const reach = Math.ceil((dome.radius * dome.long + 0.02) * size);
      const cx = Math.floor(dome.x * size);
      const cy = Math.floor(dome.y * size);
      for (let dy = -reach; dy <= reach; dy++) {
        const row = ((cy + dy + size) % size) * size;
        for (let dx = -reach; dx <= reach; dx++) {
          const at = row + ((cx + dx + size) % size);
          const x = (cx + dx + 0.5) / size - dome.x + (pushX[at] ?? 0);
          const y = (cy + dy + 0.5) / size - dome.y + (pushY[at] ?? 0);
          const u = (x * dome.cos + y * dome.sin) / dome.long;
          const v = y * dome.cos - x * dome.sin;
          const far = (u * u + v * v) / (dome.radius * dome.radius);
          if (far >= 1) continue;
          const weight = Math.exp((dome.high * (1 - far) ** dome.round) / family.soft) - 1;
          sum[at] = (sum[at] ?? 1) + weight;
          mean[at] = (mean[at] ?? 0) + weight * dome.own;
        }
      }
    }
    const share = index < 2 ? 0.6 : index === 2 ? 0.35 : 0.12;
    for (let at = 0; at < size * size; at++) {
      const all = sum[at] ?? 1;
      // A pillow's back is quiet: what is small grows around it.
      const back = Math.min(1, (height[at] ?? 0) / 0.034);
      height[at] = (height[at] ?? 0) + family.soft * Math.log(all) * (index === 0 ? 1 : 1 - 0.6 * back * back);
      own[at] = (own[at] ?? 0) * (1 - share) + (share * (mean[at] ?? 0)) / all;
    }
  });
  const out = new Float32Array(size * size * 4);
  const at = (x: number, y: number) => height[((y + size) % size) * size + ((x + size) % size)] ?? 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const slopeX = ((at(x + 1, y) - at(x - 1, y)) * size) / 2;
      const slopeY = ((at(x, y + 1) - at(x, y - 1)) * size) / 2;
      const i = y * size + x;
      out.set([(height[i] ?? 0) * high, slopeX * high, slopeY * high, own[i] ?? 0], i * 4);
    }
  }
  return out;
}

export interface CushionsAsked {
  readonly seed: number;
  readonly texels: number;
  /** Above its smaller levels, see `atlas.ts`; and lower, as a processor's ground has few corners. */
  readonly atlas: boolean;
  readonly halves: boolean;
}

/** The tile of cushions, see above; an atlas is twice as high. */
export const bakeCushions = ({ seed, texels, atlas, halves }: CushionsAsked): Texels =>
  packed(atlas ? levelAtlas(cushions(seed, texels, 0.6), texels) : cushions(seed, texels), halves);
