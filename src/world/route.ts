import type { Metres, Seconds } from '../units.ts';
import { unit } from './hash.ts';
import type { Layout } from './layout.ts';
import { gone, type Leg } from './pace.ts';
import { aim, between, type Plan, type Polyline, plan, spline, toward } from './plan.ts';
import { clamp, mix, smoothstep } from './scalar.ts';
import type { Landmarks } from './types.ts';
import { alongStream, type Watercourse } from './watercourse.ts';

/** Beginnings of the nine movements in a default night of 1,080 s, and its end. */
export const BEGINS: readonly Seconds[] = [0, 150, 225, 390, 540, 675, 780, 900, 1035, 1080];
export const NIGHT: Seconds = 1080;

/** Where the feet go in one night: one line, and how far along it they are at any default second. */
export interface Route {
  readonly line: Polyline;
  readonly legs: readonly Leg[];
  /** Arc length gone at a default second; beyond the night's ends it goes on at the speed of the start. */
  gone(time: Seconds): Metres;
  /** Arc length where the hands are dipped. */
  readonly dip: Metres;
  /** Arc lengths between which the walk follows the stream. */
  readonly spring: Metres;
  readonly shore: Metres;
}

const START_SPEED = 0.66;
/** Seconds of standing at the dip, and the moment the walker is seated. */
export const DIP: readonly [from: Seconds, to: Seconds] = [617, 632];
export const SEATED: Seconds = 773;
export const RISEN: Seconds = 908;

/** How far from the trunk its whole height is seen. */
function arrival(layout: Layout): Metres {
  return clamp(layout.place.treeHeight * 1.16, 18, 48);
}

export function routeOf(seed: number, night: number, layout: Layout, course: Watercourse, marks: Landmarks): Route {
  const chance = (...keys: number[]): number => unit(seed, 0x9a7, night, ...keys);
  const { start, startWay, approach, side } = layout;
  const away = plan(-side.x, -side.z);
  const bark = plan(marks.bark[0], marks.bark[2]);
  const heart = plan(marks.heart[0], marks.heart[2]);
  const points: Plan[] = [];
  const named = new Map<string, number>();
  const go = (p: Plan, name?: string): void => {
    if (name !== undefined) named.set(name, points.length - 1);
    points.push(p);
  };

  // Straight through the start, so that one night's end is the next one's beginning.
  for (const d of [-2, 0, 3, 6]) go(toward(start, startWay, d), d === 0 ? 'start' : undefined);
  const rest = arrival(layout);
  const stop = toward(bark, approach, rest);
  const lead = toward(start, startWay, 6);
  const sway = (f: number): number =>
    Math.sin(Math.PI * f) * (9 + 5 * chance(1)) +
    Math.sin(2 * Math.PI * f) * 9 * (chance(2) - 0.5) +
    Math.sin(Math.PI * 3 * f) * 5 * (chance(3) - 0.5);
  for (const f of [0.2, 0.4, 0.6, 0.8]) go(toward(between(lead, stop, f), away, sway(f)));
  go(stop, 'arrival');
  go(between(stop, toward(bark, approach, 2), 0.5));
  go(toward(bark, approach, 3));
  go(toward(bark, approach, 0.75), 'bark');
  // In through the bark, a part of a circle around the orb, and out beside the spring.
  go(toward(bark, approach, -0.3), 'within');
  const from = Math.atan2(approach.z, approach.x);
  const out = alongStream(course, 0.0);
  const beside = plan(-out.way.z, out.way.x);
  const sign = beside.x * side.x + beside.z * side.z > 0 ? 1 : -1;
  const bank = (u: number, clear: Metres): Plan => {
    const { at, way, s } = alongStream(course, u);
    return toward(at, plan(-way.z * sign, way.x * sign), course.halfWidth(s) + clear);
  };
  const first = toward(bank(0, 1.35), out.way, -0.4);
  const swing = wakingSwing(heart, from, first);
  for (const f of [0.2, 0.45, 0.7, 1]) {
    const a = from + swing * f;
    const r = mix(3.05, 3.2, f) - 0.25 * Math.sin(Math.PI * f);
    go(toward(heart, plan(Math.cos(a), Math.sin(a)), r), f === 1 ? 'orbited' : undefined);
  }
  const woken = points[points.length - 1] ?? heart;
  for (const f of [0.35, 0.7]) go(between(woken, first, f));
  go(first, 'spring');
  // Down along the stream, nearer where the hands are dipped.
  // Where most water lies before whoever looks back to the tree from there.
  const wet = (u: number): number => {
    const p = bank(u, 0.55);
    const back = Math.atan2(-p.z, -p.x);
    let sum = 0;
    for (const turn of [-0.09, 0, 0.09]) {
      for (let r = 1; r < 10; r += 0.5) {
        const on = toward(p, plan(Math.cos(back + turn), Math.sin(back + turn)), r);
        if (course.edge(on.x, on.z) < -0.2) sum += 1;
      }
    }
    return sum;
  };
  let dipAt = 0.5;
  for (let u = 0.47; u < 0.52; u += 0.01) if (wet(u) > wet(dipAt)) dipAt = u;
  const length = course.line.length;
  const strides = Math.max(6, Math.round(length / 5.5));
  let dipped = false;
  for (let i = 1; i < strides; i++) {
    const u = i / strides;
    if (u > 1 - 15 / length) break;
    if (!dipped && Math.abs(u - dipAt) <= 0.51 / strides) {
      dipped = true;
      go(bank(dipAt, 0.55), 'dip');
    } else go(bank(u, 1.5 + 0.4 * chance(5, i) + 1.6 * smoothstep(0.68, 0.9, u)));
  }
  const turn = (3.4 + layout.place.streamWidth) / layout.lakeRadius;
  const arc = layout.seatAngle - layout.mouthAngle - turn;
  const shoreSteps = Math.max(4, Math.round((arc * layout.lakeRadius) / 9));
  for (let i = 0; i < shoreSteps; i++) {
    const a = layout.mouthAngle + turn + (arc * i) / shoreSteps;
    go(layout.round(a, 3.1 + 1.2 * chance(6, i)), i === 0 ? 'shore' : undefined);
  }
  go(layout.seat, 'seat');
  const dance = layout.festivalAngle - layout.seatAngle;
  for (const f of [0.2, 0.4, 0.6, 0.8, 1]) {
    go(layout.round(layout.seatAngle + dance * f, 3.2 + 1.6 * chance(7, f * 5) * f), f === 1 ? 'festival' : undefined);
  }
  // Up over the rise and, in one wide bend (a quadratic Bézier), into the way of the start.
  const end = layout.round(layout.festivalAngle, 4);
  const corner = toward(start, startWay, -10);
  const before = toward(start, startWay, -2);
  for (const f of [0.2, 0.4, 0.6, 0.8, 0.92]) go(between(between(end, corner, f), between(corner, before, f), f));
  for (const d of [-2, 0, 3]) go(toward(start, startWay, d), d === 0 ? 'home' : undefined);

  const line = spline(points, 0.25);
  const mark = (name: string): Metres => line.marks[named.get(name) ?? 0] ?? 0;
  const legs = legsOf(mark);
  const ends = [0];
  for (const leg of legs) ends.push((ends[ends.length - 1] ?? 0) + leg.far);
  return {
    line,
    legs,
    dip: mark('dip'),
    spring: mark('spring'),
    shore: mark('shore'),
    gone(time) {
      if (time < 0) return time * START_SPEED;
      if (time >= NIGHT) return line.length + (time - NIGHT) * START_SPEED;
      let i = 0;
      while (i + 1 < legs.length && (legs[i]?.to ?? 0) <= time) i += 1;
      const leg = legs[i];
      return leg ? (ends[i] ?? 0) + gone(leg, time) : 0;
    },
  };
}

