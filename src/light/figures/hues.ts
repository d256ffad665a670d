import type { Figure, Palette } from '../../score/types.ts';
import type { Colour } from '../../units.ts';

const mix = (a: Colour, b: Colour, k: number): Colour => [
  a[0] + (b[0] - a[0]) * k,
  a[1] + (b[1] - a[1]) * k,
  a[2] + (b[2] - a[2]) * k,
];

/** One brightness for all, so that hue never makes one figure count more than another. */
function levelled([r, g, b]: Colour): Colour {
  const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const gain = 0.62 / Math.max(luma, 0.05);
  return [r * gain, g * gain, b * gain];
}

const pearl: Colour = [0.62, 0.9, 0.86];
const ivory: Colour = [1, 0.88, 0.76];
const rose: Colour = [1, 0.76, 0.68];
const ember: Colour = [1, 0.68, 0.48];
const straw: Colour = [1, 0.8, 0.64];
const ash: Colour = [0.9, 0.86, 0.86];

/** One family, hardly to be told apart: ember, straw, ash. */
const family: readonly Colour[] = [rose, ash, ivory, straw, ivory, ember, ash];

/** A figure's light: its family's hue, the more ember the warmer it is. */
export function hueOf(figure: Figure, palette: Palette): Colour {
  if (figure.role === 'eighth') return levelled(mix(pearl, palette.ember, 0.45));
  if (figure.role === 'being') {
    const own = family[figure.index % family.length] ?? ivory;
    return levelled(mix(own, palette.ember, 0.3 * figure.warmth ** 2));
  }
  // Most dancers are firelight; some have kept the colour of what they were.
  const own = family[(figure.index * 5 + 3) % family.length] ?? straw;
  return levelled(mix(own, palette.ember, 0.25 + 0.6 * figure.warmth));
}
