import { outbreaths } from '../breath.ts';
import type { Draft, Movement } from '../draft.ts';
import { clamp01 } from '../ease.ts';
import { stepsOf } from '../steps.ts';
import type { Tonight } from '../tonight.ts';
import type { MovementSpan } from '../types.ts';
import { along, between, direction, placed } from '../vector.ts';

/** Each time the breath turns outward the light sinks a little, just before the walker's mouth. */
function breaths(tonight: Tonight, span: MovementSpan): Draft[] {
  const { preset, length, night } = tonight;
  const start = night * length;
  return outbreaths(preset, start + span.from + 2, start + span.to - 1).map((t, index) => {
    const at = t - start;
    const { feet, gaze, eyeHeight } = tonight.walk(at);
    const mouth = [feet[0], feet[1] + eyeHeight - 0.12, feet[2]] as const;
    const progress = (at - span.from) / (span.to - span.from);
    return {
      kind: 'outbreath',
      at,
      duration: preset.form.breath * 0.55,
      place: placed(along(mouth, direction(between(mouth, gaze)), 0.6)),
      strength: clamp01((0.55 + 0.35 * Math.sin(Math.PI * progress)) * (0.4 + 0.6 * preset.form.breathDepth)),
      index,
      warmth: 0.7 * clamp01(progress * 1.6 - 0.8),
    };
  });
}

/** Colour drains, rings die early; then warmth low in the ground, and far off one point of light. */
export const need: Movement = {
  id: 'need',
  tracks: {
    wind: [
      [0, 0.7],
      [0.35, 0.14],
      [0.8, 0.12],
      [1, 0.25],
    ],
    // The tree itself is veiled: only its light comes through.
    haze: [
      [0, 0.5],
      [0.2, 0.9],
      [0.42, 1],
      [0.66, 1],
      [1, 0.8],
    ],
    colour: [
      [0, 0.92],
      [0.42, 0.1],
      [1, 0.08],
    ],
    warmth: [
      [0, 0.1],
      [0.3, 0],
      [0.52, 0.04],
      [0.98, 0.75],
    ],
    stars: [
      [0, 0.05],
      [0.4, 0],
    ],
    treeGlow: [
      [0, 0.24],
      [0.3, 0.12],
      [0.46, 0.42],
      [0.85, 0.64],
      [1, 0.66],
    ],
    orb: 0.05,
    whispers: [
      [0.8, 0],
      [1, 0.02],
    ],
    bed: [
      [0, 0.5],
      [0.35, 0.26],
      [0.75, 0.24],
      [1, 0.34],
    ],
    ache: [
      [0, 0],
      [0.32, 1],
      [0.62, 0.85],
      [0.95, 0.08],
    ],
    room: [
      [0, 0.7],
      [0.4, 0.35],
      [1, 0.55],
    ],
    focus: [
      [0, 14],
      [0.4, 5],
      [0.75, 60],
      [1, 90],
    ],
    aperture: [
      [0, 0.35],
      [0.4, 0.5],
      [0.75, 0.2],
      [1, 0.12],
    ],
  },
  events(tonight, span) {
    const weak = stepsOf(tonight, {
      from: span.from + 3,
      to: span.to,
      every: 1.2,
      strength: [0.3, 0.2],
      duration: 4,
      warmth: 0.02,
      topic: 51,
    });
    return [...weak, ...breaths(tonight, span)];
  },
};
