import { chance } from '../chance.ts';
import type { Draft, Movement, Tracks } from '../draft.ts';
import { smoothstep } from '../ease.ts';
import { hertz } from '../scale.ts';
import type { Tonight } from '../tonight.ts';
import type { MovementSpan } from '../types.ts';
import { placed } from '../vector.ts';

/** Harmonics of the drone that enter one by one, each with petals. */
const harmonics = 11;
/** Progress at which the first and the last of them has entered. */
const bloomFrom = 0.36;
const bloomTo = 0.78;
/** Progress at which the one gust comes. */
const gustAt = 0.85;
const gustShare = 0.1;

/** The plant bows quickly, and comes up again slowly. */
const bow = (progress: number): number => {
  const x = (progress - gustAt) / gustShare;
  return smoothstep(0, 0.3, x) * (1 - smoothstep(0.36, 1, x));
};

const tracks: Tracks = {
  bow,
  wind: 0.1,
  // First the far shore is lost in mist, and with it the horizon.
  haze: [
    [0, 0.3],
    [0.12, 0.5],
    [0.3, 0.44],
    [0.5, 0.14],
  ],
  warmth: [
    [0, 0.4],
    [1, 0.55],
  ],
  // Once it has been seen whole the sky thins, and its mirror is dark for what is not in it.
  stars: [
    [0.04, 1],
    [0.34, 0.62],
    [0.88, 0.66],
    [1, 0.9],
  ],
  treeGlow: 0.6,
  sap: 0.25,
  voiced: 1,
  orb: 0.08,
  stream: [
    [0, 0.32],
    [0.2, 0.1],
  ],
  lake: [
    [0, 0.5],
    [0.15, 1],
  ],
  partials: [
    [bloomFrom - 0.02, 0],
    [bloomTo + 0.03, 1, 'linear'],
  ],
  otherSky: [
    [0.1, 0],
    [0.5, 0.6],
    [0.85, 1],
  ],
  plant: [
    [0.14, 0],
    [0.5, 1],
  ],
  blossom: [
    [bloomFrom - 0.02, 0],
    [bloomTo + 0.03, 1, 'linear'],
  ],
  bed: [
    [0, 0.45],
    [0.15, 0.22],
    [0.85, 0.26],
    [1, 0.5],
  ],
  room: [
    [0, 0.8],
    [0.2, 1],
  ],
  focus: [
    [0, 9],
    [0.4, 7.4],
  ],
  aperture: [
    [0, 0.35],
    [0.5, 0.5],
    [1, 0.3],
  ],
};

/** Petals open in groups, each with the next harmonic. */
function blooms(tonight: Tonight, span: MovementSpan): Draft[] {
  const { landmarks, plant } = tonight.world;
  const dice = chance(tonight.seed, tonight.night, 70);
  const whole = span.to - span.from;
  const petals = Math.max(1, plant.petals.length);
  const drone = tonight.preset.music.root / 2;
  return Array.from({ length: harmonics }, (_, index) => {
    const x = (index + 0.25 * dice.unit(index, 1)) / harmonics;
    return {
      kind: 'bloom',
      at: span.from + whole * (bloomFrom + (bloomTo - bloomFrom) * x),
      duration: 14,
      place: placed([landmarks.blossom[0], landmarks.blossom[1] + plant.height, landmarks.blossom[2]]),
      strength: 0.4 + 0.03 * index,
      pitches: [hertz(drone * (index + 1))],
      index,
      item: Math.floor((index * petals) / harmonics),
      warmth: 0.55 + 0.03 * index,
    };
  });
}

/** One drop falls where all is still. */
function drop(tonight: Tonight, span: MovementSpan): Draft {
  const { seat, blossom } = tonight.world.landmarks;
  // Where the eyes are then, and a little aside of what grows there.
  const x = 1.02;
  const aside = 0.3;
  const [across, along] = [blossom[0] - seat[0], blossom[2] - seat[2]];
  return {
    kind: 'dip',
    at: span.from + (span.to - span.from) * 0.208,
    duration: 12,
    place: placed([seat[0] + across * x - along * aside, 0, seat[2] + along * x + across * aside]),
    strength: 1,
    pitches: [tonight.pitch(7)],
    index: 0,
    warmth: 0.3,
  };
}

/** One gust bows the plant; it rises. */
function gust(tonight: Tonight, span: MovementSpan): Draft {
  const { blossom } = tonight.world.landmarks;
  return {
    kind: 'gust',
    at: span.from + (span.to - span.from) * gustAt,
    duration: (span.to - span.from) * gustShare,
    place: placed([blossom[0], 0.6, blossom[2]]),
    strength: 0.85,
    index: 0,
    warmth: 0.2,
  };
}

/** A vast still mirror, which then shows what is not in the sky; a blossom opens. */
export const lake: Movement = {
  id: 'lake',
  tracks,
  events: (tonight, span) => [drop(tonight, span), ...blooms(tonight, span), gust(tonight, span)],
};
