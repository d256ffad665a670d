import type { Unit, Vec3 } from '../../units.ts';
import type { Dress } from './dress.ts';
import { fold as foldOf } from './garments.ts';
import { armAt, chains, joint, on, onHead, plus, sided, ways } from './rest.ts';

/** A place that a thread passes, and the part that carries it. */
export interface Knot {
  readonly at: Vec3;
  readonly chain: number;
}

const knot = (at: Vec3, chain: number): Knot => ({ at, chain });

export type Dice = (key: number) => Unit;

/** Down a forearm into one of five fingers. */
export function finger(n: number, dice: Dice): Knot[] {
  const side = n % 2;
  const sign = side === 0 ? 1 : -1;
  const chain = chains.arm + side;
  const angle = 2 * Math.PI * dice(20);
  const turn = (dice(21) - 0.5) * 1.6;
  const out = [1.35, 1.65, 1.95].map((t) => knot(on(armAt(side, t), angle + turn * (t - 1)), chain));
  const way = sided(ways.fore, sign);
  const wrist = joint(6 + 4 * side);
  // Thumb outward, palms ahead.
  const which = (n >> 1) % 5;
  const spread = [0.052, 0.03, 0.009, -0.013, -0.033][which] ?? 0;
  const fan = [0.055, 0.024, 0.004, -0.016, -0.038][which] ?? 0;
  const long = [0.1, 0.175, 0.19, 0.178, 0.148][which] ?? 0.17;
  const back = Math.sin(angle) * 0.012 + (dice(23) - 0.5) * 0.006;
  const spot = (far: number, across: number, fore: number): Knot =>
    knot(plus(plus(wrist, way, far), [sign * across * 0.93, across * 0.36, fore]), chain);
  const curl = which === 0 ? 0.02 : 0.012 + 0.02 * dice(24);
  out.push(
    spot(0.03, spread * 0.55, back),
    spot(which === 0 ? 0.055 : 0.085, spread, back * 0.7 + 0.004),
    spot(long * 0.76, spread + fan * 0.5, curl * 0.5),
    spot(long, spread + fan, curl),
  );
  return out;
}

/** A fold of the robe, frayed below its hem. */
export function fold(n: number, dice: Dice, dress: Dress): Knot[] {
  const angle = 2 * Math.PI * (n * 0.618 + 0.05 * dice(17));
  return foldOf(dress, angle, 0.7 + 0.65 * dice(18), 0.14 * dice(19)).map((at) => knot(at, chains.trunk));
}

/** From the parting back over the head and down behind, as long as it is worn. */
export function hair(n: number, dice: Dice, { hair: { share, to } }: Dress): Knot[] {
  const side = n % 2 === 0 ? 1 : -1;
  const out = [0.62, 0.16, -0.3, -0.72, -1].map((turn, i) => {
    const spread = (0.25 + 0.75 * dice(27)) * (1 - 0.12 * i);
    const high = [0.78, 0.72, 0.34, -0.14, -0.56][i] ?? 0;
    return knot(onHead(Math.atan2(turn, side * spread), high, share), chains.trunk);
  });
  const long = (1.62 - to) * (0.5 + 0.8 * dice(28));
  for (const part of [0.35, 0.7, 1]) {
    const wide = side * (0.045 + 0.09 * dice(29) * part);
    out.push(knot([wide * (1 - 0.2 * dice(30) * part), 1.56 - long * part, -0.085 - 0.06 * part], chains.trunk));
  }
  return out;
}

/** What has come loose of shoulders, nape and hips and lies in the wind behind. */
export function stray(n: number, dice: Dice): Knot[] {
  const high = [1.74, 1.38, 1.42, 0.98][n % 4] ?? 1.4;
  const x = (dice(19) - 0.5) * (n % 4 === 0 ? 0.08 : 0.36);
  const start: Vec3 = n % 4 === 0 ? [x, high - 0.12 * dice(20), -0.05] : [x, high, -0.085];
  return [0, 0.25, 0.5, 0.75, 1].map((share) =>
    knot(
      [
        start[0] * (1 + 0.3 * share),
        start[1] - (0.16 + 0.4 * dice(25)) * share,
        start[2] - (0.05 + 0.2 * dice(26)) * share,
      ],
      chains.trunk,
    ),
  );
}
