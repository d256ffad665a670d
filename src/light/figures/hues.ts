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
const teal: Colour = [0.44, 0.88, 0.8];
const ivory: Colour = [1, 0.9, 0.77];
const ember: Colour = [1, 0.64, 0.44];
const gold: Colour = [1, 0.78, 0.52];
const mist: Colour = [0.78, 0.83, 0.9];
const leaf: Colour = [0.76, 0.88, 0.78];

/** One family for the seven, in their order: ivory, pale ember, and the grey of moss at dusk. */
function family(palette: Palette): readonly Colour[] {
  return [teal, mix(ivory, palette.rose, 0.5), ivory, gold, leaf, ember, mist];
}

/** A figure's light: its family's hue, the more ember the warmer it is. */
export function hueOf(figure: Figure, palette: Palette): Colour {
  const hues = family(palette);
  if (figure.role === 'eighth') return levelled(mix(pearl, palette.ember, 0.45));
  if (figure.role === 'being') {
    const own = hues[figure.index % hues.length] ?? pearl;
    return levelled(mix(own, palette.ember, 0.3 * figure.warmth ** 2));
  }
  // Most dancers are firelight; some have kept the colour of what they were.
  const own = hues[(figure.index * 5 + 3) % hues.length] ?? gold;
  return levelled(mix(own, palette.ember, 0.25 + 0.6 * figure.warmth));
}
