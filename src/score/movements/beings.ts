import { beingsOf } from '../beings.ts';
import type { Draft, Movement } from '../draft.ts';
import { stepsOf } from '../steps.ts';

/** Seven figures condense out of the dusk, open their arms, and go along. */
export const beings: Movement = {
  id: 'beings',
  tracks: {
    wind: 0.3,
    haze: 0.42,
    warmth: [
      [0, 0.2],
      [1, 0.4],
    ],
    stars: 0.95,
    treeGlow: 0.95,
    sap: 0.3,
    voiced: 1,
    orb: 0.08,
    stream: [
      [0, 1],
      [0.6, 0.7],
      [1, 0.35],
    ],
    lake: [
      [0.4, 0],
      [1, 0.45],
    ],
    bed: [
      [0, 0.55],
      [0.7, 0.68],
      [1, 0.5],
    ],
    room: [
      [0, 0.62],
      [1, 0.8],
    ],
    focus: 6,
    aperture: 0.4,
  },
  events(tonight, span) {
    const greetings = beingsOf(tonight).map(({ index, greets, place }): Draft => {
      const motif = tonight.memories[index]?.motif ?? [];
      return {
        kind: 'greeting',
        at: greets,
        duration: 8.5,
        place: [place[0], place[1] + 1.3, place[2]],
        strength: 0.8,
        pitches: [...new Set(motif)].sort((a, b) => a - b),
        index,
        warmth: 0.5 + 0.06 * index,
        motif,
      };
    });
    const steps = stepsOf(tonight, {
      from: span.from + 4,
      to: span.to,
      every: 2.2,
      strength: [0.35, 0.3],
      duration: 6.5,
      warmth: 0.35,
      topic: 54,
    });
    return [...greetings, ...steps];
  },
};
