import { BufferImageSource, type TextureSource } from 'pixi.js';

/** What a mote belongs to; see shaders/figureLight.vert. */
const parts = {
  garment: 0,
  leftArm: 1,
  rightArm: 2,
  leftHand: 3,
  rightHand: 4,
  head: 5,
  hair: 6,
  rising: 7,
  hem: 8,
  greeting: 9,
} as const;

type Part = keyof typeof parts;

/** How many of a figure's first motes are the soft body within, at most: texels of the first row. */
const bodyLimit = 64;

const shares: readonly (readonly [Part, number])[] = [
  ['garment', 0.442],
  ['leftArm', 0.12],
  ['rightArm', 0.12],
  ['leftHand', 0.014],
  ['rightHand', 0.014],
  ['head', 0.06],
  ['hair', 0.07],
  ['rising', 0.02],
  ['hem', 0.1],
  ['greeting', 0.04],
];

/** The soft body within, so that its first few already make a figure: part, along it 0..1. */
const within: readonly (readonly [Part, number])[] = [
  ['head', 0.5],
  ['garment', 0.22],
  ['garment', 0.72],
  ['garment', 0.48],
  ['leftArm', 0.75],
  ['rightArm', 0.75],
  ['garment', 0.9],
  ['garment', 0.12],
  ['leftArm', 0.3],
  ['rightArm', 0.3],
  ['garment', 0.36],
  ['garment', 0.6],
];

/** Garment from neck to hem: how many motes lie at a place; few at the hem, where it dissolves. */
const density = (v: number): number =>
  (v < 0.16 ? 1.35 : 0.95 + 0.85 * Math.min(1, v / 0.75)) * (1 - 0.35 * Math.max(0, (v - 0.7) / 0.3));

function along(): (share: number) => number {
  const steps = 128;
  const sums = [0];
  for (let n = 0; n < steps; n++) sums.push((sums[n] ?? 0) + density((n + 0.5) / steps));
  const whole = sums[steps] ?? 1;
  return (share) => {
    const target = share * whole;
    let n = 0;
    while (n < steps - 1 && (sums[n + 1] ?? 0) < target) n++;
    const from = sums[n] ?? 0;
    return (n + (target - from) / ((sums[n + 1] ?? 1) - from)) / steps;
  };
}

const fraction = (x: number): number => x - Math.floor(x);

/** Roots of x^5 = x + 1 give the evenest four-dimensional sequence of its kind (Roberts, "R-sequences", 2018). */
const root = 1.1673039782614187;
const sequence = (n: number, dimension: number): number => fraction(0.5 + n / root ** dimension);

/**
 * Motes of a body in any pose: part, place along it, turn about it, and a share 0..1 that says how deep in it; rgba32f, 256
 * a row. The first row is the soft body within. Any prefix of either is a fair sample, evenly spread.
 */
export function sow(count: number): TextureSource {
  const rows = 1 + Math.max(1, Math.ceil(count / 256));
  const out = new Float32Array(rows * 256 * 4);
  const onGarment = along();
  const pick = (share: number): Part => {
    let left = share;
    for (const [part, size] of shares) {
      left -= size;
      if (left < 0) return part;
    }
    return 'garment';
  };
  for (let n = 0; n < bodyLimit; n++) {
    const [part, v] =
      within[n] ??
      ((): readonly [Part, number] => {
        const dice = sequence(n, 1);
        const t = sequence(n, 2);
        if (dice < 0.58) return ['garment', 0.04 + 0.94 * t];
        if (dice < 0.73) return ['leftArm', t];
        if (dice < 0.88) return ['rightArm', t];
        return dice < 0.95 ? ['head', 0.3 + 0.5 * t] : ['hair', 0.2 + 0.7 * t];
      })();
    out.set([parts[part], v, sequence(n, 3), n < within.length ? 0 : 0.5 * sequence(n, 4)], n * 4);
  }
  for (let n = 0; n < (rows - 1) * 256; n++) {
    const part = pick(sequence(n, 1));
    const v = sequence(n, 2);
    const at = part === 'garment' ? onGarment(v) : v;
    out.set([parts[part], at, sequence(n, 3), sequence(n, 4)], (256 + n) * 4);
  }
  return new BufferImageSource({
    resource: out,
    width: 256,
    height: rows,
    format: 'rgba32float',
    alphaMode: 'no-premultiply-alpha',
    scaleMode: 'nearest',
    addressMode: 'clamp-to-edge',
    label: 'sown',
  });
}
