import type { Hertz } from '../../units.ts';
import { hashText, mix32, unitOf } from '../hash.ts';
import { nearer } from '../space.ts';
import { addHush, addTone, bake, playTable, shelf } from '../table.ts';
import type { Voice } from '../voice.ts';

const LOUD = 0.72;
const VARIANTS = 3;
const HARMONICS = 22;

const strings = shelf(120);

/**
 * A string in closed form: what is plucked at a share of its length lacks the harmonics that have a node there, higher ones
 * die sooner, and stiffness draws them sharp (Fletcher and Rossing 1998). A small bell lies on top of it, like light on it.
 */
function string(hz: Hertz, variant: number): AudioBuffer {
  const at = 0.13 + 0.07 * variant;
  const stiff = 0.00006 * (1 + variant);
  const longest = Math.min(3.2, 2.6 * (240 / hz) ** 0.35);
  return bake(Math.min(3.3, longest * 1.15), (table) => {
    for (let n = 1; n <= HARMONICS; n++) {
      const level = (0.55 * Math.sin(Math.PI * n * at)) / n ** 1.25;
      const life = longest / (1 + 0.055 * n * n * (hz / 300) ** 0.8);
      addTone(table, { hz: hz * n * Math.sqrt(1 + stiff * n * n), level, life, rise: 0.002 });
    }
    for (const [ratio, level, life] of [
      [2.003, 0.05, 1.6],
      [4.01, 0.075, 0.9],
      [5.43, 0.05, 0.5],
      [8.1, 0.025, 0.3],
    ] as const) {
      addTone(table, { hz: hz * ratio, level, life, rise: 0.001 });
    }
    addHush(table, { level: 0.07, life: 0.025, low: 700, high: 4200 }, mix32(variant + 0x91));
  });
}

/** The dance: plucked strings with a bell in them, one for each spark. */
export const pluck: Voice = {
  stem: 'festival',
  kinds: ['pluck'],
  heardAt: nearer(13, 5),
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const hz = event.pitches[0];
    if (hz === undefined) return;
    const variant = Math.floor(VARIANTS * unitOf(key, 0));
    const table = strings(`${hz} ${variant}`, () => string(hz, variant));
    const gain = LOUD * (0.12 + 0.88 * event.strength) * (0.92 + 0.16 * unitOf(key, 1));
    const open = (1400 + 7500 * event.strength) * (0.8 + 0.4 * unitOf(key, 2)) * out.piece.preset.music.brightness;
    const touch = out.own(new BiquadFilterNode(out.context, { type: 'lowpass', frequency: open, Q: 0 }));
    touch.connect(out.input);
    playTable(out, { table, gain, end: event.duration - 0.03, into: touch }, when, offset);
  },
};
