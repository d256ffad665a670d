import type { Unit } from '../../units.ts';
import type { Tier } from '../tiers.ts';
import type { Fineness } from './tendrilsStrand.ts';

/** How finely a tier draws the threads, how stout, and what grows on them. */
export interface Grade extends Fineness {
  readonly stout: number;
  /** Hairs a metre, and the share of tips that bear a bud. */
  readonly hairs: number;
  readonly buds: Unit;
}

export const grades: Readonly<Record<Tier, Grade>> = {
  none: { share: 0.47, step: 0.1, stout: 1.35, hairs: 0, buds: 0.3 },
  light: { share: 0.42, step: 0.07, stout: 1.35, hairs: 0, buds: 0.3 },
  home: { share: 0.75, step: 0.035, stout: 1.1, hairs: 6, buds: 0.5 },
  gallery: { share: 1, step: 0.022, stout: 1, hairs: 16, buds: 0.6 },
  cinema: { share: 1, step: 0.015, stout: 1, hairs: 24, buds: 0.6 },
};
