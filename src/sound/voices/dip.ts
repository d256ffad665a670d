import type { Hertz } from '../../units.ts';
import { struck } from '../envelope.ts';
import { hashText, mix32, unitOf } from '../hash.ts';
import { playPartial } from '../partial.ts';
import { addHush, addTone, bake, playTable } from '../table.ts';
import type { Voice } from '../voice.ts';

const LOUD = 0.3;
const RING = 0.045;
const SMALLER = [1, 1.5, 2, 4 / 3, 2.5, 3] as const;

/**
 * What falls into still water: a small slap, then the bubble it shuts in, which rings and climbs (van den Doel 2005; damped
 * less than a real one, so that its pitch is heard), and smaller ones after it.
 */
function drop(hz: Hertz, key: number): AudioBuffer {
  return bake(1.4, (table) => {
    addHush(table, { level: 0.12, life: 0.03, low: 500, high: 3600 }, mix32(key ^ 1));
    let at = 0.028 + 0.014 * unitOf(key, 1);
    addTone(table, { hz, level: 0.8, life: 0.26, at, rise: 0.004, climb: 0.85 });
    addTone(table, { hz: hz / 2, level: 0.2, life: 0.2, at: at - 0.012, rise: 0.008, climb: 0.3 });
    const more = 4 + Math.floor(4 * unitOf(key, 2));
    for (let n = 0; n < more; n++) {
      at += 0.05 + 0.16 * unitOf(key, 10 + n) ** 1.5;
      const pitch = hz * (SMALLER[Math.floor(SMALLER.length * unitOf(key, 20 + n))] ?? 1);
      const level = 0.34 * 0.72 ** n * (0.5 + 0.5 * unitOf(key, 30 + n));
      addTone(table, { hz: pitch, level, life: 0.14 * (700 / pitch) ** 0.4, at, rise: 0.003, climb: 1.2 });
    }
  });
}

/** Hands, or one drop, in the water: the drop, its bubbles, and the rings that go out from it, as a ringing. */
export const dip: Voice = {
  stem: 'stream',
  kinds: ['dip'],
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const hz = event.pitches[0] ?? 4 * out.piece.preset.music.root;
    const end = event.duration - 0.05;
    const strength = 0.25 + 0.75 * event.strength;
    playTable(out, { table: drop(hz, key), gain: LOUD * strength, end }, when, offset);
    for (const [ratio, level, life] of [
      [1 / 2, 1, 1],
      [1, 0.7, 0.8],
      [1.5, 0.25, 0.5],
      [2, 0.2, 0.45],
    ] as const) {
      // Rings follow one another: two tones a little apart make them come and go.
      for (const off of [0, 0.8 + 0.5 * unitOf(key, 50 + ratio * 2)]) {
        const envelope = struck(RING * strength * level, 0.12, end * life);
        playPartial(out, { hz: hz * ratio + off, envelope }, when, offset);
      }
    }
  },
};
