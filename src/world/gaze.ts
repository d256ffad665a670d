import type { Metres, Seconds, Vec3 } from '../units.ts';
import { offAxis } from './landmarks.ts';
import type { Layout } from './layout.ts';
import { aim, onLine, type Plan, plan, span, turned } from './plan.ts';
import { NIGHT, RISEN, type Route, SEATED } from './route.ts';
import { mix, smoothstep } from './scalar.ts';
import { limbSide } from './trunk.ts';
import type { Landmarks } from './types.ts';
import { alongStream, type Watercourse } from './watercourse.ts';

/** A direction to look in and how far the eyes are set: yaw from +x towards +z, pitch up, radians. */
export interface Look {
  readonly yaw: number;
  readonly pitch: number;
  readonly far: Metres;
}

/** A wide turn says which way it goes, +1 or -1, so that it never changes its mind. */
type Key = readonly [at: Seconds, look: (eye: Vec3, time: Seconds) => Look, turn?: number];

const RADIAN = Math.PI / 180;

function level(way: Plan): number {
  return Math.atan2(way.z, way.x);
}

function at(eye: Vec3, place: Vec3): Look {
  const dx = place[0] - eye[0];
  const dy = place[1] - eye[1];
  const dz = place[2] - eye[2];
  const flat = Math.hypot(dx, dz);
  return { yaw: Math.atan2(dz, dx), pitch: Math.atan2(dy, flat), far: Math.hypot(flat, dy) };
}

function nearTurn(from: number, to: number): number {
  const d = to - from;
  return d - Math.round(d / (2 * Math.PI)) * 2 * Math.PI;
}

