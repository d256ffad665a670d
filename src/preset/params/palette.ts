import type { ParamGroup } from '../param.ts';

/** The colours that everything is mixed from. */
export const palette = {
  zenith: {
    unit: 'sRGB',
    scale: 'colour',
    initial: '#0b1026',
    label: 'Zenith',
    what: 'The colour of the sky overhead.',
  },
  violet: {
    unit: 'sRGB',
    scale: 'colour',
    initial: '#2a1f4a',
    label: 'Violet',
    what: 'The colour of the sky half way down.',
  },
  rose: {
    unit: 'sRGB',
    scale: 'colour',
    initial: '#d98ca3',
    label: 'Rose',
    what: 'The colour of the thin band above the horizon’s light.',
  },
  amber: {
    unit: 'sRGB',
    scale: 'colour',
    initial: '#f2b880',
    label: 'Amber',
    what: 'The colour of the light on the horizon.',
  },
  ember: {
    unit: 'sRGB',
    scale: 'colour',
    initial: '#ffb36b',
    label: 'Ember',
    what: 'The colour of what is warm: the seed, lanterns, hands.',
  },
  moss: {
    unit: 'sRGB',
    scale: 'colour',
    initial: '#2c5a4f',
    label: 'Moss',
    what: 'The colour of the moss’s own body, beneath its shimmer.',
  },
} as const satisfies ParamGroup;
