import { movingFilter } from '../filter.ts';
import type { Layer, Moment } from '../layer.ts';
import { Gain } from '../tone.ts';

const VOICES = 6;
/** The drone's own slots after two sets of voices: the root and its octave below. */
const ROOT = VOICES * 2;
const LEVEL = 0.03;

/** How loud one voice of a chord is: low ones carry, high ones glimmer. */
function weightOf(index: number): number {
  return 0.9 ** index;
}

/**
 * Sustained voices over the root. While one chord passes into the next, both are there: common tones hold, the others are
 * exchanged at constant power, since a phase that is a function of position cannot bend.
 */
export const bed: Layer = {
  stem: 'bed',
  build(site) {
    const pans = Array.from({ length: 16 }, (_, slot) => (slot >= ROOT ? 0 : 0.55 * Math.sin(2.4 * (slot % VOICES))));
    const tones = site.own(site.tones({ harmonics: [1, 0.34, 0.2, 0.08, 0.05, 0.02], pans, shimmer: 0.7 }));
    const soft = movingFilter(site, 'lowpass', 0);
    const level = site.own(new Gain({ context: site.context, gain: 0 }));
    const send = site.own(new Gain({ context: site.context, gain: 0.5 }));
    tones.connect(soft.input);
    soft.connect(level);
    level.output.connect(site.dry);
    level.connect(send);
    send.output.connect(site.room);
    const param = (name: string): AudioParam => {
      const found = tones.parameters.get(name);
      if (found === undefined) throw new Error(`the tones have no param ${name}`);
      return found;
    };
    const slots = Array.from({ length: 16 }, (_, slot) => ({ hz: param(`hz${slot}`), gain: param(`gain${slot}`) }));
    let before: Moment['harmony'] | undefined;
    return ({ curves, harmony }, pen) => {
      const changed = pen.fresh || before === undefined || !sameChord(before, harmony);
      before = harmony;
      for (let n = 0; n < VOICES; n++) {
        const now = harmony.chord[n] ?? 0;
        const next = harmony.next[n] ?? 0;
        const common = now === next;
        const gains = common
          ? [1, 0]
          : [Math.cos((harmony.glide * Math.PI) / 2), Math.sin((harmony.glide * Math.PI) / 2)];
        for (const [set, hz] of [now, next].entries()) {
          const slot = slots[n + set * VOICES];
          if (slot === undefined) continue;
          const gain = hz === 0 ? 0 : weightOf(n) * (gains[set] ?? 0);
          if (changed) {
            pen.step(slot.hz, hz);
            pen.step(slot.gain, gain);
          } else {
            pen.to(slot.gain, gain);
          }
        }
      }
      // The root never leaves, and an ache adds the minor second above it (16:15).
      const root = [harmony.root, harmony.root / 2, (harmony.root * 16) / 15, 0];
      const amounts = [0.8, 0.55, 0.5 * curves.ache, 0];
      for (const [n, hz] of root.entries()) {
        const slot = slots[ROOT + n];
        if (slot === undefined) continue;
        if (changed) pen.step(slot.hz, hz);
        pen.to(slot.gain, amounts[n] ?? 0);
      }
      const swell = 0.8 + 0.2 * curves.breath;
      pen.to(level.gain, LEVEL * curves.bed * swell);
      pen.to(soft.frequency, (420 + 900 * curves.bed * swell) * site.piece.preset.music.brightness);
    };
  },
};

function sameChord(a: Moment['harmony'], b: Moment['harmony']): boolean {
  const same = (x: readonly number[], y: readonly number[]) => x.length === y.length && x.every((hz, n) => hz === y[n]);
  return a.root === b.root && same(a.chord, b.chord) && same(a.next, b.next);
}
