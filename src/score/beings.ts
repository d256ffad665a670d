import type { Metres, Radians, Seconds, Unit, Vec3 } from '../units.ts';
import type { MemoryId } from '../world/types.ts';
import { chance } from './chance.ts';
import { smoothstep } from './ease.ts';
import { stepHeight } from './steps.ts';
import type { Tonight } from './tonight.ts';
import { add, along, between, direction, headingOf, level, placed, rightOf } from './vector.ts';

/** Seconds of a being's coming: it condenses, opens its arms, and then goes along. */
export const coming = { condenses: 5.5, opens: 5, joins: 12 } as const;

/** One of the seven, once a memory, on its way with the walker tonight. */
export interface Being {
  readonly index: number;
  readonly id: MemoryId;
  /** Local times: it begins to condense; it greets; it goes along. */
  readonly appears: Seconds;
  readonly greets: Seconds;
  readonly joins: Seconds;
  /** How fast all this goes: 1, or less in a short movement. */
  readonly pacing: number;
  /** It follows in the walker's steps: when the walker was where it waits, how much of that it makes up, and when the walker was where it comes to rest. */
  readonly met: Seconds;
  readonly gains: Seconds;
  readonly rests: Seconds;
  /** Metres beside that way, away from the water where positive. */
  readonly beside: Metres;
  /** On which side of the way it goes where `beside` is positive: 1 is the right. */
  readonly dry: 1 | -1;
  readonly scale: number;
  /** Where it greets, and the way it faces there. */
  readonly place: Vec3;
  readonly heading: Radians;
}

/** Progress at which the first appears, and from one to the next; a usual movement's seconds. */
const first = 0.175;
const next = 0.062;
const usual: Seconds = 105;

/** How one of the seven keeps company, in the order in which they come; seconds of a usual night. */
interface Bearing {
  /** How far behind the walker it condenses, and follows in the end, and rests before the seat. */
  readonly behind: readonly [met: Seconds, following: Seconds, resting: Seconds];
  readonly beside: Metres;
  /** For how long it stays where it was met before it goes along. */
  readonly waits: Seconds;
  readonly scale: number;
}

/** Near and far, alone and in twos: one tall, one bent, one who kneels at the water, a child and, hand in hand, who goes with it. */
const bearings: readonly Bearing[] = [
  { behind: [7, 6, 16], beside: -0.8, waits: 0, scale: 1.1 },
  { behind: [9, 30, 44], beside: -1.2, waits: 0, scale: 0.98 },
  { behind: [6, 44, 62], beside: -1.5, waits: 7, scale: 1.02 },
  { behind: [5.5, 17, 30], beside: 3.7, waits: next * usual, scale: 0.74 },
  { behind: [5.5 + next * usual, 17, 30], beside: 2.6, waits: 0, scale: 1.08 },
  { behind: [5.5, 11, 23], beside: -0.6, waits: 0, scale: 1.07 },
  { behind: [5, 24, 37], beside: 5.5, waits: 3, scale: 1.08 },
];
const plain: Bearing = { behind: [6, 14, 20], beside: 2, waits: 0, scale: 1 };

/** The walker's way, as one who goes along takes it: where the eyes rest over some time. */
export function leadOf(tonight: Tonight, at: Seconds): Vec3 {
  const ways = [-6, 0, 6].map((off) => {
    const { feet, gaze } = tonight.walk(Math.min(tonight.length, Math.max(0, at + off)));
    return level(between(feet, gaze));
  });
  return direction(ways.reduce(add, [0, 0, 0]));
}

/** The walker's way at a time, over some seconds: who goes beside it does not turn with every bend. */
function strollOf(tonight: Tonight, at: Seconds): Vec3 {
  const [a, b] = [at - 4, at + 4].map((x) => tonight.walk(Math.min(tonight.length, Math.max(0, x))).feet);
  return a === undefined || b === undefined ? [0, 0, -1] : level(between(a, b));
}

/** A place beside where the walker is at a time, away from the water where positive. */
function beside(tonight: Tonight, at: Seconds, side: Metres): Vec3 {
  const [x, , z] = along(tonight.walk(at).feet, rightOf(strollOf(tonight, at)), side * dryOf(tonight));
  return [x, stepHeight(tonight, x, z), z];
}

/** Time as one who sets off sees it: still before 0, then gathering speed over two seconds. */
const settingOff = (x: Seconds): Seconds => (x <= 0 ? 0 : x < 2 ? (x * x) / 4 : x - 1);

/** How far a being has followed: when the walker was there, and how much of its pace is left when it comes to rest. */
export function followed(being: Being, local: Seconds): { readonly until: Seconds; readonly pace: Unit } {
  const since = local - being.joins;
  const far = being.met + settingOff(since) + being.gains * smoothstep(0, 40 * being.pacing, since);
  const soft = 6 * being.pacing;
  const over = far - being.rests + soft;
  if (over <= 0) return { until: far, pace: 1 };
  const pace = Math.exp(-over / soft);
  return { until: being.rests - soft * pace, pace };
}

/** Where a being stands or goes until the lake. */
export const onItsWay = (tonight: Tonight, being: Being, local: Seconds): Vec3 =>
  beside(tonight, followed(being, local).until, being.beside);

/** On which side of the way the lake does not lie: 1 is the right. */
function dryOf(tonight: Tonight): 1 | -1 {
  const span = tonight.span('beings');
  const at = span.from + 0.6 * (span.to - span.from);
  const { feet } = tonight.walk(at);
  const toLake = between(feet, tonight.world.lake.centre);
  const right = rightOf(strollOf(tonight, at));
  return toLake[0] * right[0] + toLake[2] * right[2] > 0 ? -1 : 1;
}

/** The seven in the order of their memories; each waits where the walker has passed, and is seen on looking back. */
export function beingsOf(tonight: Tonight): readonly Being[] {
  const span = tonight.span('beings');
  const whole = span.to - span.from;
  const dice = chance(tonight.seed, tonight.night, 65);
  const pacing = Math.min(1, whole / 90);
  const slow = whole / usual;
  const dry = dryOf(tonight);
  // The last steps to the seat are slow: before them all have come to rest.
  const seated = span.from + 0.93 * whole;
  return tonight.memories.map(({ index, id }) => {
    const { behind, beside: side, waits, scale } = bearings[index] ?? plain;
    const [apart, following, resting] = behind;
    // Who holds the child's hand comes in step with it.
    const appears = span.from + whole * (first + next * (index + 0.3 * dice.unit(index === 4 ? 3 : index, 1)));
    const joins = appears + coming.joins * pacing + waits * slow;
    const met = appears - apart * slow;
    const place = placed(beside(tonight, met, side));
    const greets = appears + coming.opens * pacing;
    const { feet } = tonight.walk(greets);
    return {
      index,
      id,
      appears,
      greets,
      joins,
      pacing,
      met,
      gains: joins + 1 - met - following * slow,
      rests: seated - resting * slow,
      beside: side,
      dry,
      scale,
      place,
      heading: headingOf(direction(between(place, feet))),
    };
  });
}
