import type { Metres, Radians, Seconds, Vec3 } from '../units.ts';
import type { MemoryId } from '../world/types.ts';
import { chance } from './chance.ts';
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
  /** Metres before the walker at which it goes along, and beside: away from the water where positive. */
  readonly before: Metres;
  readonly beside: Metres;
  /** On which side of the way it goes where `beside` is positive: 1 is the right. */
  readonly dry: 1 | -1;
  /** Metres a second by which it draws ahead, or falls back, on the way. */
  readonly drift: number;
  readonly scale: number;
  /** Where it greets, and the way it faces there. */
  readonly place: Vec3;
  readonly heading: Radians;
}

/** How one of the seven keeps company, in the order in which they come. */
interface Bearing {
  readonly before: Metres;
  readonly beside: Metres;
  readonly drift: number;
  /** Seconds for which it stays where it was met before it goes along. */
  readonly waits: Seconds;
  readonly scale: number;
}

/** Near and far, alone and in twos: one tall, one bent, one who kneels at the water, a child and, hand in hand, who goes with it. */
const bearings: readonly Bearing[] = [
  { before: 3, beside: 0.85, drift: 0.02, waits: 0, scale: 1.1 },
  { before: 10.6, beside: -0.7, drift: -0.02, waits: 0, scale: 0.98 },
  { before: 5.2, beside: -3.3, drift: 0.09, waits: 7, scale: 1.02 },
  { before: 7.6, beside: 4.7, drift: 0, waits: 0, scale: 0.74 },
  { before: 7.6, beside: 3.6, drift: 0, waits: 0, scale: 1.08 },
  { before: 5.4, beside: -0.75, drift: 0.03, waits: 0, scale: 1.07 },
  { before: 13, beside: 3, drift: 0, waits: 3, scale: 1.08 },
];
const plain: Bearing = { before: 6, beside: 2, drift: 0, waits: 0, scale: 1 };

/** The walker's way, as one who goes along takes it: where the eyes rest over some time. */
export function leadOf(tonight: Tonight, at: Seconds): Vec3 {
  const ways = [-6, 0, 6].map((off) => {
    const { feet, gaze } = tonight.walk(Math.min(tonight.length, Math.max(0, at + off)));
    return level(between(feet, gaze));
  });
  return direction(ways.reduce(add, [0, 0, 0]));
}

/** A place before and beside the walker at a time, on the ground or the water. */
export function beside(tonight: Tonight, at: Seconds, ahead: Metres, side: Metres): Vec3 {
  const way = leadOf(tonight, at);
  const [x, , z] = along(along(tonight.walk(at).feet, way, ahead), rightOf(way), side * dryOf(tonight));
  return [x, stepHeight(tonight, x, z), z];
}

/** On which side of the way the lake does not lie: 1 is the right. */
function dryOf(tonight: Tonight): 1 | -1 {
  const span = tonight.span('beings');
  const at = span.from + 0.6 * (span.to - span.from);
  const { feet } = tonight.walk(at);
  const toLake = between(feet, tonight.world.lake.centre);
  const right = rightOf(leadOf(tonight, at));
  return toLake[0] * right[0] + toLake[2] * right[2] > 0 ? -1 : 1;
}

/** The seven in the order of their memories; each waits by the stream where the walker is about to pass. */
export function beingsOf(tonight: Tonight): readonly Being[] {
  const span = tonight.span('beings');
  const whole = span.to - span.from;
  const dice = chance(tonight.seed, tonight.night, 65);
  const pacing = Math.min(1, whole / 90);
  const dry = dryOf(tonight);
  return tonight.memories.map(({ index, id }) => {
    const { before, beside: side, drift, waits, scale } = bearings[index] ?? plain;
    const appears = span.from + whole * (0.015 + 0.113 * (index + 0.35 * dice.unit(index, 1)));
    const joins = appears + (coming.joins + waits) * pacing;
    // The child's hand is held.
    const near = before * (0.92 + 0.16 * dice.unit(index === 4 ? 3 : index, 2));
    const place = placed(beside(tonight, joins, near, side));
    const greets = appears + coming.opens * pacing;
    const { feet } = tonight.walk(greets);
    return {
      index,
      id,
      appears,
      greets,
      joins,
      pacing,
      before: near,
      beside: side,
      dry,
      drift,
      scale,
      place,
      heading: headingOf(direction(between(place, feet))),
    };
  });
}
