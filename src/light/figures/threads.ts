import type { Unit, Vec3 } from '../../units.ts';
import { arm, chains, floor, joint, leg, on, onHead, plus, type Ring, sided, trunk, ways } from './rest.ts';

/** A place that a thread passes, and the part that carries it. */
export interface Knot {
  readonly at: Vec3;
  readonly chain: number;
}

const half = Math.PI / 2;
export const knot = (at: Vec3, chain: number): Knot => ({ at, chain });
const nowhere: Ring = { at: [0, 1, 0], wide: [0.1, 0, 0], deep: [0, 0, 0.1], chain: chains.trunk };
const ringAt = (rings: readonly Ring[], i: number): Ring => rings[i] ?? nowhere;

export type Dice = (key: number) => Unit;

/** Keeps a thread that crosses the breast from its heart. */
function parted(angle: number, ring: number): number {
  const near = ring === 5 ? 0.55 : ring === 4 || ring === 6 ? 0.35 : 0;
  const off = Math.atan2(Math.sin(angle - half), Math.cos(angle - half));
  return Math.abs(off) < near ? half + Math.sign(off || 1) * (near * 0.55 + 0.45 * Math.abs(off)) : angle;
}

/** Over neck and head to the crown. */
function toCrown(angle: number, dice: Dice): Knot[] {
  const turn = (dice(31) - 0.5) * 0.9;
  const out = [8, 9, 10].map((i) => knot(on(ringAt(trunk, i), angle + turn * (i - 7) * 0.12), chains.trunk));
  const top = 0.8 + 0.19 * dice(32);
  for (const high of [-0.72, -0.3, 0.15, 0.55, top]) {
    out.push(knot(onHead(angle + turn * (0.5 + 0.5 * high), high), chains.trunk));
  }
  out.push(knot(onHead(angle + turn, 0.99, 0.3), chains.trunk));
  return out;
}

/** Down an arm into one of five fingers. */
function toFinger(side: number, angle: number, dice: Dice): Knot[] {
  const sign = side === 0 ? 1 : -1;
  const chain = chains.arm + side;
  const turn = (dice(21) - 0.5) * 1.6;
  const rings = arm(side);
  const out = rings.map((ring, i) => knot(on(ring, angle + (turn * i) / rings.length), chain));
  const way = sided(ways.fore, sign);
  const wrist = joint(6 + 4 * side);
  // Thumb outward, palms ahead.
  const finger = Math.floor(dice(22) * 5);
  const spread = [0.052, 0.03, 0.009, -0.013, -0.033][finger] ?? 0;
  const fan = [0.055, 0.024, 0.004, -0.016, -0.038][finger] ?? 0;
  const long = [0.1, 0.175, 0.19, 0.178, 0.148][finger] ?? 0.17;
  const back = Math.sin(angle) * 0.012 + (dice(23) - 0.5) * 0.006;
  const spot = (far: number, across: number, fore: number): Knot =>
    knot(plus(plus(wrist, way, far), [sign * across * 0.93, across * 0.36, fore]), chain);
  const curl = finger === 0 ? 0.02 : 0.012 + 0.02 * dice(24);
  out.push(
    spot(0.03, spread * 0.55, back),
    spot(finger === 0 ? 0.055 : 0.085, spread, back * 0.7 + 0.004),
    spot(long * 0.76, spread + fan * 0.5, curl * 0.5),
    spot(long, spread + fan, curl),
  );
  return out;
}

