/** Fraction of a period, in float64: the GPU never sees raw time. */
export const phase = (t: number, period: number): number => {
  const turns = t / period;
  return turns - Math.floor(turns);
};

/** A turn of hues about grey (Rodrigues' rotation), column-major. */
export function hueTurn(degrees: number): Float32Array {
  const c = Math.cos((degrees * Math.PI) / 180);
  const s = Math.sin((degrees * Math.PI) / 180) / Math.sqrt(3);
  const k = (1 - c) / 3;
  return new Float32Array([c + k, k + s, k - s, k - s, c + k, k + s, k + s, k - s, c + k]);
}
