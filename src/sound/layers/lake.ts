import type { Unit } from '../../units.ts';
import type { Layer } from '../layer.ts';
import { paramsOf } from '../swarming.ts';
import { Gain } from '../tone.ts';

const LEVEL = 0.011;
const HARMONICS = 11;
/** Hertz by which the low harmonics' second tones are off: they come and go over 5 to 20 s. */
const BEATS = [0.05, 0.11, 0.19, 0.083, 0.15] as const;

const smooth = (x: number): Unit => (x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x));

/** A drone that is hardly there, and over it the harmonics, each with its petals: they enter one by one and stay. */
export const lake: Layer = {
  stem: 'lake',
  build(site) {
    const { context } = site;
    const pans = Array.from({ length: 16 }, (_, slot) => {
      const n = slot < HARMONICS ? slot : slot - HARMONICS;
      return n < 2 ? 0 : (slot < HARMONICS ? 0.6 : -0.6) * Math.sin(1 + 2.4 * n);
    });
    // An octave over each tone, faint: a small loudspeaker has nothing of the drone but this.
    const tones = site.own(site.tones({ harmonics: [1, 0.12, 0.05], pans, shimmer: 0.75 }));
    const level = site.own(new Gain({ context, gain: 0 }));
    const send = site.own(new Gain({ context, gain: 0 }));
    tones.connect(level.input);
    level.output.connect(site.dry);
    level.connect(send);
    send.output.connect(site.room);
    const param = paramsOf(tones);
    const slots = Array.from({ length: 16 }, (_, slot) => ({ hz: param(`hz${slot}`), gain: param(`gain${slot}`) }));
    let root = 0;
    return ({ curves, harmony }, pen) => {
      if (pen.fresh || harmony.root !== root) {
        root = harmony.root;
        for (const [slot, { hz }] of slots.entries()) {
          const n = slot < HARMONICS ? slot : slot - HARMONICS;
          pen.step(hz, root * (n + 1) + (slot < HARMONICS ? 0 : (BEATS[n] ?? 0)));
        }
      }
      const entered = curves.partials * (HARMONICS + 1.3);
      for (const [slot, { gain }] of slots.entries()) {
        const n = slot < HARMONICS ? slot : slot - HARMONICS;
        // The drone itself is there from the beginning.
        const present = Math.max(n === 0 ? 1 : n === 1 ? 0.5 : 0, smooth((entered - 0.6 - n) / 1.2));
        const weight = 1 / (1 + n) ** 0.55;
        pen.to(gain, present * weight * (slot < HARMONICS ? 1 : 0.6));
      }
      pen.to(level.gain, LEVEL * curves.lake * (0.8 + 0.2 * curves.breath));
      pen.to(send.gain, 0.2 + 0.3 * curves.room);
    };
  },
};
