import type { Envelope } from '../envelope.ts';
import { hashText, unitOf } from '../hash.ts';
import { playPartial } from '../partial.ts';
import { nearer } from '../space.ts';
import type { Voice } from '../voice.ts';

const LOUD = 0.2;

/** Far over the plain somebody answers: one small tone, sung or blown, nobody can say; it opens, and is gone. */
export const answer: Voice = {
  stem: 'stars',
  kinds: ['answer'],
  heardAt: nearer(40),
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const hz = event.pitches[0];
    if (hz === undefined) return;
    const end = event.duration - 0.05;
    const peak = LOUD * (0.3 + 0.7 * event.strength);
    const rise = Math.min(0.5 + 0.5 * unitOf(key, 0), end * 0.3);
    const opening = (level: number, life: number): Envelope => [
      { at: 0, value: 0 },
      { at: rise * 0.3, value: level * 0.25 },
      { at: rise, value: level },
      { at: rise + (end - rise) * 0.3 * life, value: level * 0.45, curve: 'exponential' },
      { at: rise + (end - rise) * 0.96 * life, value: level * 4e-4, curve: 'exponential' },
      { at: rise + (end - rise) * life, value: 0 },
    ];
    const mellow = out.piece.preset.music.brightness;
    for (const [ratio, level, life] of [
      [1, 1, 1],
      [2, 0.2 * mellow, 0.7],
      [3, 0.07 * mellow, 0.5],
    ] as const) {
      playPartial(out, { hz: hz * ratio, envelope: opening(peak * level * 0.7, life) }, when, offset);
      playPartial(
        out,
        { hz: hz * ratio + 0.4 + 0.6 * unitOf(key, ratio), envelope: opening(peak * level * 0.4, life) },
        when,
        offset,
      );
    }
  },
};
