import type { Preset } from '../preset/schema.ts';
import type { Colour, Unit } from '../units.ts';
import { chance } from './chance.ts';
import { mix } from './ease.ts';
import type { Palette } from './types.ts';

const linear = (code: number): number => {
  const x = code / 255;
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
};

/** '#rrggbb' in sRGB to linear light (IEC 61966-2-1). */
export function colourOf(hex: string): Colour {
  const code = Number.parseInt(hex.slice(1), 16);
  return [linear((code >> 16) & 255), linear((code >> 8) & 255), linear(code & 255)];
}

export const mixColour = (a: Colour, b: Colour, x: Unit): Colour => [
  mix(a[0], b[0], x),
  mix(a[1], b[1], x),
  mix(a[2], b[2], x),
];

/** The blossom's hues come from dusk, thin film and ember, in an order whose neighbours mix well. */
const petals = ['#63cfc0', '#e6cf7a', '#f0a05e', '#ee8f9c', '#c4587f', '#a682ea', '#6f9be0'].map(colourOf);

/** What colour the blossom of a night has. */
export function blossomOf(seed: number, night: number): Colour {
  const x = chance(seed, night, 8).unit(1) * petals.length;
  const whole = Math.floor(x);
  const a = petals[whole % petals.length] ?? [1, 1, 1];
  const b = petals[(whole + 1) % petals.length] ?? [1, 1, 1];
  return mixColour(a, b, 0.7 * (x - whole));
}

/** The colours that a preset gives a whole piece. */
export type BaseColours = Omit<Palette, 'blossom' | 'lastBlossom'>;

export function baseColours(preset: Preset): BaseColours {
  const { zenith, violet, rose, amber, ember, moss } = preset.picture;
  return {
    zenith: colourOf(zenith),
    violet: colourOf(violet),
    rose: colourOf(rose),
    amber: colourOf(amber),
    ember: colourOf(ember),
    moss: colourOf(moss),
  };
}

/** The three blossoms that a night knows. */
export interface Blossoms {
  readonly before: Colour;
  readonly tonight: Colour;
  /** Where neither is seen the one becomes the other: 0 still the night before's .. 1 tonight's. */
  readonly grown: Unit;
  /** In the morning the warm point takes tonight's colour with it into the next night. */
  readonly handed: Unit;
}

export function paletteAt(base: BaseColours, { before, tonight, grown, handed }: Blossoms): Palette {
  return {
    ...base,
    blossom: mixColour(before, tonight, grown),
    lastBlossom: mixColour(before, tonight, handed),
  };
}
