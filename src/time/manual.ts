import type { Seconds } from '../units.ts';
import type { Clock } from './clock.ts';

/** A clock driven by hand, for tests and exports. It may be set backwards: an export may begin anywhere. */
export interface ManualClock extends Clock {
  set(time: Seconds): void;
  advance(by: Seconds): void;
}

export function createManualClock(start: Seconds = 0): ManualClock {
  let time = start;
  return {
    now: () => time,
    set: (to) => {
      time = to;
    },
    advance: (by) => {
      time += by;
    },
  };
}
