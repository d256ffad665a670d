import type { ParamGroup } from '../param.ts';

/** What a visitor may want less of. */
export const comfort = {
  flashCap: {
    unit: 'flashes a second',
    min: 0,
    max: 2,
    step: 1,
    scale: 'linear',
    initial: 2,
    label: 'Flashes at most',
    what: 'The most flashes that any one second may hold.',
  },
  laughter: {
    unit: 'share',
    min: 0,
    max: 1,
    step: 0.01,
    scale: 'linear',
    initial: 1,
    label: 'Laughter',
    what: 'How much laughter there is at the festival.',
  },
  memories: {
    unit: 'share',
    min: 0,
    max: 1,
    step: 0.01,
    scale: 'linear',
    initial: 1,
    label: 'Harshness of memories',
    what: 'How harsh the memories are before they heal.',
  },
} as const satisfies ParamGroup;
