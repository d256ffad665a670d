import { touchLife } from '../score/touches.ts';
import type { Touch } from '../score/types.ts';
import type { Seconds } from '../units.ts';

/** A hand drawn over the screen makes no more than eight touches a second. */
const APART: Seconds = 0.125;

/** The touches that still change something at `t` or later. */
export function liveTouches(touches: readonly Touch[], t: Seconds): readonly Touch[] {
  return touches.some((touch) => touch.at <= t - touchLife)
    ? touches.filter((touch) => touch.at > t - touchLife)
    : touches;
}

/** The window with one more touch; the very same window where it would come too soon after the last. */
export function withTouch(touches: readonly Touch[], touch: Touch): readonly Touch[] {
  const last = touches.at(-1);
  if (last !== undefined && touch.at < last.at + APART) return touches;
  return [...liveTouches(touches, touch.at), touch];
}
