import type { ParamGroup } from '../param.ts';

/** The weather over the plain. */
export const weather = {
  wind: {
    unit: 'factor',
    min: 0,
    max: 2.5,
    step: 0.01,
    scale: 'linear',
    initial: 1,
    label: 'Wind',
    what: 'How strongly the wind blows.',
  },
  gustiness: {
    unit: 'factor',
    min: 0,
    max: 2,
    step: 0.01,
    scale: 'linear',
    initial: 1,
    label: 'Gusts',
    what: 'How unevenly the wind blows.',
  },
  cloud: {
    unit: 'factor',
    min: 0,
    max: 2,
    step: 0.01,
    scale: 'linear',
    initial: 1,
    label: 'Cloud',
    what: 'How much cloud drifts through the twilight.',
  },
  weatherPeriod: {
    unit: 'seconds',
    min: 60,
    max: 900,
    step: 1,
    scale: 'log',
    initial: 210,
    label: 'Time of the weather',
    what: 'About how long the weather takes to turn.',
  },
} as const satisfies ParamGroup;
