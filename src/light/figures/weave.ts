import type { Metres, Unit } from '../../units.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Dress } from './dress.ts';
import { type Dice, finger, fold, hair, type Knot, stray } from './threads.ts';

/** What a body is made of: threads, motes about it, skin, cloth, and motes upon skin and upon cloth; see shaders/woven.vert. */
export const kinds = {
  body: 0,
  fold: 1,
  loose: 2,
  risen: 4,
  mist: 5,
  wave: 6,
  heart: 7,
  air: 8,
  skin: 9,
  robe: 10,
  mote: 11,
  fluff: 12,
} as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

export interface Thread {
  readonly kind: Kind;
  readonly knots: readonly Knot[];
  /** At its thickest; how much it stands out among the others; how loosely its end hangs. */
  readonly radius: Metres;
  readonly tone: Unit;
  readonly loose: Unit;
}

/** How many of each there are, in the order in which they count. */
const shares = [
  { make: finger, kind: kinds.body, count: 30, radius: 0.0052, loose: 0 },
  { make: hair, kind: kinds.loose, count: 34, radius: 0.0034, loose: 0.5 },
  { make: fold, kind: kinds.fold, count: 30, radius: 0.0042, loose: 1 },
  { make: stray, kind: kinds.loose, count: 12, radius: 0.003, loose: 1 },
] as const;

/** A thread with a number of its own; `rank` 0..1 says how late it is left out: any share of all is fairly mixed. */
export interface Woof extends Thread {
  readonly number: number;
  readonly rank: Unit;
}

/** Threads of one body at rest, the first ones to be kept first. */
export function weave(dress: Dress, share: Unit): readonly Woof[] {
  const out: Woof[] = [];
  for (const [which, { make, kind, count, radius, loose }] of shares.entries()) {
    const many = Math.round(count * share);
    for (let n = 0; n < many; n++) {
      const dice: Dice = (key) => hashUnit(n, key + 50 * which, 2377);
      out.push({
        kind,
        knots: make(n, dice, dress),
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
