import type { Envelope } from '../envelope.ts';
import { hashText, unitOf } from '../hash.ts';
import { breathe, openThroat } from '../throat.ts';
import type { Voice } from '../voice.ts';

const LOUD = 0.36;

/** The walker's own breath going out: air through an open throat that slowly closes, near and soft. */
export const outbreath: Voice = {
  stem: 'whispers',
  kinds: ['outbreath'],
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const life = Math.min(event.duration - 0.04, 2.6 + 1.4 * unitOf(key, 0));
    if (life <= offset) return;
    const peak = LOUD * (0.3 + 0.7 * event.strength);
    const rise = life * (0.13 + 0.05 * unitOf(key, 1));
    const air: Envelope = [
      { at: 0, value: peak * 0.02 },
      { at: rise * 0.5, value: peak * 0.6, curve: 'exponential' },
      { at: rise, value: peak },
      { at: life * 0.4, value: peak * 0.62, curve: 'exponential' },
      { at: life * 0.72, value: peak * 0.2, curve: 'exponential' },
      { at: life * 0.97, value: peak * 0.01, curve: 'exponential' },
      { at: life, value: 0 },
    ];
    const throat = openThroat(
      out,
      {
        mouth: [
          { at: 0, vowel: 'uh' },
          { at: rise, vowel: 'a' },
          { at: life * 0.5, vowel: 'uh' },
          { at: life, vowel: 'u' },
        ],
        size: 0.96 + 0.1 * unitOf(key, 2),
        breadth: 3.4,
        chest: 0.12,
      },
      when,
      offset,
    );
    const start: Envelope = [{ at: 0, value: 0 }, { at: 0.01, value: air[0]?.value ?? 0 }, ...air.slice(1)];
    breathe(out, Math.floor(8 * unitOf(key, 3)), start, when, offset, throat);
  },
};
