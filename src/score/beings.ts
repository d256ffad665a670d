import type { Radians, Seconds, Vec3 } from '../units.ts';
import type { MemoryId } from '../world/types.ts';
import { chance } from './chance.ts';
import { stepHeight, wayOf } from './steps.ts';
import type { Tonight } from './tonight.ts';
import { along, between, direction, headingOf, placed, rightOf } from './vector.ts';

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
  /** Metres before and beside the walker at which it goes along. */
  readonly before: number;
  readonly beside: number;
  /** Where it greets, and the way it faces there. */
  readonly place: Vec3;
  readonly heading: Radians;
}

/** A place before and beside the walker at a time, on the ground. */
export function beside(tonight: Tonight, at: Seconds, ahead: number, side: number): Vec3 {
  const way = wayOf(tonight, at);
  const [x, , z] = along(along(tonight.walk(at).feet, way, ahead), rightOf(way), side);
  return [x, stepHeight(tonight, x, z), z];
}

/** The seven in the order of their memories; each waits by the stream where the walker is about to pass. */
export function beingsOf(tonight: Tonight): readonly Being[] {
  const span = tonight.span('beings');
  const whole = span.to - span.from;
  const dice = chance(tonight.seed, tonight.night, 65);
  const pacing = Math.min(1, whole / 90);
  return tonight.memories.map(({ index, id }) => {
    const appears = span.from + whole * (0.015 + 0.113 * (index + 0.35 * dice.unit(index, 1)));
    const joins = appears + coming.joins * pacing;
    const before = 4.2 + 3.6 * dice.unit(index, 2);
    const side = (index % 2 === 0 ? 1 : -1) * (1.1 + 2.3 * dice.unit(index, 3));
    const place = placed(beside(tonight, joins, before, side));
    const greets = appears + coming.opens * pacing;
    const { feet } = tonight.walk(greets);
    return {
      index,
      id,
      appears,
      greets,
      joins,
      before,
      beside: side,
      place,
      heading: headingOf(direction(between(place, feet))),
    };
  });
}
