import { mix32, wander } from '../hash.ts';
import type { Layer, Site } from '../layer.ts';
import { BiquadFilter, Gain } from '../tone.ts';

/** Leaves and tips follow a gust this much later (Farnell, Designing Sound, 2010). */
const LEAVES_LAG = 2;

interface Band {
  readonly filter: BiquadFilter;
  readonly level: Gain;
}

/** Noise through a filter, on one side of the middle. */
function band(site: Site, channel: number, type: BiquadFilterType, q: number, pan: number): Band {
  const filter = site.own(new BiquadFilter({ context: site.context, type, frequency: 300, Q: q }));
  const level = site.own(new Gain({ context: site.context, gain: 0 }));
  const side = site.own(new StereoPannerNode(site.raw, { pan }));
  site.noise(channel).connect(filter.input);
  filter.connect(level);
  level.output.connect(side).connect(site.dry);
  return { filter, level };
}

/** Air over a wide plain: a body below 300 Hz, a moving hollow breath above it, and a little of the moss's own rustle. */
export const wind: Layer = {
  stem: 'wind',
  build(site) {
    const { seed, preset, curves: curvesAt } = site.piece;
    const key = (n: number) => mix32(seed ^ mix32(0x77696e64 + n));
    const open = preset.music.brightness ** 0.5;
    const body = [band(site, 0, 'lowpass', 0, -0.7), band(site, 1, 'lowpass', 0, 0.7)];
    const breath = [band(site, 2, 'bandpass', 0.9, -0.8), band(site, 3, 'bandpass', 0.9, 0.8)];
    const hollow = [band(site, 4, 'bandpass', 7, -0.35), band(site, 5, 'bandpass', 7, 0.35)];
    const leaves = [band(site, 6, 'bandpass', 0.7, -0.9), band(site, 7, 'bandpass', 0.7, 0.9)];
    return ({ t, curves }, pen) => {
      const late = curvesAt(Math.max(0, t - LEAVES_LAG));
      const force = Math.min(1, curves.wind * 0.75 + curves.gust * 0.35);
      const present = Math.min(1, curves.wind * 4);
      for (const side of [0, 1]) {
        // Each ear has its own weather within the same gust.
        const lean = wander(key(side), t, 5.3 + side) * 0.6 + wander(key(2 + side), t, 1.7 + 0.3 * side) * 0.4;
        const local = Math.max(0, Math.min(1, force * (1 + 0.45 * lean)));
        const write = (one: Band | undefined, hz: number, level: number): void => {
          if (one === undefined) return;
          pen.to(one.filter.frequency, hz);
          pen.to(one.level.gain, level * present);
        };
        write(body[side], 90 + 190 * local, 0.08 + 0.16 * local);
        write(breath[side], (260 + 620 * local ** 1.3) * open, 0.012 + 0.075 * local ** 1.6);
        write(hollow[side], (380 + 240 * local + 60 * lean) * open, 0.045 * local ** 2.2);
        const flutter = 0.62 + 0.38 * wander(key(4 + side), t, 0.19 + 0.03 * side);
        const stirred = Math.min(1, late.wind * 0.5 + late.gust * 0.7);
        write(leaves[side], (4600 + 1500 * stirred + 500 * lean) * open, 0.011 * stirred ** 1.8 * flutter);
      }
    };
  },
};
