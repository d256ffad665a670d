import type { Preset } from '../preset/schema.ts';
import type { Metres, Radians } from '../units.ts';
import { unit } from './hash.ts';
import { aim, type Plan, plan, toward, turned } from './plan.ts';
import { clamp } from './scalar.ts';

export type Place = Preset['place'];

/**
 * Where things lie, seen from above. The tree is the origin. `round` angles go around the lake: 0 on the tree's side,
 * growing the way the walker goes along the shore: mouth, seat, the festival's end, the start.
 */
export interface Layout {
  readonly place: Place;
  /** Unit, from the tree to the lake's centre, and the side on which the walker rounds the lake. */
  readonly out: Plan;
  readonly side: Plan;
  readonly lake: Plan;
  readonly lakeRadius: Metres;
  shore(angle: Radians): Metres;
  /** A place `beyond` metres outside the shore in a `round` direction. */
  round(angle: Radians, beyond: Metres): Plan;
  readonly mouthAngle: Radians;
  readonly seatAngle: Radians;
  readonly festivalAngle: Radians;
  readonly spring: Plan;
  readonly mouth: Plan;
  readonly seat: Plan;
  readonly start: Plan;
  /** Unit: the way every night begins and ends at the start. */
  readonly startWay: Plan;
  /** Unit, from the trunk to where the walker comes to it. */
  readonly approach: Plan;
  /** The plain's middle, around which the far ridges rise. */
  readonly middle: Plan;
}

const degree = Math.PI / 180;

/** The shore as a few low octaves around the mean radius. */
function shoreOf(seed: number, radius: Metres): (angle: Radians) => Metres {
  const waves = [1, 2, 3, 4, 5, 7, 11].map((k) => ({
    k,
    size: (0.085 / (0.75 + 0.45 * k)) * (0.5 + unit(seed, 31, k)),
    phase: unit(seed, 32, k) * 2 * Math.PI,
  }));
  return (angle) => {
    let sum = 1;
    for (const wave of waves) sum += wave.size * Math.cos(wave.k * angle + wave.phase);
    return radius * sum;
  };
}

/** Layout of the place for a seed: the same arrangement everywhere, turned, mirrored and shifted in moderation. */
export function layOut(seed: number, place: Place): Layout {
  const spread = (key: number): number => unit(seed, 30, key) * 2 - 1;
  const bearing = spread(1) * 0.55;
  const mirror = unit(seed, 30, 2) < 0.5 ? -1 : 1;
  const out = plan(Math.sin(bearing), Math.cos(bearing));
  const side = plan(Math.cos(bearing) * mirror, -Math.sin(bearing) * mirror);
  const lakeRadius = place.lakeSize;
  const lake = toward(plan(0, 0), out, lakeRadius + 71 + spread(3) * 4);
  const shore = shoreOf(seed, lakeRadius);
  const round = (angle: Radians, beyond: Metres): Plan => {
    const d = toward(plan(-out.x * Math.cos(angle), -out.z * Math.cos(angle)), side, Math.sin(angle));
    return toward(lake, d, shore(Math.atan2(d.z, d.x)) + beyond);
  };
  // Of a larger lake a smaller part is walked, so that nobody has to run.
  const seatAngle = (160 + spread(4) * 4 - clamp(lakeRadius - 42, 0, 40) * 0.4) * degree;
  const mouthAngle = Math.max(28 * degree, seatAngle - (80 + Math.max(0, lakeRadius - 42) * 0.8) / (lakeRadius + 3));
  // The start stays well aside of the line from the tree over the lake, or the plain would have to be crossed by water.
  const startAngle = (257 + spread(6) * 2) * degree;
  const festivalAngle = startAngle - 18 / (lakeRadius + 34);
  const start = round(startAngle, 34);
  const spring = toward(plan(0, 0), turned(out, mirror * -0.32), 6.2);
  const tree = plan(0, 0);
  const startWay = turned(aim(start, tree), -mirror * (0.1 + 0.03 * spread(5)));
  return {
    place,
    out,
    side,
    lake,
    lakeRadius,
    shore,
    round,
    mouthAngle,
    seatAngle,
    festivalAngle,
    spring,
    mouth: round(mouthAngle, 0),
    seat: round(seatAngle, 2.1),
    start,
    startWay,
    approach: turned(aim(tree, start), mirror * 0.12),
    middle: toward(tree, out, 85),
  };
}
