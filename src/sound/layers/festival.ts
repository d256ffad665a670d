import type { Hertz, Unit } from '../../units.ts';
import { movingFilter } from '../filter.ts';
import { mix32, wander } from '../hash.ts';
import type { Layer } from '../layer.ts';
import { paramsOf, swarmIn } from '../swarming.ts';
import { Gain } from '../tone.ts';

const HUM = 0.032;
const MURMUR = 0.09;
const SHIMMER = 0.12;
const VOICES = 4;

/** Small bells on wrists and ankles, far more than anyone counts. */
const BELLS = [
  {
    count: 22,
    span: 0.8,
    low: 1900,
    high: 5200,
    lean: 1.1,
    level: 0.3,
    damping: 0.011,
    climb: 0,
    loose: 0.04,
    gusts: 0.7,
    gustSpan: 0.55,
  },
] as const;

const smooth = (x: number): Unit => (x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x));

/** Into the range in which a crowd hums. */
function hummed(hz: Hertz): Hertz {
  let tone = hz;
  while (tone > 0 && tone < 140) tone *= 2;
  while (tone > 420) tone /= 2;
  return tone;
}

/** Those who are there: they hum the dance's chord, they talk, and there is a glitter on everything. */
export const festival: Layer = {
  stem: 'festival',
  build(site) {
    const { context } = site;
    const key = mix32(site.piece.seed ^ 0xfe57);
    const pans = Array.from({ length: 16 }, (_, slot) => 0.8 * Math.sin(0.7 + 2.4 * slot));
    const tones = site.own(site.tones({ harmonics: [1, 0.5, 0.32, 0.16, 0.1, 0.06], pans, shimmer: 0.8 }));
    const mouth = movingFilter(site, 'lowpass', 0);
    const level = site.own(new Gain({ context, gain: 0 }));
    const send = site.own(new Gain({ context, gain: 0 }));
    tones.connect(mouth.input);
    mouth.connect(level);
    const bells = swarmIn(site, 0xbe11, BELLS);
    const glitter = site.own(new Gain({ context, gain: 0 }));
    bells.node.connect(glitter.input);
    const murmurs = [0, 1, 2, 3].map((n) => {
      const vowel = movingFilter(site, 'bandpass', 3.2);
      const amount = site.own(new Gain({ context, gain: 0 }));
      site.noise(n * 2).connect(vowel.input);
      vowel.connect(amount);
      amount.output.connect(site.own(new StereoPannerNode(site.raw, { pan: -0.75 + 0.5 * n }))).connect(send.input);
      return { vowel, amount };
    });
    for (const part of [level, glitter]) {
      part.output.connect(site.dry);
      part.connect(send);
    }
    send.output.connect(site.room);
    const param = paramsOf(tones);
    const slots = Array.from({ length: 16 }, (_, slot) => ({ hz: param(`hz${slot}`), gain: param(`gain${slot}`) }));
    let before = '';
    return ({ t, curves, harmony }, pen) => {
      const name = `${harmony.chord.join()}/${harmony.next.join()}`;
      const changed = pen.fresh || name !== before;
      before = name;
      const turn = (harmony.glide * Math.PI) / 2;
      for (const [slot, { hz, gain }] of slots.entries()) {
        const set = slot < 2 * VOICES ? harmony.chord : harmony.next;
        const voice = Math.floor((slot % (2 * VOICES)) / 2);
        // Two of each, as far apart as two people are.
        const off = slot % 2 === 0 ? 1 : 1 + 0.004 + 0.002 * voice;
        const share = slot < 2 * VOICES ? Math.cos(turn) : Math.sin(turn);
        const swell = 0.55 + 0.45 * wander(key + (slot % (2 * VOICES)), t, 1.7 + 0.4 * voice);
        const amount = share * swell * 0.88 ** voice;
        if (changed) {
          pen.step(hz, hummed(set[voice + 1] ?? set[0] ?? 0) * off);
          pen.step(gain, amount);
        } else {
          pen.to(gain, amount);
        }
      }
      const { festival: there, wave } = curves;
      pen.to(mouth.frequency, (340 + 1100 * wave) * site.piece.preset.music.brightness);
      pen.to(level.gain, HUM * there * (0.3 + 0.7 * wave) * (0.8 + 0.2 * curves.breath));
      for (const [n, { vowel, amount }] of murmurs.entries()) {
        const talk = Math.max(
          0,
          0.35 + 0.5 * wander(key + 40 + n, t, 0.21 + 0.03 * n) + 0.4 * wander(key + 50 + n, t, 1.3),
        );
        pen.to(vowel.frequency, 520 + 90 * n + 220 * wander(key + 60 + n, t, 0.29));
        pen.to(amount.gain, MURMUR * there * (0.4 + 0.6 * wave) * talk);
      }
      bells.write(pen, smooth(there * wave * 1.2), harmony.chord, [
        { pan: -0.8, level: 1 },
        { pan: -0.25, level: 0.6 },
        { pan: 0.35, level: 0.6 },
        { pan: 0.85, level: 1 },
      ]);
      pen.to(glitter.gain, SHIMMER * there * (0.3 + 0.7 * wave));
      pen.to(send.gain, 0.3 + 0.3 * curves.room);
    };
  },
};
