/**
 * A bijective 32-bit mix with low bias (constants found by Chris Wellons' hash-prospector, "lowbias32").
 * Integers only, so it gives the same on every machine.
 */
export function mix32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** 32-bit hash of a text (FNV-1a, finished by `mix32`), for chance that belongs to an event's id. */
export function hashText(text: string): number {
  let x = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) x = Math.imul(x ^ text.charCodeAt(i), 0x01000193);
  return mix32(x);
}

/** The `n`th number in 0..1 that belongs to a key. */
export function unitOf(key: number, n: number): number {
  return mix32(mix32(n) ^ key) / 0x1_0000_0000;
}

/**
 * White noise as a function of position, uniform in -1..1: the index of the sample is 64 bits wide (`lo`, `hi`), so it
 * never repeats within any number of years. `key` names seed and channel.
 */
export function noiseAt(lo: number, hi: number, key: number): number {
  return mix32(mix32(lo) ^ mix32(hi ^ key)) / 0x8000_0000 - 1;
}

/**
 * A smooth aimless motion in -1..1 as a function of time: hashed values every `period` seconds, joined by a quintic ease
 * (Perlin's), so that its speed is continuous.
 */
export function wander(key: number, t: number, period: number): number {
  const place = t / period;
  const step = Math.floor(place);
  const x = place - step;
  const ease = x * x * x * (x * (6 * x - 15) + 10);
  const a = noiseAt(step >>> 0, 0, key);
  const b = noiseAt((step + 1) >>> 0, 0, key);
  return a + (b - a) * ease;
}