/** The night's order of looks; between two keys one look passes into the next, at rest at both. */
export function gazeOf(
  seed: number,
  layout: Layout,
  course: Watercourse,
  marks: Landmarks,
  route: Route,
  chance: (key: number) => number,
) {
  const fixed = (way: Plan, pitch: number, far: Metres) => (): Look => ({
    yaw: level(way),
    pitch: pitch * RADIAN,
    far,
  });
  const on =
    (place: Vec3) =>
    (eye: Vec3): Look =>
      at(eye, place);
  const tree = plan(0, 0);
  const [fx, fy, fz] = marks.treeFoot;
  // Beside the middle of the picture, towards the side where the walk goes: the plain has room to lie at rest.
  const home = fixed(turned(aim(layout.start, tree), 17 * RADIAN * side(layout)), -8.6, 14);
  // From the last rise: the tree before the dawn, the lake to its side, and between them all of tonight's way.
  const overWalk = fixed(turned(aim(layout.start, tree), -9 * RADIAN * side(layout)), -3, 300);
  /** Arc length of the stream beside the walker: both are followed in step. */
  const beside = (s: Metres): Metres => ((s - route.spring) / (route.shore - route.spring)) * course.line.length;
  /** Along the stream, towards its middle some metres down from where the feet are: water, horizon and sky. */
  const water = (reach: Metres, pitch: number) => {
    return (eye: Vec3, time: Seconds): Look => {
      const { at: p } = alongStream(course, (beside(route.gone(time)) + reach) / course.line.length);
      return { ...at(eye, [p.x, 0, p.z]), pitch: pitch * RADIAN };
    };
  };
  const begun = alongStream(course, 7 / course.line.length).at;
  const woken = (eye: Vec3): Look => ({ ...at(eye, [begun.x, 0, begun.z]), pitch: -9 * RADIAN });
  const lakeside = (share: number, y: Metres) => {
    const p = plan(mix(layout.seat.x, layout.lake.x, share), mix(layout.seat.z, layout.lake.z, share));
    return on([p.x, y, p.z]);
  };
  const hands = onLine(route.line, route.dip);
  const toHands = (s: Metres): Metres => span(onLine(course.line, s), hands);
  let abreast = 0;
  for (let s = 0; s < course.line.length; s += 0.25) if (toHands(s) < toHands(abreast)) abreast = s;
  const midstream = onLine(course.line, Math.max(0, abreast - 7));
  // Held as a direction: a place so near would swing round as the walker goes on. Back up the stream, to the tree over it.
  const upstream = at([hands.x, 0.95, hands.z], [midstream.x, 0, midstream.z]);
  const treeward = level(aim(hands, tree));
  const open = Math.min(20 * RADIAN, Math.max(-20 * RADIAN, 1.4 * nearTurn(treeward, upstream.yaw)));
  const over = level(aim(hands, onLine(course.line, abreast)));
  const overIt = nearTurn(over, upstream.yaw) < 0 ? -1 : 1;
  const dipping = { ...upstream, yaw: treeward + open, pitch: -3.5 * RADIAN };
  /** Degrees beside the way: the tree keeps out of the middle, on one side and then on the other. */
  const aside = (mean: number, key: number): number => side(layout) * (mean + (chance(key) * 2 - 1) * 4);
  /** Level over the plain, so far beside the tree. */
  const beyond =
    (pitch: number, turn: number) =>
    (eye: Vec3): Look => ({
      ...at(eye, [fx, eye[1], fz]),
      yaw: Math.atan2(fz - eye[2], fx - eye[0]) + turn * RADIAN,
      pitch: pitch * RADIAN,
    });
  /** Back upstream to the tree; the water that leads to it lies on the lake's side. */
  const back = beyond(-1.5, 15 * side(layout));
  /**
   * Back along the shore from where one came, to whoever follows: they on the land's side, the tree far beyond the water
   * on the other.
   */
  const followed = (pitch: number) => {
    return (eye: Vec3, time: Seconds): Look => {
      const home = Math.atan2(fz - eye[2], fx - eye[0]);
      const came = onLine(route.line, route.gone(time) - 17);
      const between = -side(layout) * nearTurn(home, Math.atan2(came.z - eye[2], came.x - eye[0]));
      const off = 21 + 9 * Math.tanh((between / RADIAN - 42) / 26);
      return { yaw: home - side(layout) * off * RADIAN, pitch: pitch * RADIAN, far: 11 };
    };
  };
  const third = -limbSide(seed) * (15 + 3 * (chance(9) * 2 - 1));
  /** The tree a third across the picture, its low limb reaching over the rest of it, its foot so many degrees under the middle: ground, roots, trunk and crown. */
  const standing =
    (low: number) =>
    (eye: Vec3): Look => {
      const foot = at(eye, [fx, fy, fz]);
      return { ...foot, yaw: foot.yaw + third * RADIAN, pitch: foot.pitch + low * RADIAN };
    };
  const [bx, by, bz] = marks.bark;
  // The hands lie under the middle, to one side: above them is where their light will climb.
  const across = 0.12 * side(layout);
  const atBark = on([bx - layout.approach.z * across, by + 0.13, bz + layout.approach.x * across]);
  const facing = plan(-layout.approach.x, -layout.approach.z);
  const duskward = nearTurn(level(facing), Math.atan2(marks.dusk[2], marks.dusk[0])) < 0 ? -1 : 1;
  const past = (eye: Vec3): Look => ({ ...at(eye, [bx, by + 0.04, bz]), yaw: level(facing) + duskward * 15 * RADIAN });
  // Towards the last light, the tree before it on its other side.
  const dusky = nearTurn(level(aim(layout.start, tree)), Math.atan2(marks.dusk[2], marks.dusk[0])) < 0 ? -1 : 1;
  // The tree on one side of the picture, the blossom on the other.
  const lakeYaw = level(aim(layout.seat, tree)) + 0.52 * offAxis(layout);
  const overWater = plan(Math.cos(lakeYaw), Math.sin(lakeYaw));
  const keys: readonly Key[] = [
    [0, home],
    [12, home],
    [38, beyond(-9, aside(14, 1))],
    [74, beyond(-8, dusky * (11 + 3 * chance(2)))],
    [112, beyond(-9.3, aside(15, 3))],
    [146, beyond(-8, aside(5, 8))],
    [166, beyond(-5.5, third)],
    [194, beyond(-1.5, third)],
    [214, standing(11)],
    [234, standing(19)],
    [272, standing(21)],
    // Nearer it is seen from its roots up into its limbs, and what is under them.
    [290, standing(26)],
    [302, standing(27.5)],
    [318, atBark],
    [347, atBark],
    // Past the hands and the root to the plain, where colour comes back.
    [357, past],
    [364, past],
    [375, on(marks.heart)],
    [514, on(marks.heart)],
    // Eyes open past the trunk's flank, where its roots lead down to the first water.
    [532, woken],
    [548, woken],
    [566, water(16, -5)],
    [584, water(22, -4)],
    [597, water(13, -5)],
    [622, () => dipping, overIt],
    [638, () => dipping],
    [652, back],
    [666, back],
    [683.5, lakeside(0.7, -1.2)],
    [704, followed(-1.5)],
    [SEATED - 10, followed(-1.5)],
    [SEATED + 13, fixed(overWater, 7.5, 120)],
    [808, fixed(overWater, 5.5, 120)],
    [842, fixed(overWater, -6.8, 8)],
    [884, fixed(overWater, -7.4, 8)],
    [RISEN - 4, fixed(overWater, 0.5, 60)],
    [940, beyond(1.8, 17 * side(layout))],
    [985, beyond(4.2, 5 * side(layout))],
    [1020, beyond(2.2, -21 * side(layout))],
    [1046, overWalk],
    [1060, overWalk],
    [NIGHT, home],
  ];
  return (eye: Vec3, time: Seconds): Look => {
    const now = Math.min(Math.max(time, 0), NIGHT);
    let i = 0;
    while (i + 2 < keys.length && (keys[i + 1]?.[0] ?? NIGHT) < now) i += 1;
    const [t0, look0] = keys[i] ?? [0, home];
    const [t1, look1, turn = 0] = keys[i + 1] ?? [NIGHT, home];
    const t = smoothstep(t0, t1, now);
    const a = look0(eye, now);
    const b = look1(eye, now);
    return {
      yaw: a.yaw + (nearTurn(a.yaw + turn, b.yaw) + turn) * t,
      pitch: mix(a.pitch, b.pitch, t),
      far: Math.exp(mix(Math.log(a.far), Math.log(b.far), t)),
    };
  };
}

/** Which way is to the lake's side when walking around it: +1 turns yaw towards the lake. */
function side(layout: Layout): number {
  return layout.out.x * layout.side.z - layout.out.z * layout.side.x > 0 ? 1 : -1;
}
