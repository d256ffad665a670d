import { struck } from '../envelope.ts';
import { hashText, unitOf } from '../hash.ts';
import { playPartial } from '../partial.ts';
import type { Voice } from '../voice.ts';

/**
 * A glass bowl touched with felt: bending modes of a thin rim lie near 1 : 2.32 : 4.25 : 6.63 (French 1983), and each dies
 * sooner than the one below. The octave is no mode of glass; it shimmers above it like light.
 */
const MODES = [
  { ratio: 1, level: 1, life: 1 },
  { ratio: 2.003, level: 0.2, life: 0.8 },
  { ratio: 2.32, level: 0.13, life: 0.5 },
  { ratio: 4.25, level: 0.05, life: 0.28 },
  { ratio: 6.63, level: 0.018, life: 0.14 },
] as const;

/** Peak of one step of full strength, all pitches together. */
const LOUD = 0.2;

export const steps: Voice = {
  stem: 'steps',
  kinds: ['step'],
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const life = event.duration - 0.05;
    const pitches = event.pitches.slice(0, 4);
    const share = (LOUD * (0.35 + 0.65 * event.strength)) / Math.sqrt(Math.max(1, pitches.length));
    // A softer foot is a softer mallet: slower attack, fewer overtones.
    const attack = 0.016 - 0.008 * event.strength;
    const brightness = out.piece.preset.music.brightness * (0.45 + 0.55 * event.strength);
    for (const [n, pitch] of pitches.entries()) {
      // The first pitch is the bloom; the others open after it and sooner fade.
      const petal = share * 0.62 ** n;
      for (const [m, mode] of MODES.entries()) {
        const peak = petal * mode.level * (m === 0 ? 1 : brightness);
        const span = life * mode.life * (n === 0 ? 1 : 0.75);
        const hz = pitch * mode.ratio;
        const envelope = (part: number) => struck(peak * part, attack + 0.05 * n, span);
        if (m >= 2) {
          playPartial(out, { hz, envelope: envelope(1) }, when, offset);
          continue;
        }
        // The rim is never quite round: its modes come in unequal pairs that beat slowly and never fall silent.
        const split = 0.25 + 0.5 * unitOf(key, n * 8 + m);
        playPartial(out, { hz, envelope: envelope(0.7) }, when, offset);
        playPartial(out, { hz: hz + split, envelope: envelope(0.3) }, when, offset);
      }
    }
  },
};
