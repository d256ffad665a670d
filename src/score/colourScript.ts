import { twilight } from '../preset/defaults.ts';
import type { Colour, Radians, Seconds, Unit } from '../units.ts';
import { chance } from './chance.ts';
import { mix, smoothstep } from './ease.ts';
import { type BaseColours, colourOf, mixColour } from './palette.ts';
import type { Tonight } from './tonight.ts';
import type { Sky } from './types.ts';
import { between, headingOf, level, turned } from './vector.ts';

/** Zenith, violet, rose and amber as the default preset shows them; another preset's colours move by as much. */
type Four = readonly [zenith: string, violet: string, rose: string, amber: string];

/** What the sky is in one part of the night. */
interface Key {
  readonly colours: Four;
  readonly line: Sky['line'];
  readonly rise: number;
  readonly clouds: Sky['clouds'];
}

const keys = {
  /** Violet, with one thin line of amber and weather from one side. */
  moss: {
    colours: ['#0b1026', '#2a1f4a', '#d98ca3', '#f2b880'],
    line: [1.1, 0.8, 1.8, 0.06],
    rise: 1,
    clouds: [1, 0, 0.2, 0],
  },
  /** Ash and fog. */
  need: {
    colours: ['#0b1024', '#222244', '#c08ca3', '#f2b880'],
    line: [0.8, 1.3, 1.4, 0],
    rise: 0.9,
    clouds: [0.3, 0, 0.6, 0],
  },
  /** Near-black blue, with one pale rift. */
  tree: {
    colours: ['#080c1e', '#171c3a', '#a48aa8', '#ecc9a0'],
    line: [0.9, 1.2, 1.2, 0],
    rise: 1.1,
    clouds: [0.45, 0, 0.35, 0],
  },
  /** Washed clear: teal under indigo, a line of rose. */
  stream: {
    colours: ['#060f20', '#10283e', '#d2869c', '#e8a894'],
    line: [1.55, 1, 3.1, 1.25],
    rise: 0.8,
    clouds: [0, 0, 0, 0],
  },
  /** Lavender over a low pale line: what is warm here is those who come. */
  beings: {
    colours: ['#070b1e', '#1a2246', '#8c84ac', '#d8b49c'],
    line: [0.7, 0.6, 0.7, 0.2],
    rise: 1.5,
    clouds: [0, 0, 0.1, 0],
  },
  hush: {
    colours: ['#060a1a', '#151a36', '#8a7c9a', '#d8aa88'],
    line: [1.4, 0.1, 0.1, 0.26],
    rise: 1.2,
    clouds: [0, 0, 0.1, 0],
  },
  /** Without colour but for one band of ember. */
  lake: {
    colours: ['#060815', '#0d1228', '#8c6068', '#f08e48'],
    line: [1.6, 0.3, 4.6, 0.02],
    rise: 1.6,
    clouds: [0.4, 0, 0.14, 0],
  },
  /** The darkest: lanterns are all its warmth, and high ice that catches it. */
  festival: {
    colours: ['#04070f', '#0b1428', '#5a5478', '#b08c84'],
    line: [1.8, 0.3, 0.4, 0.03],
    rise: 1.1,
    clouds: [0, 0, 0, 0.34],
  },
  /** The dusk that stands behind the dawn. */
  waking: {
    colours: ['#0a1226', '#1e2646', '#d09898', '#f0c090'],
    line: [1.2, 0.5, 0.6, 0],
    rise: 1,
    clouds: [0.1, 0.7, 0, 0.15],
  },
} as const satisfies Record<string, Key>;

type Moment = readonly [movement: number, progress: Unit];

interface Hold {
  readonly key: keyof typeof keys;
  readonly from: Moment;
  readonly to: Moment;
  /** Where the last light stands: this far from the walker's gaze at a moment, else where the sun went down. */
  readonly light?: readonly [seen: Moment, aside: Unit];
}

