import type { Unit } from '../../units.ts';
import type { Tier } from '../tiers.ts';
import type { Fineness } from './tendrilsStrand.ts';

/** How finely a tier draws the threads, how stout, and what grows on them. */
export interface Grade extends Fineness {
  readonly stout: number;
  /** Hairs a metre, and the share of tips that bear a leaf. */
  readonly hairs: number;
  readonly leaves: Unit;
}

export const grades: Readonly<Record<Tier, Grade>> = {
  none: { share: 0.8, step: 0.1, stout: 1.35, hairs: 0, leaves: 0.3 },
  light: { share: 0.8, step: 0.07, stout: 1.35, hairs: 0, leaves: 0.3 },
  home: { share: 0.9, step: 0.035, stout: 1.1, hairs: 6, leaves: 0.5 },
  gallery: { share: 1, step: 0.022, stout: 1, hairs: 16, leaves: 0.6 },
  cinema: { share: 1, step: 0.015, stout: 1, hairs: 24, leaves: 0.6 },
};
