import type { Movement } from '../draft.ts';
import { beatLength, dub } from '../heart.ts';
import { footfall, stepsOf } from '../steps.ts';

/** A vast plain at dusk; every few seconds a step, and rings of light run over the hills. */
export const moss: Movement = {
  id: 'moss',
  tracks: {
    wind: 0.8,
    haze: 0.5,
    colour: [
      [0, 1],
      [0.9, 1],
      [1, 0.92],
    ],
    warmth: 0.12,
    stars: 0.05,
    treeGlow: [
      [0, 0.22],
      [1, 0.26],
    ],
    heartLevel: [
      [0, 0.4],
      [0.04, 0.3],
      [0.12, 0],
    ],
    orb: [
      [0, 0.2],
      [0.1, 0.08],
    ],
    bed: [
      [0, 0.5],
      [0.3, 0.6],
      [0.85, 0.5],
    ],
    room: 0.75,
    focus: [
      [0, 6],
      [0.5, 9],
      [1, 14],
    ],
    aperture: 0.35,
  },
  events(tonight, span) {
    const drafts = stepsOf(tonight, {
      from: span.from,
      to: span.to,
      every: 1,
      strength: [0.75, 0.62],
      duration: 9.5,
      warmth: 0.08,
      topic: 50,
    });
    // The first ring answers the last pulse of the night before, in its place and pitch, and has its blossom's colour.
    const [first, ...others] = drafts;
    if (first === undefined) return others;
    return [
      {
        ...first,
        at: 0,
        place: footfall(tonight, 0, 0),
        strength: 0.8,
        pitches: [tonight.pitch(0)],
        warmth: 0.5,
        blossomOf: tonight.night - 1,
        duration: 11 + dub * beatLength(tonight.preset),
      },
      ...others,
    ];
  },
};
