import type { Seconds, Unit } from '../units.ts';

/** A machine that cannot keep this up for its slowest frames but one in twenty gets fewer pixels. */
const SLOW: Seconds = 1 / 28;
const WATCHED = 150;
const STEP = 0.8;
const LEAST: Unit = 0.5;
/** A pause between two frames that is no frame: a hidden page, a machine that slept. */
const GAP: Seconds = 0.5;

/** Watches how long frames take and says which share of the wished-for width and height to draw. */
export interface Governor {
  /** Takes one frame's interval; answers the share from now on. */
  note(interval: Seconds): Unit;
}

/** It only ever goes down: a picture that keeps changing its sharpness is worse than a softer one. */
export function createGovernor(): Governor {
  let share: Unit = 1;
  let intervals: Seconds[] = [];
  return {
    note: (interval) => {
      if (interval <= 0 || interval > GAP) return share;
      intervals.push(interval);
      if (intervals.length < WATCHED) return share;
      const late = intervals.sort((a, b) => a - b)[Math.floor(WATCHED * 0.95)] ?? 0;
      intervals = [];
      if (late > SLOW) share = Math.max(LEAST, share * STEP);
      return share;
    },
  };
}
