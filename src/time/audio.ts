import type { Seconds } from '../units.ts';
import type { Clock } from './clock.ts';

/** What is needed of an AudioContext. */
export interface AudioTimeSource {
  readonly currentTime: Seconds;
  readonly state?: string;
  readonly outputLatency?: Seconds;
  getOutputTimestamp?(): { readonly contextTime?: Seconds; readonly performanceTime?: number };
}

export interface AudioClock extends Clock {
  /** True when the context says running, but its time was seen to stand still for `STUCK_AFTER`. Ask it regularly. */
  stuck(nowMs: number): boolean;
}

/** Time constant of the low-pass, long against the jitter of a block of 20 ms and short against the drift of two crystals. */
const SMOOTHING: Seconds = 0.75;
/** Further behind than this, sound has skipped: the clock follows at once. */
const SKIP: Seconds = 0.5;
const STUCK_AFTER: Seconds = 1.5;
/** Longer gaps between two looks count as this: a machine that slept has not been watched. */
const LONGEST_LOOK: Seconds = 0.5;
/** An output timestamp older than this is not extrapolated. */
const STALE: Seconds = 1;

/**
 * The audio hardware's clock, as heard: its reading is the context time of the sample that leaves the speaker now, so an
 * event of the timeline is scheduled at `timestamp + (at - position) / velocity` in context time, with no further latency.
 * Between its blocks it runs with the page's clock; its error decays exponentially. It never runs backwards, and holds
 * while the context does not run.
 *
 * @param milliseconds the page's clock, on the time origin of `performance.now()`
 */
export function createAudioClock(source: AudioTimeSource, milliseconds: () => number): AudioClock {
  const heardAt = (page: Seconds): Seconds => {
    const stamp = source.getOutputTimestamp?.();
    const context = stamp?.contextTime ?? 0;
    const taken = (stamp?.performanceTime ?? 0) / 1000;
    const age = page - taken;
    if (context > 0 && taken > 0 && Math.abs(age) < STALE) return Math.min(context + age, source.currentTime);
    return source.currentTime - (source.outputLatency ?? 0);
  };
  const running = (): boolean => (source.state ?? 'running') === 'running';

  let lastPage = milliseconds() / 1000;
  let time = heardAt(lastPage);

  let lastCurrent = source.currentTime;
  let lastLook = lastPage;
  let still: Seconds = 0;

  return {
    now: () => {
      const page = milliseconds() / 1000;
      const passed = Math.max(0, page - lastPage);
      lastPage = Math.max(lastPage, page);
      if (!running()) return time;
      const heard = heardAt(page);
      const error = heard - (time + passed);
      const correction = error > SKIP ? error : error * (1 - Math.exp(-passed / SMOOTHING));
      time += Math.max(0, passed + correction);
      return time;
    },
    stuck: (nowMs) => {
      const page = nowMs / 1000;
      const moved = source.currentTime !== lastCurrent;
      still = moved || !running() ? 0 : still + Math.min(LONGEST_LOOK, Math.max(0, page - lastLook));
      lastCurrent = source.currentTime;
      lastLook = page;
      return still >= STUCK_AFTER;
    },
  };
}
