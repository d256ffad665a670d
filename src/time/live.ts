import type { Clock } from './clock.ts';

/** The page's clock, from a source of milliseconds such as `() => performance.now()`. */
export function createPageClock(milliseconds: () => number): Clock {
  return { now: () => milliseconds() / 1000 };
}
