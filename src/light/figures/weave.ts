import type { Metres, Unit } from '../../units.ts';
import { hashUnit } from '../bake/hash.ts';
import { cores } from './cores.ts';
import { armThread, crown, type Dice, hair, type Knot, longThread, rib, sash, skirt, stray } from './threads.ts';

/** What is woven: body, what some wear, what has come loose, the glow within, motes, skin, cloth; see shaders/woven.vert. */
export const kinds = {
  body: 0,
  skirt: 1,
  loose: 2,
  core: 3,
  risen: 4,
  mist: 5,
  wave: 6,
  heart: 7,
  air: 8,
  skin: 9,
  robe: 10,
} as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

export interface Thread {
  readonly kind: Kind;
  readonly knots: readonly Knot[];
  /** At its thickest; how much it stands out among the others; how loosely its end hangs. */
  readonly radius: Metres;
  readonly tone: Unit;
  readonly loose: Unit;
  /** Half width at each knot, where it is said. */
  readonly wide?: readonly Metres[];
}

/** How many of each there are of a hundred, in the order in which they count. */
const shares = [
  { make: longThread, kind: kinds.body, count: 54, radius: 0.0056, loose: 0 },
  { make: armThread, kind: kinds.body, count: 24, radius: 0.0046, loose: 0 },
  { make: crown, kind: kinds.body, count: 14, radius: 0.0044, loose: 0 },
  { make: rib, kind: kinds.body, count: 8, radius: 0.004, loose: 0 },
  { make: sash, kind: kinds.body, count: 10, radius: 0.0042, loose: 0 },
  { make: skirt, kind: kinds.skirt, count: 58, radius: 0.0048, loose: 1 },
  { make: hair, kind: kinds.loose, count: 26, radius: 0.0034, loose: 0.35 },
  { make: stray, kind: kinds.loose, count: 9, radius: 0.003, loose: 1 },
] as const;

/** A thread with a number of its own; `rank` 0..1 says how late it is left out: any share of all is fairly mixed. */
export interface Woof extends Thread {
  readonly number: number;
  readonly rank: Unit;
}

/** Threads of one body at rest, the first ones to be kept first. */
export function weave(share: Unit): readonly Woof[] {
  const out: Woof[] = cores().map((core, number) => ({
    ...core,
    kind: kinds.core,
    radius: 0.1,
    tone: 0.9,
    loose: 0,
    number,
    rank: 0,
  }));
  for (const [which, { make, kind, count, radius, loose }] of shares.entries()) {
    const many = Math.round(count * share);
    for (let n = 0; n < many; n++) {
      const dice: Dice = (key) => hashUnit(n, key + 50 * which, 2377);
      out.push({
        kind,
        knots: make(n, dice),
        // A few are strong, most are fine.
        radius: radius * (0.5 + 1.1 * dice(40) ** 3),
        tone: 0.22 + 0.78 * dice(41) ** 2,
        loose,
        number: 100 * which + n + 8,
        rank: (n + 0.5) / many,
      });
    }
  }
  return out.toSorted((a, b) => a.rank - b.rank);
}
