import type { Colour } from '../../units.ts';

/**
 * Linear sRGB of a black body, brightest channel 1: a fit of the Planckian locus in CIE xy (Kim et al. 2002), then
 * XYZ to sRGB, drawn halfway to white, as eyes at night see it.
 */
export function starColour(kelvin: number): Colour {
  const t = Math.min(25000, Math.max(1667, kelvin));
  const u = 1000 / t;
  const x =
    t < 4000
      ? -0.2661239 * u ** 3 - 0.234358 * u ** 2 + 0.8776956 * u + 0.17991
      : -3.0258469 * u ** 3 + 2.1070379 * u ** 2 + 0.2226347 * u + 0.24039;
  const y =
    t < 2222
      ? -1.1063814 * x ** 3 - 1.3481102 * x ** 2 + 2.18555832 * x - 0.20219683
      : t < 4000
        ? -0.9549476 * x ** 3 - 1.37418593 * x ** 2 + 2.09137015 * x - 0.16748867
        : 3.081758 * x ** 3 - 5.8733867 * x ** 2 + 3.75112997 * x - 0.37001483;
  const big = x / y;
  const deep = (1 - x - y) / y;
  const r = 3.2406 * big - 1.5372 - 0.4986 * deep;
  const g = -0.9689 * big + 1.8758 + 0.0415 * deep;
  const b = 0.0557 * big - 0.204 + 1.057 * deep;
  const most = Math.max(r, g, b);
  const soften = (v: number) => 0.3 + (0.7 * Math.max(0, v)) / most;
  return [soften(r), soften(g), soften(b)];
}
