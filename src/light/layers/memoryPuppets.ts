import type { Unit } from '../../units.ts';
import type { Body } from './memoryBodies.ts';
import { type Depth, mixed, mixedSpot, type Sketch, type Spot } from './memorySketch.ts';

/** How one of the two is drawn: the same self, so the same coat, the same knot of hair, the same large hands. */
export interface Look {
  readonly depth: Depth;
  readonly tone: number;
  readonly soft: number;
  readonly size: number;
  /** -1 to the left .. 1 to the right. */
  readonly facing: number;
  /** Radians by which the head is bent forward beyond what the pose says. */
  readonly bent: number;
  /** How open each hand is. */
  readonly left: Unit;
  readonly right: Unit;
}

const plus = (a: Spot, b: Spot, x: number): Spot => [a[0] + b[0] * x, a[1] + b[1] * x];
const unit = (from: Spot, to: Spot, otherwise: Spot): Spot => {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const long = Math.hypot(x, y);
  return long < 0.02 ? otherwise : [x / long, y / long];
};
const turned = ([x, y]: Spot, by: number): Spot => [
  x * Math.cos(by) - y * Math.sin(by),
  x * Math.sin(by) + y * Math.cos(by),
];

function hand(sketch: Sketch, { depth, tone, soft, size }: Look, wrist: Spot, way: Spot, open: Unit, curl: 1 | -1) {
  const palm = plus(wrist, way, 0.095 * size);
  sketch.bar(depth, plus(wrist, way, 0.01), palm, 0.04 * size, 0.05 * size, tone, 1, soft);
  const thumb = turned(way, curl * mixed(0.35, 1.05, open));
  sketch.bar(
    depth,
    plus(wrist, way, 0.05 * size),
    plus(palm, thumb, 0.085 * size),
    0.024 * size,
    0.016 * size,
    tone,
    1,
    soft,
  );
  for (const [spread, long] of [
    [0.36, 0.1],
    [0, 0.12],
    [-0.36, 0.1],
  ] as const) {
    const finger = turned(way, curl * (spread * mixed(0.35, 1, open) - 0.5 * (1 - open)));
    const reach = plus(palm, finger, long * size * mixed(0.55, 1, open));
    sketch.bar(depth, plus(palm, finger, 0.02), reach, 0.022 * size, 0.015 * size, tone, 1, soft);
  }
}

/** Draws a person in a long coat from the joints of a body, as a shadow play cuts one. */
export function drawPerson(sketch: Sketch, body: Body, look: Look): void {
  const { depth, size, facing, bent } = look;
  const at = (joint: number): Spot => body.spot(joint);
  const pelvis = at(0);
  const chest = at(1);
  const neck = at(2);
  const stroke = { size, facing, tone: look.tone, soft: look.soft };
  const arm = (shoulder: number, open: Unit, curl: 1 | -1) => {
    const [a, b, c] = [at(shoulder), at(shoulder + 1), at(shoulder + 2)];
    sketch.stroke(depth, 'sleeve', [a, b, c], stroke);
    const way = unit(c, at(shoulder + 3), unit(b, c, [0, -1]));
    hand(sketch, look, c, way, open, curl);
  };
  const curl = facing < 0 ? -1 : 1;
  // The arm on the far side first.
  const near = facing < 0 ? 8 : 4;
  const openOf = (shoulder: number): Unit => (shoulder === 4 ? look.left : look.right);
  arm(near === 4 ? 8 : 4, openOf(near === 4 ? 8 : 4), curl);
  for (const hip of [12, 16]) {
    const [thigh, knee, ankle, toe] = [at(hip), at(hip + 1), at(hip + 2), at(hip + 3)];
    sketch.stroke(depth, 'trouser', [thigh, knee, ankle], stroke);
    const heel = plus(ankle, unit(ankle, toe, [facing, 0]), -0.05 * size);
    sketch.bar(depth, heel, plus(toe, [facing, 0], 0.03 * size), 0.045 * size, 0.034 * size, look.tone, 1, look.soft);
  }
  const knees = mixedSpot(at(13), at(17), 0.5);
  const ankles = mixedSpot(at(14), at(18), 0.5);
  // The hem hangs: it lags behind the knees and falls straight.
  const hem = plus(mixedSpot(knees, ankles, 0.5), [-0.05 * facing, 0], size);
  const waist = mixedSpot(pelvis, chest, 0.35);
  const collar = plus(neck, unit(chest, neck, [0, 1]), 0.03 * size);
  sketch.stroke(depth, 'coat', [hem, waist, collar], stroke);
  const up = turned(unit(neck, at(3), [0, 1]), -facing * bent);
  const foot = plus(neck, up, -0.05 * size);
  const crown = plus(neck, up, 0.325 * size);
  sketch.stroke(depth, 'head', [foot, mixedSpot(foot, crown, 0.5), crown], stroke);
  const back: Spot = [-up[1] * facing, up[0] * facing];
  const knot = plus(plus(neck, up, 0.17 * size), back, 0.155 * size);
  sketch.bar(depth, knot, plus(knot, up, 0.02), 0.058 * size, 0.05 * size, look.tone, 1, look.soft);
  arm(near, openOf(near), curl);
}
