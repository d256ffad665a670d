import type { Metres, Seconds, Unit, Vec3 } from '../units.ts';
import type { GestureId } from '../world/types.ts';
import { leadOf } from './beings.ts';
import type { Tonight } from './tonight.ts';

/** How one of the seven dances: when the walker passes, how far before and beside the eyes then, and how. */
interface Turn {
  readonly passes: Unit;
  readonly before: Metres;
  readonly beside: Metres;
  readonly gesture: GestureId;
  /** Pulses for one round. */
  readonly period: number;
  /** Its place in the round of those who hold hands; where none is said it has a small ring of its own. */
  readonly slot?: number;
  /** On another's shoulders. */
  readonly rides?: Metres;
}

/** Four hold hands in a round, one carries the child, and two are near, each at an edge of the picture, one after the other. */
const four = { passes: 0.6, before: 13.5, beside: 4.2, gesture: 'danceRing', period: 8 } as const;
const pair = { passes: 0.82, before: 8.6, beside: 3.4, period: 8 } as const;
const turns: readonly Turn[] = [
  { ...four, slot: 0 },
  { ...four, slot: 1 },
  { ...four, slot: 2 },
  { ...pair, gesture: 'danceRide', rides: 1.2 },
  { ...pair, gesture: 'danceCarry' },
  { ...four, slot: 3 },
  { passes: 0.4, before: 6.2, beside: 2.9, gesture: 'danceClap', period: 8 },
];
const plain: Turn = { passes: 0.5, before: 8, beside: 3, gesture: 'danceStep', period: 8 };
export const turnOf = (index: number): Turn => turns[index] ?? plain;
/** Metres from the middle of the round at which four hands meet, and how long one turn of it takes. */
const roundRadius: Metres = 1.34;
const roundTurn: Seconds = 26;

/** Progress of the festival at which all have come to dance. */
export const gathered: Unit = 0.38;

/** The middle of where each dances. */
export function aboutAtFestival(tonight: Tonight, index: number): Vec3 {
  const { passes, before, beside: side } = turnOf(index);
  const span = tonight.span('festival');
  const at = span.from + passes * (span.to - span.from);
  const { feet } = tonight.walk(at);
  const way = leadOf(tonight, at);
  const x = feet[0] + way[0] * before - way[2] * side;
  const z = feet[2] + way[2] * before + way[0] * side;
  return [x, Math.max(0, tonight.world.terrain.height(x, z)), z];
}

/** Where each dances: in the round, or on a ring of its own, by the way that the walker takes. */
export function atFestival(tonight: Tonight, index: number, local: Seconds): Vec3 {
  const { slot, rides = 0 } = turnOf(index);
  const { from, to } = tonight.span('festival');
  const since = local - from;
  // The round begins to turn, slowly, when all four are there.
  const whirl = local - from - gathered * (to - from);
  const round = whirl <= 0 ? 0 : whirl < 4 ? (whirl * whirl) / 8 : whirl - 2;
  const [mx, , mz] = aboutAtFestival(tonight, index);
  const [angle, r] =
    slot === undefined
      ? [(since * Math.PI) / 9 + (rides > 0 ? index + 1 : index), rides > 0 || turnOf(index + 1).rides ? 0.3 : 0.45]
      : [2 * Math.PI * (round / roundTurn + slot / 4), roundRadius];
  const [x, z] = [mx + r * Math.cos(angle), mz + r * Math.sin(angle)];
  return [x, Math.max(0, tonight.world.terrain.height(x, z)) + rides, z];
}
