import type { NumberParam, ParamGroup } from '../param.ts';

function trim(label: string, what: string): NumberParam {
  return { unit: 'decibels', min: -60, max: 12, step: 0.5, scale: 'linear', initial: 0, label, what };
}

/** The mix: the whole’s loudness and one trim a stem. */
export const mix = {
  level: {
    unit: 'LUFS',
    min: -36,
    max: -14,
    step: 0.5,
    scale: 'linear',
    initial: -23,
    label: 'Loudness',
    what: 'The integrated loudness that the whole is mixed for.',
  },
  wind: trim('Wind', 'Trims the wind over the plain.'),
  whispers: trim('Whispers', 'Trims the whispers in the leaves.'),
  bed: trim('Bed', 'Trims the sustained harmony.'),
  steps: trim('Steps', 'Trims the steps on the moss.'),
  bark: trim('Bark', 'Trims touch and return at the bark.'),
  heart: trim('Heart', 'Trims the heartbeat.'),
  seed: trim('Seed', 'Trims the seed and its tendrils.'),
  memory: trim('Memories', 'Trims the seven memories.'),
  stream: trim('Stream', 'Trims the running water.'),
  stars: trim('Stars', 'Trims the chosen stars’ bells.'),
  beings: trim('Beings', 'Trims the seven beings’ voices.'),
  lake: trim('Lake', 'Trims the lake’s drone and harmonics.'),
  festival: trim('Festival', 'Trims the festival’s drum, dance and voices.'),
  laughter: trim('Laughter', 'Trims the laughter around the lake.'),
} as const satisfies ParamGroup;
