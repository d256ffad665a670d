import { chance } from '../chance.ts';
import type { Draft, Movement } from '../draft.ts';
import { lastLub } from '../heart.ts';
import { footfall, stepHeight } from '../steps.ts';
import type { Tonight } from '../tonight.ts';
import type { MovementSpan } from '../types.ts';
import { along, between, level, placed, rightOf } from '../vector.ts';

/** Far over the plain other small lights answer, each in its own time, with the end of tonight's tune. */
function answers(tonight: Tonight, span: MovementSpan): Draft[] {
  const dice = chance(tonight.seed, tonight.night, 90);
  const { degrees } = tonight.tune;
  const whole = span.to - span.from;
  const count = 5 + dice.below(5, 0);
  const last = degrees.slice(-count);
  return last.map((degree, index) => {
    const at = span.from + whole * (0.5 + 0.36 * ((index + 0.7 * dice.unit(index, 1)) / count));
    const { feet, gaze } = tonight.walk(at);
    const ahead = level(between(feet, gaze));
    // Never two beside each other.
    const azimuth = 0.52 * (2 * ((dice.unit(0, 2) + 0.618034 * index) % 1) - 1) + 0.03 * dice.sway(index, 2);
    const far = 70 * 5.5 ** dice.unit(index, 3);
    const [x, , z] = along(along(feet, ahead, far * Math.cos(azimuth)), rightOf(ahead), far * Math.sin(azimuth));
    return {
      kind: 'answer',
      at,
      duration: 8,
      place: placed([x, stepHeight(tonight, x, z) + 1.5, z]),
      strength: 0.4 + 0.3 * dice.unit(index, 4),
      pitches: [tonight.pitch(degree, dice.unit(index, 5) < 0.5 ? 2 : 4)],
      index,
      warmth: 0.6 + 0.35 * dice.unit(index, 6),
    };
  });
}

/** The last pulse: a lub whose dub is the next night's first step, in the same place and pitch. */
function pulse(tonight: Tonight): Draft {
  return {
    kind: 'pulse',
    at: lastLub(tonight.preset),
    duration: 6,
    place: footfall(tonight, tonight.length, 0),
    strength: 0.7,
    pitches: [tonight.pitch(0)],
    index: 0,
    warmth: 0.6,
    blossomOf: tonight.night,
  };
}

/** The festival thins; dawn, the map, the answers, one pulse; and it is dusk again. */
export const waking: Movement = {
  id: 'waking',
  tracks: {
    wind: [
      [0, 0.25],
      [0.5, 0.4],
      [1, 0.8],
    ],
    haze: [
      [0, 0.35],
      [0.4, 0.68],
      [1, 0.5],
    ],
    warmth: [
      [0, 0.8],
      [0.5, 0.5],
      [1, 0.12],
    ],
    stars: [
      [0, 0.85],
      [0.35, 0.25],
      [0.9, 0.05],
    ],
    dawn: [
      [0.06, 0],
      [0.32, 0.36],
      [0.52, 0.94],
      [0.82, 0.94],
      [0.98, 0],
    ],
    treeGlow: [
      [0, 0.9],
      [0.3, 0.3],
      [0.5, 0.05],
      [0.8, 0.05],
      [1, 0.22],
    ],
    sap: [
      [0, 0.6],
      [0.6, 0],
    ],
    heartLevel: [
      [0.86, 0],
      [1, 0.5],
    ],
    orb: [
      [0.6, 0.08],
      [0.78, 0.8],
      [0.92, 0.6],
      [1, 0.3],
    ],
    lake: [
      [0, 0.4],
      [0.5, 0],
    ],
    partials: [
      [0, 0.3],
      [0.4, 0],
    ],
    otherSky: [
      [0, 0.3],
      [0.3, 0],
    ],
    plant: [
      [0, 1],
      [0.35, 0],
    ],
    blossom: [
      [0, 1],
      [0.35, 0],
    ],
    festival: [
      [0, 0.9],
      [0.34, 0],
    ],
    wave: [
      [0, 1],
      [0.3, 0],
    ],
    laughter: [
      [0, 0.6],
      [0.2, 0],
    ],
    bed: [
      [0, 0.65],
      [0.4, 0.4],
      [1, 0.5],
    ],
    room: 0.8,
    map: [
      [0.23, 0],
      [0.31, 1],
      [0.68, 1],
      [0.86, 0],
    ],
    answers: [
      [0.44, 0],
      [0.62, 1],
      [0.82, 1],
      [0.96, 0],
    ],
    focus: [
      [0, 16],
      [0.5, 60],
      [1, 6],
    ],
    aperture: [
      [0, 0.3],
      [0.5, 0.15],
      [1, 0.35],
    ],
  },
  events: (tonight, span) => [...answers(tonight, span), pulse(tonight)],
};
