/** PCG output permutation over a mixed word (O'Neill 2014): a number in 0..1 for three whole ones. */
export function hashUnit(a: number, b: number, c: number): number {
  let h = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d)) >>> 0;
  h = (Math.imul(h, 747796405) + 2891336453) >>> 0;
  h = Math.imul((h >>> ((h >>> 28) + 4)) ^ h, 277803737) >>> 0;
  h = ((h >>> 22) ^ h) >>> 0;
  h = (Math.imul(h, 747796405) + 2891336453) >>> 0;
  h = Math.imul((h >>> ((h >>> 28) + 4)) ^ h, 277803737) >>> 0;
  return (((h >>> 22) ^ h) >>> 8) / 16777216;
}

/** From -1 to 1 and mostly near 0: the sum of three dice, taken from `key` on. */
export function bell(dice: (key: number) => number, key: number): number {
  return (dice(key) + dice(key + 1) + dice(key + 2) - 1.5) / 1.5;
}
