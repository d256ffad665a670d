import { movingFilter } from '../filter.ts';
import { mix32, wander } from '../hash.ts';
import type { Layer, Site } from '../layer.ts';
import { type BiquadFilter, Gain } from '../tone.ts';

/** Leaves and tips follow a gust this much later (Farnell, Designing Sound, 2010). */
const LEAVES_LAG = 2;

/** Gain of each band at full force. */
const BODY = 0.34;
const BREATH = 0.2;
const HOLLOW = 0.12;
const HIGH = 0.07;
const LEAVES = 0.012;

interface Band {
  readonly filters: readonly BiquadFilter[];
  readonly level: Gain;
}

/** Noise through filters in series, on one side of the middle. */
function band(
  site: Site,
  channel: number,
  pan: number,
  ...kinds: readonly (readonly [BiquadFilterType, number])[]
): Band {
  const { context } = site;
  const level = site.own(new Gain({ context, gain: 0 }));
  const filters = kinds.map(([type, Q]) => movingFilter(site, type, Q));
  let from = site.noise(channel);
  for (const filter of filters) {
    from.connect(filter.input);
    from = filter.output;
  }
  from.connect(level.input);
  level.output.connect(site.own(new StereoPannerNode(site.raw, { pan }))).connect(site.dry);
  return { filters, level };
}

/**
 * Air over a wide plain: a body below 200 Hz, a breath that opens with the gust, two hollow tones that the terrain whistles,
 * their pitch following the wind's speed, and a little of the moss's own rustle.
 */
export const wind: Layer = {
  stem: 'wind',
  build(site) {
    const { seed, preset } = site.piece;
    const key = (n: number) => mix32(seed ^ mix32(0x77696e64 + n));
    const open = preset.music.brightness ** 0.5;
    const ears = [-1, 1].map((side, ear) => ({
      body: band(site, ear, side * 0.6, ['lowpass', 0], ['highpass', 0]),
      breath: band(site, 2 + ear, side * 0.75, ['bandpass', 0.6], ['lowpass', 0]),
      hollow: band(site, 4 + ear, side * 0.45, ['bandpass', 5], ['bandpass', 4]),
      high: band(site, 6 + ear, side * -0.3, ['bandpass', 14], ['bandpass', 9]),
      leaves: band(site, 2 + ((ear + 1) % 2), side * 0.9, ['bandpass', 1.1], ['highpass', 0]),
    }));
    return ({ t, curves }, pen) => {
      const late = site.piece.curves(Math.max(0, t - LEAVES_LAG));
      const write = (one: Band, hz: readonly number[], level: number): void => {
        for (const [n, filter] of one.filters.entries()) pen.to(filter.frequency, hz[n] ?? 300);
        pen.to(one.level.gain, level);
      };
      const force = curves.wind * 0.6 + curves.gust * 0.5;
      const shared = wander(key(8), t, 9.7);
      for (const [ear, bands] of ears.entries()) {
        // Each ear has its own weather within the same gust: long swells, and flurries within them.
        const swell = 0.65 * shared + 0.45 * wander(key(ear), t, 6.1 + ear);
        const flurry =
          wander(key(9), t, 1.37) * 0.35 +
          wander(key(2 + ear), t, 1.1 + 0.2 * ear) * 0.35 +
          wander(key(4 + ear), t, 0.43) * 0.15;
        const local = Math.max(0, Math.min(1, force * (0.9 + 0.45 * swell + 0.55 * flurry)));
        const pitch = (360 + 260 * local + 45 * swell) * open;
        write(bands.body, [90 + 130 * local, 40], BODY * local ** 1.1);
        write(bands.breath, [(170 + 300 * local) * open, (380 + 900 * local) * open], BREATH * local ** 1.5);
        write(bands.hollow, [pitch, pitch], HOLLOW * local ** 1.7);
        write(bands.high, [pitch * 1.49, pitch * 1.51], HIGH * local ** 2.4);
        const flutter = 0.6 + 0.4 * wander(key(6 + ear), t, 0.17 + 0.04 * ear);
        const stirred = Math.min(1, late.wind * 0.45 + late.gust * 0.8);
        write(bands.leaves, [(4300 + 1700 * stirred) * open, 3600], LEAVES * stirred ** 2 * flutter);
      }
    };
  },
};
