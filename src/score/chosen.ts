import type { Radians, Seconds, Unit } from '../units.ts';
import { mix, smoothstep } from './ease.ts';
import { progressOf } from './movements.ts';
import { starTimes } from './starTimes.ts';
import type { Tonight } from './tonight.ts';
import type { ChosenStar, Event } from './types.ts';

/** -1 .. 1: cold with what was, then warm, then a lasting part of that. */
function warmthAt(age: Seconds): number {
  if (age <= 0) return 0;
  const cold = -smoothstep(0, starTimes.coldest, age);
  const warm = mix(cold, 1, smoothstep(starTimes.warms, starTimes.bell + 0.3, age));
  return mix(warm, 0.5, smoothstep(starTimes.bell + 0.5, starTimes.length + 4, age));
}

/**
 * How much of tonight's constellation there is: at the festival its stars come down among the dancers, in the morning they
 * stand over the dawn as the map, and they are gone when dusk returns.
 */
function presence(tonight: Tonight, local: Seconds): Unit {
  const down = smoothstep(0.02, 0.22, progressOf(tonight.span('festival'), local));
  const waking = progressOf(tonight.span('waking'), local);
  const map = smoothstep(0.28, 0.44, waking) * (1 - smoothstep(0.7, 0.9, waking));
  return Math.max(1 - down, map);
}

/**
 * Radians about y by which the constellation stands turned: as the night passes the sky turns, and in the morning the
 * figure that was ahead along the stream is over the dawn. It turns while none of it is seen.
 */
export function mapTurnAt(tonight: Tonight, local: Seconds): Radians {
  return tonight.mapTurn * smoothstep(0.4, 0.6, progressOf(tonight.span('festival'), local));
}

export function chosenAt(tonight: Tonight, stars: readonly Event[], start: Seconds, local: Seconds): ChosenStar[] {
  const left = presence(tonight, local);
  return stars.map(({ at, item, index }) => {
    const age = local - (at - start);
    return {
      star: item,
      index,
      warmth: warmthAt(age) * left,
      chosen: smoothstep(starTimes.warms, starTimes.bell, age) * left,
    };
  });
}
