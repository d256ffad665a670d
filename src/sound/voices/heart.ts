import { beatLength, dub } from '../../score/heart.ts';
import type { Seconds } from '../../units.ts';
import { hashText, mix32, unitOf } from '../hash.ts';
import { addHush, addTone, bake, playTable, shelf } from '../table.ts';
import type { Voice } from '../voice.ts';

const LOUD = 0.62;
/** No two beats are struck quite alike. */
const VARIANTS = 6;

/**
 * A valve that shuts, heard through the body. The first sound is 30 to 100 Hz and long, the second shorter and higher; what
 * lies from 110 to 180 Hz is its chest, and all that a small loudspeaker has of it.
 */
export function addLub(table: Float32Array, at: Seconds, key: number): void {
  const tuned = 0.97 + 0.06 * unitOf(key, 1);
  const bend = { by: 0.35, over: 0.03 };
  addTone(table, { hz: 47 * tuned, level: 0.72, life: 0.34, at, rise: 0.022, bend });
  addTone(table, { hz: 66 * tuned, level: 0.46, life: 0.24, at: at + 0.006, rise: 0.016, bend });
  addTone(table, { hz: 113 * tuned, level: 0.24, life: 0.17, at: at + 0.004, rise: 0.012, bend });
  addTone(table, { hz: 171 * tuned, level: 0.1, life: 0.12, at: at + 0.002, rise: 0.01, bend });
  addHush(table, { level: 0.5, life: 0.13, low: 60, high: 210, at, rise: 0.018 }, mix32(key ^ 0x10b));
}

function addDub(table: Float32Array, at: Seconds, key: number): void {
  const tuned = 0.97 + 0.06 * unitOf(key, 2);
  const bend = { by: 0.25, over: 0.02 };
  addTone(table, { hz: 68 * tuned, level: 0.36, life: 0.2, at, rise: 0.014, bend });
  addTone(table, { hz: 97 * tuned, level: 0.3, life: 0.15, at, rise: 0.01, bend });
  addTone(table, { hz: 152 * tuned, level: 0.17, life: 0.11, at, rise: 0.008, bend });
  addTone(table, { hz: 214 * tuned, level: 0.06, life: 0.08, at, rise: 0.006, bend });
  addHush(table, { level: 0.34, life: 0.08, low: 80, high: 300, at, rise: 0.01 }, mix32(key ^ 0xd0b));
}

const beats = shelf(2 * VARIANTS);

/** Lub and dub, from within. */
export const heart: Voice = {
  stem: 'heart',
  kinds: ['heartbeat'],
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const variant = Math.floor(VARIANTS * unitOf(key, 0));
    const second = dub * beatLength(out.piece.preset);
    const table = beats(`${variant} ${second}`, () =>
      bake(second + 0.42, (samples) => {
        addLub(samples, 0, variant + 1);
        addDub(samples, second, variant + 1);
      }),
    );
    const gain = LOUD * event.strength * (0.94 + 0.12 * unitOf(key, 1));
    playTable(out, { table, gain, end: event.duration - 0.02 }, when, offset);
  },
};
