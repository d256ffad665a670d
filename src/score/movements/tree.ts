import type { Draft, Movement, Tracks } from '../draft.ts';
import { beatLength, beatsBetween } from '../heart.ts';
import { progressOf } from '../movements.ts';
import { stepsOf } from '../steps.ts';
import type { Tonight } from '../tonight.ts';
import { sample, type Track } from '../track.ts';
import type { MovementSpan } from '../types.ts';
import { placed } from '../vector.ts';
import { whispersOf } from '../whispers.ts';

/** Progress at which the hands meet the bark. */
const touchAt = 0.7;
/** Seconds from the touch until its light comes back into the hands. */
const returnAfter = 5.4;

const whispers: Track = [
  [0, 0.02],
  [0.3, 0.22],
  [0.6, 0.85],
  [0.8, 1],
  [0.9, 0.8],
  [1, 0.3],
];
const voiced: Track = [
  [0.26, 0],
  [0.52, 0.5],
  [0.78, 1],
];

const tracks: Tracks = {
  wind: [
    [0, 0.25],
    [0.4, 0.5],
    [0.8, 0.35],
    [1, 0.12],
  ],
  haze: [
    [0, 0.76],
    [0.14, 0.6],
    [0.4, 0.45],
  ],
  colour: [
    [0, 0.08],
    [touchAt + 0.04, 0.12],
    [0.99, 1],
  ],
  // From the hands it runs outward over the plain, first slowly.
  colourFront: [
    [touchAt + 0.035, 0],
    [0.8, 11],
    [0.86, 44],
    [1, 420, 'into'],
  ],
  warmth: [
    [0, 0.72],
    [0.6, 0.6],
    [touchAt, 0.65],
    [0.82, 1],
    [1, 0.7],
  ],
  stars: [
    [0.7, 0],
    [1, 0.15],
  ],
  inner: [
    [0.9, 0],
    [1, 0.5],
  ],
  treeGlow: [
    [0, 0.64],
    [touchAt, 0.8],
    [touchAt + 0.05, 1],
  ],
  sap: [
    [0, 0.12],
    [touchAt - 0.01, 0.22],
    [touchAt + 0.03, 1, 'out'],
    [0.84, 0.6],
    [1, 0.5],
  ],
  whispers,
  voiced,
  heartLevel: [
    [0.84, 0],
    [1, 0.45],
  ],
  orb: [
    [0.9, 0.05],
    [1, 0.12],
  ],
  bed: [
    [0, 0.34],
    [0.5, 0.5],
    [0.8, 0.72],
    [1, 0.4],
  ],
  ache: [
    [0, 0.06],
    [0.2, 0],
  ],
  room: [
    [0, 0.55],
    [0.6, 0.5],
    [0.85, 0.25],
    [1, 0.16],
  ],
  focus: [
    [0, 80],
    [0.3, 28],
    [0.43, 12],
    [0.53, 0.85],
    [0.84, 0.8],
    [0.9, 0.9],
    [1, 0.6],
  ],
  aperture: [
    [0, 0.12],
    [0.4, 0.16],
    [0.66, 0.5],
    [0.74, 0.45],
    [0.79, 0.2],
    [0.84, 0.2],
    [0.92, 0.6],
    [1, 0.7],
  ],
};

/** Hands at the bark: a chord rises with the light in the grain; it comes back down into the hands. */
function surge(tonight: Tonight, span: MovementSpan): Draft[] {
  const at = span.from + (span.to - span.from) * touchAt;
  const after = Math.min(returnAfter, 0.09 * (span.to - span.from));
  const place = placed(tonight.world.landmarks.bark);
  const rising = [...new Set([...tonight.chord(at), ...tonight.chord(at).map((tone) => tone * 2)])];
  const pitches = rising.sort((a, b) => a - b).slice(0, 7);
  const both = { place, pitches, warmth: 0.85 };
  return [
    { ...both, kind: 'touch', at, duration: 9, strength: 0.95 },
    { ...both, kind: 'return', at: at + after, duration: 10, strength: 1, warmth: 1, pitches: pitches.slice(0, 5) },
  ];
}

/** The heart is felt through the bark before it is seen. */
function firstBeats(tonight: Tonight, span: MovementSpan): Draft[] {
  const from = span.from + (span.to - span.from) * 0.86;
  const beat = beatLength(tonight.preset);
  return beatsBetween(tonight.preset, from, span.to).map((at, index) => ({
    kind: 'heartbeat',
    at,
    duration: beat * 0.95,
    place: placed(tonight.world.landmarks.heart),
    strength: 0.05 + 0.35 * ((at - from) / (span.to - from)),
    index,
    warmth: 0.9,
  }));
}

/** It stands alone, its leaves whisper; hands meet the bark, and colour comes back. */
export const tree: Movement = {
  id: 'tree',
  tracks,
  events(tonight, span) {
    const steps = stepsOf(tonight, {
      from: span.from + 3,
      to: span.from + (span.to - span.from) * (touchAt - 0.06),
      every: 1.1,
      strength: [0.28, 0.45],
      duration: 6,
      warmth: 0.25,
      topic: 52,
    });
    const whispering = whispersOf(tonight, {
      from: span.from,
      to: span.to,
      density: (at) => sample(whispers, progressOf(span, at)),
      voiced: (at) => sample(voiced, progressOf(span, at)),
    });
    return [...steps, ...whispering, ...surge(tonight, span), ...firstBeats(tonight, span)];
  },
};
