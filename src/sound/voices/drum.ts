import type { Hertz, Unit } from '../../units.ts';
import { hashText, mix32, unitOf } from '../hash.ts';
import { nearer } from '../space.ts';
import { addHush, addTone, bake, playTable, shelf } from '../table.ts';
import type { Voice } from '../voice.ts';

const LOUD = 0.9;
const VARIANTS = 4;

/** Modes of an ideal membrane (Fletcher and Rossing 1998), the lowest lowered and lengthened by the air in the frame. */
const MODES = [
  { ratio: 1, level: 1, life: 1 },
  { ratio: 1.59, level: 0.42, life: 0.55 },
  { ratio: 2.14, level: 0.26, life: 0.36 },
  { ratio: 2.3, level: 0.16, life: 0.3 },
  { ratio: 2.65, level: 0.12, life: 0.24 },
  { ratio: 2.92, level: 0.09, life: 0.2 },
  { ratio: 3.6, level: 0.05, life: 0.14 },
] as const;

const strokes = shelf(64);

/** From the middle of the skin (low, long) to its rim (high, short, more hand). */
function stroke(hz: Hertz, edge: Unit, key: number): AudioBuffer {
  return bake(1.25, (table) => {
    const life = 1.05 - 0.6 * edge;
    const tuned = 1 + 0.012 * (unitOf(key, 1) - 0.5);
    for (const [n, mode] of MODES.entries()) {
      const level = 0.5 * mode.level * (n === 0 ? 1 - 0.4 * edge : (0.5 + edge) * (0.7 + 0.6 * unitOf(key, 10 + n)));
      const bend = { by: 0.16 - 0.1 * edge, over: 0.045 };
      addTone(table, { hz: hz * mode.ratio * tuned, level, life: life * mode.life, rise: 0.003, bend });
    }
    // The hand: flesh on skin, and the skin's own hiss when it is slapped near the rim.
    addHush(table, { level: 0.34, life: 0.05, low: 180, high: 900, rise: 0.0015 }, mix32(key ^ 1));
    addHush(table, { level: 0.08 + 0.34 * edge, life: 0.09 + 0.05 * edge, low: 900, high: 3200 }, mix32(key ^ 2));
    // Skin gives way: what is struck hard is no louder for an instant, but fuller.
    for (let i = 0; i < table.length; i++) table[i] = 0.55 * Math.tanh((table[i] ?? 0) * 2.1);
  });
}

/** A frame drum under a hand; its low stroke is the heart's. */
export const drum: Voice = {
  stem: 'festival',
  kinds: ['drum'],
  heardAt: nearer(13, 6),
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const hz = event.pitches[0] ?? out.piece.preset.music.root / 2;
    const edge = Math.min(1, Math.max(0, Math.log2(hz / 70) / 1.6));
    const variant = Math.floor(VARIANTS * unitOf(key, 0));
    const table = strokes(`${hz} ${variant}`, () => stroke(hz, edge, variant + 1));
    const gain = LOUD * (0.1 + 0.9 * event.strength) * (0.9 + 0.2 * unitOf(key, 1));
    const open = 900 + 9000 * event.strength ** 1.5 * (0.8 + 0.4 * unitOf(key, 2)) * out.piece.preset.music.brightness;
    const hand = out.own(new BiquadFilterNode(out.context, { type: 'lowpass', frequency: open, Q: 0 }));
    hand.connect(out.input);
    playTable(out, { table, gain, end: event.duration - 0.03, into: hand }, when, offset);
  },
};