/**
 * How far around the heart the walk goes in the dark, so that eyes which open there see past the trunk's flank to where
 * the water begins: the trunk lies before them, so many metres beside the line to the spring. Radians.
 */
function wakingSwing(heart: Plan, from: number, spring: Plan): number {
  let best = Math.PI / 2;
  let least = Number.POSITIVE_INFINITY;
  for (let k = -36; k <= 36; k++) {
    const swing = (k / 36) * 2.9;
    const eye = toward(heart, plan(Math.cos(from + swing), Math.sin(from + swing)), 3.2);
    const way = aim(eye, spring);
    const before = -(way.x * eye.x + way.z * eye.z);
    const beside = Math.abs(way.x * eye.z - way.z * eye.x);
    const fault = Math.abs(beside - 2.6) + Math.abs(before - 3) * 0.5 + Math.max(0, 0.9 - Math.abs(swing));
    if (fault < least) {
      least = fault;
      best = swing;
    }
  }
  return best;
}

/** Distances of the walk laid out over the default night: slower than a walk everywhere, still where it should be. */
function legsOf(mark: (name: string) => Metres): readonly Leg[] {
  const plain = mark('arrival');
  // Half of the plain lies behind when need begins: the tree is far then, one point of light.
  const wander = plain * 0.52;
  const homeward = (share: number): Metres => mix(mark('festival'), mark('home'), share);
  // From the dip to the seat all goes alike, easing in over 12 s and out over 24 s: halves of them are lost.
  const down = mark('seat') - mark('dip');
  const stroll = down / (SEATED - DIP[1] - 18);
  const stations: readonly (readonly [to: Seconds, at: Metres, v1: number, ease0: Seconds, ease1: Seconds])[] = [
    [150, wander, 0.62, 25, 25],
    [234, plain, 0.14, 20, 22],
    // Before the whole of it one stands a while.
    [270, plain + 4.8, 0.16, 4, 4],
    [320, mark('bark'), 0, 16, 26],
    [375, mark('bark') + 0.18, 0, 10, 10],
    [390, mark('within'), 0.06, 6, 6],
    [529, mark('orbited'), 0.06, 12, 12],
    [557, mark('spring'), 0.8, 16, 8],
    [DIP[0], mark('dip'), 0, 6, 14],
    [DIP[1], mark('dip'), 0, 1, 1],
    [675, mark('dip') + stroll * (675 - DIP[1] - 6), stroll, 12, 8],
    [SEATED, mark('seat'), 0, 8, 24],
    [RISEN - 4, mark('seat'), 0, 1, 1],
    [1035, homeward(0.23), 0.9, 24, 14],
    // On the rise one all but stands while it dawns: from there one sees how one came.
    [1049, homeward(0.52), 0.16, 3, 5],
    [1061, homeward(0.52) + 2, 0.16, 2, 2],
    [NIGHT, mark('home'), START_SPEED, 5, 4],
  ];
  let from = 0;
  let at = 0;
  let v0 = START_SPEED;
  return stations.map(([to, reach, v1, ease0, ease1]) => {
    const leg: Leg = { from, to, far: reach - at, v0, v1, ease0, ease1 };
    from = to;
    at = reach;
    v0 = v1;
    return leg;
  });
}
