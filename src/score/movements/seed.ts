import type { Draft, Movement } from '../draft.ts';
import { beatLength, beatsBetween } from '../heart.ts';
import { progressOf } from '../movements.ts';
import { placed } from '../vector.ts';

/** The inner dark: an orb beats, tendrils grow with each beat, and seven memories heal. */
export const seed: Movement = {
  id: 'seed',
  tracks: {
    wind: 0.04,
    haze: 0.3,
    colour: 1,
    colourFront: [
      [0, 420],
      [0.5, 600],
    ],
    warmth: 0.4,
    stars: [
      [0, 0.15],
      [0.9, 0.3],
      [1, 0.5],
    ],
    inner: [
      [0, 0.55],
      [0.07, 1],
      [0.94, 1],
      [1, 0.6],
    ],
    treeGlow: 1,
    sap: [
      [0, 0.5],
      [1, 0.6],
    ],
    whispers: [
      [0, 0.28],
      [0.1, 0.08],
      [1, 0.1],
    ],
    voiced: 1,
    heartLevel: [
      [0, 0.5],
      [0.06, 1],
      [0.92, 1],
      [1, 0.5],
    ],
    // Both are sampled beat by beat.
    orb: [
      [0, 0.12],
      [0.08, 0.3],
      [0.9, 1, 'linear'],
    ],
    tendrils: [
      [0.03, 0],
      [0.95, 1, 'linear'],
    ],
    bed: [
      [0, 0.4],
      [0.1, 0.25],
      [0.6, 0.3],
      [0.95, 0.55],
    ],
    room: [
      [0, 0.16],
      [0.6, 0.12],
      [1, 0.3],
    ],
    focus: 4.5,
    aperture: 0.45,
  },
  events(tonight, span) {
    const beat = beatLength(tonight.preset);
    const heart = placed(tonight.world.landmarks.heart);
    const beats = beatsBetween(tonight.preset, span.from, span.to).map((at, index): Draft => {
      const p = progressOf(span, at);
      return {
        kind: 'heartbeat',
        at,
        duration: beat * 0.95,
        place: heart,
        strength: 0.45 + 0.4 * Math.min(1, p * 8) * Math.min(1, (1 - p) * 10 + 0.3),
        index,
        warmth: 0.95,
      };
    });
    const memories = tonight.scenes.map(
      ({ memory, from, duration, place }): Draft => ({
        kind: 'memory',
        at: from,
        duration,
        place: [place[0], place[1] + 1.2, place[2]],
        strength: 0.45 + 0.35 * Math.min(1, tonight.preset.comfort.memories),
        pitches: memory.cluster,
        index: memory.index,
        warmth: 0.1,
        motif: memory.motif,
        cluster: memory.cluster,
      }),
    );
    return [...beats, ...memories];
  },
};