/** From roots in the ground up a leg to the hip. */
function fromGround(side: number, angle: number, turn: number, dice: Dice): Knot[] {
  const sign = side === 0 ? 1 : -1;
  const chain = chains.leg + side;
  const ankle = joint(14 + 4 * side);
  const foot = sided(ways.foot, sign);
  const fore: Vec3 = [foot[0], 0, foot[2]];
  const aside: Vec3 = [foot[2], 0, -foot[0]];
  const spot = (far: number, across: number, high: number): Knot =>
    knot(plus(plus([ankle[0], floor + high, ankle[2]], fore, far), aside, across), chain);
  const across = (dice(11) - 0.5) * 2;
  const toe = Math.sin(angle) > -0.35;
  const out = toe
    ? [
        spot(0.3 + 0.25 * dice(12) ** 2, 0.16 * across + 0.1 * (dice(13) - 0.5), -0.02),
        spot(0.2 - 0.03 * Math.abs(across), 0.042 * across, 0.008),
        spot(0.14, 0.04 * across, 0.028),
        spot(0.065, 0.03 * across, 0.062),
      ]
    : [
        spot(-0.1 - 0.2 * dice(12) ** 2, 0.16 * across, -0.02),
        spot(-0.052, 0.024 * across, 0.014),
        spot(-0.042, 0.02 * across, 0.045),
      ];
  const rings = leg(side).toReversed();
  return [...out, ...rings.map((ring, i) => knot(on(ring, angle + (turn * i) / rings.length), chain))];
}

/** Where on the trunk a thread comes out of a leg. */
function hipAngle(side: number, angle: number): number {
  // Half the circle each: what is within goes to the middle, before or behind.
  const a = side === 0 ? angle : Math.PI - angle;
  const outer = Math.atan2(Math.sin(a), Math.cos(a)) / 2;
  return side === 0 ? outer : Math.PI - outer;
}

export function longThread(n: number, dice: Dice): Knot[] {
  const side = n % 2;
  const angle = 2 * Math.PI * ((n >> 1) * 0.618 + 0.1 * dice(1));
  const turn = (dice(2) - 0.5) * 1.3;
  const out = fromGround(side, angle, turn, dice);
  let around = hipAngle(side, angle + turn);
  // Some cross over the belly, or the back.
  const cross = dice(3) < 0.3 ? (side === 0 ? 1 : -1) * 1.5 * Math.sign(Math.sin(around)) : (dice(3) - 0.65) * 0.7;
  for (let i = 1; i < 7; i++) {
    around += cross / 6;
    out.push(knot(on(ringAt(trunk, i), parted(around, i)), chains.trunk));
  }
  const outer = Math.abs(Math.cos(around));
  if (dice(4) < (outer > 0.7 ? 0.2 : 0.55)) {
    out.push(knot(on(ringAt(trunk, 7), around), chains.trunk));
    return [...out, ...toCrown(around, dice)];
  }
  const to = Math.cos(around) > 0 ? 0 : 1;
  return [...out, ...toFinger(to, around + (dice(5) - 0.5), dice)];
}

/** From breast, neck or spine over a shoulder into a hand. */
export function armThread(n: number, dice: Dice): Knot[] {
  const side = n % 2;
  const sign = side === 0 ? 1 : -1;
  const t = (at: Vec3) => knot(sided(at, sign), chains.trunk);
  const from = (n >> 1) % 3;
  const j = dice(6) - 0.5;
  const start =
    from === 0
      ? [
          t([0.02 + 0.03 * dice(7), 1.27 + 0.08 * j, 0.095]),
          t([0.07, 1.345 + 0.03 * j, 0.112]),
          t([0.14, 1.395 + 0.03 * j, 0.06]),
        ]
      : from === 1
        ? [t([0.048, 1.5, -0.01 + 0.05 * j]), t([0.085, 1.445, -0.02 + 0.06 * j]), t([0.145, 1.425, -0.01 + 0.05 * j])]
        : [t([0.01, 1.16 + 0.1 * j, -0.1]), t([0.06, 1.27 + 0.06 * j, -0.112]), t([0.13, 1.35 + 0.05 * j, -0.09])];
  const angle = (from === 0 ? half : from === 1 ? half + (sign > 0 ? -1.4 : 1.4) : -half) + j * 1.8;
  return [...start, ...toFinger(side, angle, dice)];
}

