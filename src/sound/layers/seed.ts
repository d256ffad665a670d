import type { Unit } from '../../units.ts';
import { movingFilter } from '../filter.ts';
import { mix32, wander } from '../hash.ts';
import type { Layer } from '../layer.ts';
import { paramsOf, swarmIn } from '../swarming.ts';
import { Gain } from '../tone.ts';

const LEVEL = 0.024;
const CREAK = 0.3;
/** The threads: harmonics of the drone, low ones first. */
const THREADS = [2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24, 27, 30] as const;

/** What grows makes small sounds: fibres that give way, wood that is still wet. */
const FIBRES = [
  {
    count: 8,
    span: 0.9,
    low: 260,
    high: 900,
    lean: 1.3,
    level: 0.5,
    damping: 0.9,
    climb: -0.05,
    loose: 0.5,
    gusts: 0.5,
    gustSpan: 1.9,
  },
  {
    count: 12,
    span: 0.5,
    low: 800,
    high: 2600,
    lean: 1.4,
    level: 0.3,
    damping: 1.6,
    climb: -0.04,
    loose: 0.8,
    gusts: 0.6,
    gustSpan: 1.3,
  },
] as const;

const smooth = (x: number): Unit => (x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x));

/** Something small that is warm and grows: threads of overtones that swell with each beat, and the creaking of tendrils. */
export const seed: Layer = {
  stem: 'seed',
  build(site) {
    const { context } = site;
    const key = mix32(site.piece.seed ^ 0x5eed);
    const pans = THREADS.map((_, n) => 0.7 * Math.sin(1.7 + 2.4 * n));
    const tones = site.own(site.tones({ harmonics: [1, 0.2, 0.06], pans, shimmer: 0.4 }));
    const warm = movingFilter(site, 'lowpass', 0);
    const level = site.own(new Gain({ context, gain: 0 }));
    const creaks = swarmIn(site, 0xf1b, FIBRES);
    const creak = site.own(new Gain({ context, gain: 0 }));
    const send = site.own(new Gain({ context, gain: 0 }));
    tones.connect(warm.input);
    warm.connect(level);
    creaks.node.connect(creak.input);
    for (const part of [level, creak]) {
      part.output.connect(site.dry);
      part.connect(send);
    }
    send.output.connect(site.room);
    const param = paramsOf(tones);
    const slots = THREADS.map((ratio, slot) => ({ ratio, hz: param(`hz${slot}`), gain: param(`gain${slot}`) }));
    let root = 0;
    return ({ t, curves, harmony }, pen) => {
      if (pen.fresh || harmony.root !== root) {
        root = harmony.root;
        for (const { ratio, hz } of slots) pen.step(hz, root * ratio);
      }
      // The orb is the low threads, the tendrils let the others out one by one.
      const grown = curves.tendrils;
      const alive = curves.orb * (0.5 + 0.5 * curves.inner);
      for (const [n, { gain }] of slots.entries()) {
        const out = n < 3 ? alive : smooth(grown * 15 - (n - 3)) * alive;
        const swell = 0.55 + 0.45 * wander(key + n, t, 3.1 + 0.37 * n);
        pen.to(gain, (out * swell) / (1 + n) ** 0.6);
      }
      pen.to(warm.frequency, (420 + 1900 * grown + 500 * curves.heart) * site.piece.preset.music.brightness);
      pen.to(level.gain, LEVEL * (0.6 + 0.4 * curves.heart) * (0.85 + 0.15 * curves.breath));
      const growing = (1 - smooth((curves.tendrils - 0.94) / 0.06)) * smooth(curves.tendrils * 40);
      creaks.write(pen, 0.75 * growing * smooth(curves.heart * 1.4) ** 2, harmony.chord, [
        { pan: -0.55, level: 1 },
        { pan: 0.2, level: 0.7 },
        { pan: -0.15, level: 0.8 },
        { pan: 0.6, level: 1 },
      ]);
      pen.to(creak.gain, CREAK * (0.35 + 0.65 * grown));
      pen.to(send.gain, 0.12 + 0.35 * curves.room);
    };
  },
};
