import type { Metres, Unit } from '../../units.ts';

/** What one of eight wears: it is known by its outline before anything else. */
export interface Dress {
  /** Robe: where it ends, its half width there, how close it is about the waist, its train behind. */
  readonly hem: Metres;
  readonly flare: Metres;
  readonly fitted: Unit;
  readonly train: Metres;
  /** How wide sleeves are at the wrist, as a share of the arm. */
  readonly sleeve: number;
  /** Cape or shawl: down to where, and its half width there; none where `to` is 0. */
  readonly cape: { readonly to: Metres; readonly wide: Metres };
  /** Hair, scarf or hood: how much larger than the head, down to where behind, how wide there, how far open in front. */
  readonly hair: {
    readonly share: number;
    readonly to: Metres;
    readonly wide: Metres;
    readonly open: number;
    readonly peak: Metres;
  };
  /** A knot of hair: how far behind the middle of the head, how high, how large; 0 for none. */
  readonly knot: readonly [behind: Metres, high: Metres, size: Metres];
}

const bare = { to: 0, wide: 0 } as const;
const loose = [0, 0, 0] as const;

export const dresses: readonly Dress[] = [
  // The tall one: a long narrow coat, long hair.
  {
    hem: 0.05,
    flare: 0.26,
    fitted: 0.35,
    train: 0.12,
    sleeve: 1.35,
    cape: bare,
    hair: { share: 1.13, to: 1.12, wide: 0.17, open: 1.05, peak: 0 },
    knot: loose,
  },
  // The old one: a shawl over head and back, a heavy skirt.
  {
    hem: 0.05,
    flare: 0.37,
    fitted: 0.1,
    train: 0.02,
    sleeve: 1.5,
    cape: { to: 0.86, wide: 0.36 },
    hair: { share: 1.22, to: 1.36, wide: 0.22, open: 0.85, peak: 0.01 },
    knot: loose,
  },
  // The one who kneels: hood and cloak.
  {
    hem: 0.04,
    flare: 0.3,
    fitted: 0.2,
    train: 0.05,
    sleeve: 1.4,
    cape: { to: 0.4, wide: 0.42 },
    hair: { share: 1.3, to: 1.34, wide: 0.2, open: 0.95, peak: 0.1 },
    knot: loose,
  },
  // The child: a smock, a shock of hair.
  {
    hem: 0.6,
    flare: 0.27,
    fitted: 0,
    train: 0,
    sleeve: 1.5,
    cape: bare,
    hair: { share: 1.3, to: 1.5, wide: 0.14, open: 0.95, peak: 0 },
    knot: loose,
  },
  // Who takes the child's hand: a wide skirt, hair in a knot.
  {
    hem: 0.03,
    flare: 0.5,
    fitted: 0.75,
    train: 0.1,
    sleeve: 1.25,
    cape: bare,
    hair: { share: 1.1, to: 1.56, wide: 0.07, open: 1.1, peak: 0 },
    knot: [0.1, 0.075, 0.07],
  },
  // The broad one: a short heavy coat over trousers, short hair.
  {
    hem: 0.5,
    flare: 0.27,
    fitted: 0,
    train: 0,
    sleeve: 1.7,
    cape: { to: 1.2, wide: 0.27 },
    hair: { share: 1.13, to: 1.56, wide: 0.075, open: 1.15, peak: 0 },
    knot: loose,
  },
  // The thin one, far off: a gown whose cape the wind takes.
  {
    hem: 0.04,
    flare: 0.27,
    fitted: 0.45,
    train: 0.2,
    sleeve: 1.9,
    cape: { to: 0.62, wide: 0.3 },
    hair: { share: 1.12, to: 1.3, wide: 0.12, open: 1.1, peak: 0 },
    knot: loose,
  },
  // The eighth.
  {
    hem: 0.04,
    flare: 0.42,
    fitted: 0.4,
    train: 0.05,
    sleeve: 1.5,
    cape: bare,
    hair: { share: 1.13, to: 1.1, wide: 0.17, open: 1.05, peak: 0 },
    knot: loose,
  },
];
