import { chance } from '../chance.ts';
import { starDirection } from '../constellation.ts';
import type { Draft, Movement } from '../draft.ts';
import { beatLength, beatsBetween } from '../heart.ts';
import { lookingUp, starTimes } from '../starTimes.ts';
import { stepsOf } from '../steps.ts';
import type { Tonight } from '../tonight.ts';
import type { MovementSpan } from '../types.ts';
import { add, along, between, level, placed, rightOf } from '../vector.ts';

/** A star's sound comes from its direction, this far away. */
const skyAt = 400;

/** Each chosen star: cold with a breath of one memory, then warm, then its bell: one note of tonight's tune. */
function choices(tonight: Tonight, span: MovementSpan): Draft[] {
  const { stars, tune, memories, walk, world } = tonight;
  const dice = chance(tonight.seed, tonight.night, 60);
  const whole = span.to - span.from;
  return stars.map((star, index) => {
    const at = span.from + whole * lookingUp((index + 0.3 * dice.sway(index, 1)) / stars.length);
    const { feet, eyeHeight } = walk(at);
    const bell = tonight.pitch(tune.degrees[index] ?? 0, 4);
    const cluster = memories[index % memories.length]?.cluster ?? [];
    return {
      kind: 'star',
      at,
      duration: starTimes.length,
      place: placed(along(add(feet, [0, eyeHeight, 0]), starDirection(world.stars, star), skyAt)),
      strength: 0.5 + 0.25 * tonight.preset.music.tune + 0.15 * dice.unit(index, 2),
      pitches: [bell],
      index,
      item: star,
      warmth: 0.75,
      cluster,
    };
  });
}

/** Progress between which the walker stands at the water's edge. */
const edge = [0.62, 0.69] as const;

/** Ways to reach from where the eyes go, radians, nearest first. */
const turns = Array.from({ length: 29 }, (_, k) => (k % 2 ? 0.045 : -0.045) * (k + (k % 2)));

/** Hands dip into the water at the walker's feet, twice or three times: rings cross the mirror and bend the stars. */
function dips(tonight: Tonight, span: MovementSpan): Draft[] {
  const dice = chance(tonight.seed, tonight.night, 61);
  const count = 2 + dice.below(2, 0);
  const whole = span.to - span.from;
  return Array.from({ length: count }, (_, index) => {
    const x = (index + 0.4 + 0.4 * dice.unit(index, 1)) / count;
    const at = span.from + whole * (edge[0] + (edge[1] - edge[0]) * x);
    // An arm's length before the walker, as near as there is water to where the eyes go.
    const { feet, gaze } = tonight.walk(at);
    const ahead = level(between(feet, gaze));
    const spot = (turn: number) =>
      along(along(feet, ahead, 1.55 * Math.cos(turn)), rightOf(ahead), 1.55 * Math.sin(turn));
    const wet = (turn: number): boolean => {
      const [x, , z] = spot(turn);
      return tonight.world.terrain.height(x, z) < -0.07;
    };
    const turn = turns.find(wet) ?? 0;
    const [px, , pz] = spot(turn + 0.09 * Math.sign(turn) * dice.unit(index, 2));
    return {
      kind: 'dip',
      at,
      duration: 8,
      place: placed([px, 0, pz]),
      strength: 0.62 + 0.25 * dice.unit(index, 3),
      pitches: [tonight.pitch([7, 9, 11, 4][dice.below(4, index, 4)] ?? 7)],
      index,
      warmth: 0.35,
    };
  });
}

/** The heart is heard a little longer with open eyes. */
function lastBeats(tonight: Tonight, span: MovementSpan): Draft[] {
  const to = span.from + (span.to - span.from) * 0.13;
  const beat = beatLength(tonight.preset);
  return beatsBetween(tonight.preset, span.from, to).map((at, index) => ({
    kind: 'heartbeat',
    at,
    duration: beat * 0.95,
    place: placed(tonight.world.landmarks.heart),
    strength: 0.4 * (1 - (at - span.from) / (to - span.from)) + 0.02,
    index,
    warmth: 0.9,
  }));
}

/** Eyes open; stars have come out, and the stream mirrors them. */
export const stream: Movement = {
  id: 'stream',
  tracks: {
    wind: [
      [0, 0.06],
      [0.2, 0.4],
      [1, 0.35],
    ],
    haze: 0.35,
    colourFront: 600,
    warmth: [
      [0, 0.4],
      [0.3, 0.2],
    ],
    stars: [
      [0, 0.5],
      [0.25, 1],
    ],
    inner: [
      [0, 0.6],
      [0.06, 0],
    ],
    treeGlow: [
      [0, 1],
      [0.5, 0.75],
    ],
    sap: [
      [0, 0.6],
      [0.4, 0.3],
    ],
    whispers: [
      [0, 0.12],
      [0.4, 0.04],
      [1, 0],
    ],
    voiced: 1,
    heartLevel: [
      [0, 0.5],
      [0.14, 0],
    ],
    orb: [
      [0, 1],
      [0.08, 0.08],
    ],
    tendrils: [
      [0, 1],
      [0.1, 0],
    ],
    stream: [
      [0, 0.25],
      [0.1, 1],
    ],
    bed: [
      [0, 0.5],
      [0.5, 0.58],
    ],
    room: [
      [0, 0.35],
      [0.15, 0.62],
    ],
    focus: [
      [0, 4],
      [0.15, 9],
      [1, 14],
    ],
    aperture: 0.3,
  },
  events(tonight, span) {
    const steps = stepsOf(tonight, {
      from: span.from + 9,
      to: span.to,
      every: 2.1,
      strength: [0.4, 0.4],
      duration: 7,
      warmth: 0.3,
      topic: 53,
    });
    return [...lastBeats(tonight, span), ...choices(tonight, span), ...dips(tonight, span), ...steps];
  },
};