/** Each sky stands for a while, and what lies between two is their passage. What the walker cannot see, turns in Seed. */
const script: readonly Hold[] = [
  { key: 'moss', from: [0, 0], to: [0, 0.72] },
  { key: 'need', from: [1, 0.3], to: [1, 0.8] },
  { key: 'tree', from: [2, 0.2], to: [3, 0.3] },
  { key: 'stream', from: [3, 0.6], to: [4, 0.7], light: [[4, 0.3], 0] },
  { key: 'beings', from: [5, 0.22], to: [5, 0.86], light: [[5, 0.45], 0.06] },
  { key: 'hush', from: [5, 0.97], to: [5, 0.97], light: [[5, 0.45], 0.06] },
  { key: 'hush', from: [6, 0.1], to: [6, 0.1], light: [[6, 0.5], 0.5] },
  { key: 'lake', from: [6, 0.3], to: [6, 0.82], light: [[6, 0.5], 0.5] },
  { key: 'festival', from: [7, 0.2], to: [7, 0.94] },
  { key: 'waking', from: [8, 0.3], to: [8, 0.72] },
  { key: 'moss', from: [8, 1], to: [8, 1] },
];

const names = ['zenith', 'violet', 'rose', 'amber'] as const;
const usual = names.map((name) => colourOf(twilight.picture[name]));
const shares = Object.fromEntries(
  Object.entries(keys).map(([key, { colours }]) => [
    key,
    colours.map((hex, n) => {
      const there = colourOf(hex);
      const base = usual[n] ?? there;
      return there.map((channel, c) => channel / (base[c] ?? 1));
    }),
  ]),
);

interface Painted {
  readonly colours: BaseColours;
  readonly sky: Sky;
}

/** The colours and the shape of the sky at a local time. Its clouds are the night's own; they are exchanged in the inner dark, where none is seen. */
export function skyAt(tonight: Tonight, base: BaseColours, local: Seconds): Painted {
  const { form, walk, world, seed, night } = tonight;
  const when = ([movement, progress]: Moment): Seconds => {
    const span = form.spans[movement] ?? form.after;
    return mix(span.from, span.to, progress);
  };
  const dusk = headingOf(world.landmarks.dusk);
  const headingAt = ({ light }: Hold): Radians => {
    if (light === undefined) return dusk;
    const { feet, gaze } = walk(when(light[0]));
    return turned(headingOf(level(between(feet, gaze))), dusk, light[1]);
  };
  let n = 0;
  while (n + 1 < script.length && when(script[n + 1]?.from ?? [9, 0]) <= local) n += 1;
  const here = script[n] ?? script[0];
  const next = script[n + 1] ?? here;
  if (here === undefined || next === undefined) throw new RangeError('A night has a sky');
  const x = smoothstep(when(here.to), when(next.from), local);
  const [a, b]: readonly [Key, Key] = [keys[here.key], keys[next.key]];
  const coloured = (key: keyof typeof keys, name: (typeof names)[number], i: number): Colour => {
    const share = shares[key]?.[i] ?? [];
    const [r, g, blue] = base[name];
    return [r * (share[0] ?? 1), g * (share[1] ?? 1), blue * (share[2] ?? 1)];
  };
  const [zenith, violet, rose, amber] = names.map((name, i) =>
    mixColour(coloured(here.key, name, i), coloured(next.key, name, i), x),
  );
  const each = (from: Sky['line'], to: Sky['line']): Sky['line'] => [
    mix(from[0], to[0], x),
    mix(from[1], to[1], x),
    mix(from[2], to[2], x),
    mix(from[3], to[3], x),
  ];
  const dice = chance(seed, local < when([3, 0.5]) ? night : night + 1, 92);
  const { start, treeFoot } = world.landmarks;
  const treeward = headingOf(level(between(start, treeFoot)));
  const sky: Sky = {
    line: each(a.line, b.line),
    rise: mix(a.rise, b.rise, x),
    clouds: each(a.clouds, b.clouds),
    light: turned(headingAt(here), headingAt(next), x),
    weather: treeward + (dice.unit(0) < 0.5 ? -1 : 1) * (0.45 + 0.4 * dice.unit(1)),
    own: dice.unit(2),
  };
  return {
    sky,
    colours: {
      ...base,
      zenith: zenith ?? base.zenith,
      violet: violet ?? base.violet,
      rose: rose ?? base.rose,
      amber: amber ?? base.amber,
    },
  };
}
