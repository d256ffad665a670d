import type { Seconds, Unit } from '../units.ts';

/** A level that follows what is asked of it no faster than it may: what is shown never jumps. */
export interface Presence {
  /** Moves on by `passed` towards `asked`. */
  follow(asked: Unit, passed: Seconds): Unit;
}

/**
 * @param rise seconds from nothing to all
 * @param fall seconds from all to nothing
 */
export function createPresence(rise: Seconds, fall: Seconds): Presence {
  let level: Unit = 0;
  return {
    follow: (asked, passed) => {
      const step = asked > level ? passed / rise : passed / fall;
      level += Math.min(step, Math.max(-step, asked - level));
      return level;
    },
  };
}
