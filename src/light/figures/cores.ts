import type { Metres, Vec3 } from '../../units.ts';
import { arm, chains, joint, leg, plus, sided, ways } from './rest.ts';
import { type Knot, knot } from './threads.ts';

/** A broad band of glow within a body, where no skin is: where it passes, and its half width there. */
export interface Core {
  readonly knots: readonly Knot[];
  readonly wide: readonly Metres[];
}

const middle = (...points: readonly (readonly [high: number, ahead: number, wide: number])[]): Core => ({
  knots: points.map(([y, z]) => knot([0, y, z], chains.trunk)),
  wide: points.map(([, , wide]) => wide),
});

/** Trunk and head, then legs and arms. */
export function cores(): readonly Core[] {
  const out = [
    middle(
      [0.8, -0.01, 0.12],
      [0.93, -0.012, 0.19],
      [1.08, 0, 0.14],
      [1.24, 0, 0.17],
      [1.37, -0.004, 0.2],
      [1.45, -0.01, 0.12],
      [1.56, 0.01, 0.075],
    ),
    middle([1.49, -0.01, 0.06], [1.57, 0.02, 0.085], [1.65, 0.028, 0.105], [1.73, 0.025, 0.095], [1.775, 0.022, 0.03]),
  ];
  for (const side of [0, 1]) {
    const sign = side === 0 ? 1 : -1;
    for (const [rings, chain, end] of [
      [leg(side), chains.leg + side, joint(15 + 4 * side)],
      [arm(side), chains.arm + side, plus(joint(6 + 4 * side), sided(ways.fore, sign), 0.1)],
    ] as const) {
      const widths = rings.map(({ wide }) => 1.3 * Math.hypot(...wide));
      const from: Vec3 = sided([0.11, 1.395, -0.01], sign);
      const begins = chain < chains.leg;
      out.push({
        knots: [
          ...(begins ? [knot(from, chains.trunk)] : []),
          ...rings.map(({ at }) => knot(at, chain)),
          knot(end, chain),
        ],
        wide: [...(begins ? [0.06] : []), ...widths, 0.034],
      });
    }
  }
  return out;
}
