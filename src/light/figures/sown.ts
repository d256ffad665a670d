import { BufferImageSource, type TextureSource } from 'pixi.js';

/** What a mote belongs to; see shaders/figureLight.vert. */
const parts = {
  cloth: 0,
  leftLeg: 1,
  rightLeg: 2,
  leftArm: 3,
  rightArm: 4,
  head: 5,
  rising: 6,
  hem: 7,
  greeting: 8,
} as const;

type Part = keyof typeof parts;

const columns = 256;

/** Columns that a section of the body has, in the order of the shader's STARTS, and what is sown there, by share. */
const sections: readonly (readonly [width: number, sown: readonly (readonly [Part, number])[]])[] = [
  [92, [['cloth', 1]]],
  [
    36,
    [
      ['leftLeg', 0.5],
      ['rightLeg', 0.5],
    ],
  ],
  [34, [['leftArm', 1]]],
  [34, [['rightArm', 1]]],
  [32, [['head', 1]]],
  [
    28,
    [
      ['rising', 0.14],
      ['hem', 0.58],
      ['greeting', 0.28],
    ],
  ],
];

const fraction = (x: number): number => x - Math.floor(x);

/** The root of x^3 = x + 1 gives the evenest two-dimensional sequence of its kind (Roberts, "R-sequences", 2018). */
const root = 1.324717957244746;
const sequence = (n: number, dimension: number): number => fraction(0.5 + n / root ** dimension);

function pick(sown: readonly (readonly [Part, number])[], dice: number): Part {
  let left = dice;
  for (const [part, share] of sown) {
    left -= share;
    if (left < 0) return part;
  }
  return 'cloth';
}

/**
 * Motes of a body in any pose: part, place along it, turn about it, and a share 0..1 of their own; rgba32f, 256 a row, each
 * section of the body in columns of its own. Any prefix of a section's rows is a fair sample of it, evenly spread.
 */
export function sow(count: number): TextureSource {
  const rows = 2 + Math.max(1, Math.ceil(count / columns));
  const out = new Float32Array(rows * columns * 4);
  let start = 0;
  const amount = new Map<Part, number>();
  for (const [width, sown] of sections) {
    for (let n = 0; n < rows * width; n++) {
      const part = pick(sown, fraction((n + 0.5) * 0.6180339887));
      const nth = amount.get(part) ?? 0;
      amount.set(part, nth + 1);
      const at = Math.floor(n / width) * columns + start + (n % width);
      out.set([parts[part], sequence(nth, 1), sequence(nth, 2), fraction(0.5 + nth / 1.4655712)], at * 4);
    }
    start += width;
  }
  return new BufferImageSource({
    resource: out,
    width: columns,
    height: rows,
    format: 'rgba32float',
    alphaMode: 'no-premultiply-alpha',
    scaleMode: 'nearest',
    addressMode: 'clamp-to-edge',
    label: 'sown',
  });
}