/** From the spine about the ribs towards the heart, and not to it. */
export function rib(n: number, dice: Dice): Knot[] {
  const sign = n % 2 === 0 ? 1 : -1;
  const level = 3.6 + 0.62 * (n >> 1) + 0.2 * dice(8);
  return Array.from({ length: 6 }, (_, i) => {
    const share = i / 5;
    const high = level + 0.75 * Math.sin(share * Math.PI * 0.9) * -0.6 + 0.5 * share * share;
    const low = Math.max(0, Math.min(9, Math.floor(high)));
    const [a, b] = [ringAt(trunk, low), ringAt(trunk, low + 1)];
    const angle = -half + sign * -share * (Math.PI - 0.45 - 0.25 * dice(9));
    const [p, q] = [on(a, angle), on(b, angle)];
    return knot(plus(plus(p, p, -(high - low)), q, high - low), chains.trunk);
  });
}

/** About the hips, from one thigh over the belly to the other side's ribs. */
export function sash(n: number, dice: Dice): Knot[] {
  const side = n % 2;
  const sign = side === 0 ? 1 : -1;
  const front = (n >> 1) % 2 === 0 ? 1 : -1;
  const rings = leg(side);
  const first = side === 0 ? 0 : Math.PI;
  const out = [3, 2, 1].map((i) =>
    knot(on(ringAt(rings, i), first + sign * front * (0.2 + 0.22 * (3 - i))), chains.leg + side),
  );
  for (let i = 0; i < 5; i++) {
    out.push(
      knot(on(ringAt(trunk, i), parted(first + sign * front * (0.9 + 0.42 * i + 0.4 * dice(10)), i)), chains.trunk),
    );
  }
  return out;
}

/** About the head: from one side of the nape to the other temple. */
export function crown(_n: number, dice: Dice): Knot[] {
  const from = 2 * Math.PI * dice(14);
  const way = dice(15) < 0.5 ? 1 : -1;
  return Array.from({ length: 7 }, (_, i) =>
    knot(onHead(from + way * i * 0.42, -0.75 + (i / 6) * (1.1 + 0.6 * dice(16))), chains.trunk),
  );
}

/** Cloth of threads that hangs from the waist. */
export function skirt(n: number, dice: Dice): Knot[] {
  const angle = 2 * Math.PI * (n * 0.618 + 0.03 * dice(17));
  const long = 0.8 + 0.4 * dice(18);
  return [0, 0.1, 0.3, 0.55, 0.8, 1].map((share) => {
    const fold = 1 + 0.1 * Math.sin(4 * angle + 1) * share;
    const wide = (0.122 + 0.07 * Math.min(1, share * 3.4) + 0.15 * share * share) * fold;
    return knot(
      [Math.cos(angle + 0.35 * share) * wide, 1.08 - 0.66 * share * long, Math.sin(angle + 0.35 * share) * wide * 0.85],
      chains.trunk,
    );
  });
}

/** From the parting back over the head and down behind the shoulders. */
export function hair(n: number, dice: Dice): Knot[] {
  const side = n % 2 === 0 ? 1 : -1;
  const out = [0.62, 0.16, -0.3, -0.72, -1].map((turn, i) => {
    const spread = (0.25 + 0.75 * dice(27)) * (1 - 0.12 * i);
    const high = [0.78, 0.72, 0.34, -0.14, -0.56][i] ?? 0;
    return knot(onHead(Math.atan2(turn, side * spread), high, 1.06), chains.trunk);
  });
  const long = 0.1 + 0.24 * dice(28);
  for (const share of [0.35, 0.7, 1]) {
    const wide = side * (0.045 + 0.09 * dice(29) * share);
    out.push(knot([wide * (1 - 0.2 * dice(30) * share), 1.56 - long * share, -0.075 - 0.06 * share], chains.trunk));
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
