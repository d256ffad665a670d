import type { Metres } from '../../units.ts';
import type { Tier } from '../tiers.ts';

/** How finely a tier builds the wood. */
interface Grade {
  /** Sides of a branch of a radius, and of the trunk. */
  sides(radius: Metres): number;
  readonly trunkSides: number;
  /** Branches thinner than this are left out. */
  readonly thinnest: Metres;
  /** How far a joint of a radius may lie off the true axis. */
  slack(radius: Metres): Metres;
  readonly trunkRing: Metres;
  /** Height above the foot up to which the trunk is built finely; 0 for not at all. */
  readonly relief: Metres;
  /** Are bends rounded? */
  readonly smooth: boolean;
}

export const woodGrades: Readonly<Record<Tier, Grade>> = {
  none: {
    sides: (r) => (r > 0.4 ? 6 : r > 0.2 ? 4 : 3),
    trunkSides: 14,
    thinnest: 0.058,
    slack: (r) => 0.36 + 1.3 * r,
    trunkRing: 0.9,
    relief: 0,
    smooth: false,
  },
  light: {
    sides: (r) => (r > 0.35 ? 12 : r > 0.15 ? 7 : r > 0.06 ? 4 : 3),
    trunkSides: 36,
    thinnest: 0.02,
    slack: (r) => 0.06 + 0.4 * r,
    trunkRing: 0.3,
    relief: 0,
    smooth: false,
  },
  home: {
    sides: (r) => (r > 0.3 ? 16 : r > 0.1 ? 9 : r > 0.04 ? 5 : 3),
    trunkSides: 96,
    thinnest: 0.016,
    slack: (r) => 0.012 + 0.12 * r,
    trunkRing: 0.1,
    relief: 5,
    smooth: true,
  },
  gallery: {
    sides: (r) => (r > 0.3 ? 20 : r > 0.1 ? 12 : r > 0.04 ? 7 : r > 0.02 ? 4 : 3),
    trunkSides: 144,
    thinnest: 0.012,
    slack: (r) => 0.004 + 0.06 * r,
    trunkRing: 0.06,
    relief: 5,
    smooth: true,
  },
  cinema: {
    sides: (r) => (r > 0.3 ? 32 : r > 0.1 ? 18 : r > 0.04 ? 9 : r > 0.02 ? 6 : 4),
    trunkSides: 288,
    thinnest: 0.01,
    slack: (r) => 0.002 + 0.02 * r,
    trunkRing: 0.03,
    relief: 5,
    smooth: true,
  },
};
