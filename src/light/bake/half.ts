const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

/** IEEE 754 binary16 bits of a number, rounded to nearest; too large becomes the largest finite, too small zero. */
export function half(value: number): number {
  single[0] = value;
  const x = bits[0] ?? 0;
  const sign = (x >>> 16) & 0x8000;
  const exponent = ((x >>> 23) & 0xff) - 112;
  if (exponent >= 31) return sign | 0x7bff;
  if (exponent <= 0) {
    if (exponent < -10) return sign;
    const fraction = (x & 0x7fffff) | 0x800000;
    const shift = 14 - exponent;
    return sign | ((fraction + (1 << (shift - 1))) >>> shift);
  }
  const rounded = (exponent << 10) + ((x & 0x7fffff) >>> 13) + ((x >>> 12) & 1);
  return sign | Math.min(rounded, 0x7bff);
}

/** The number that binary16 bits stand for. */
export function whole(h: number): number {
  const sign = h & 0x8000 ? -1 : 1;
  const exponent = (h >>> 10) & 31;
  const fraction = h & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

export type Texels = Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** Values as they are uploaded. */
export const packed = (values: Float32Array<ArrayBuffer>, halves: boolean): Texels =>
  halves ? Uint16Array.from(values, half) : values;
