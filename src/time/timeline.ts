import type { Seconds } from '../units.ts';
import type { Clock } from './clock.ts';

/**
 * Where the piece is and how fast it moves, as in the W3C Timing Object draft (webtiming.github.io/timingobject):
 * at clock time `timestamp + d` the position is `position + velocity * d`.
 */
export interface Motion {
  readonly position: Seconds;
  /** Seconds of the piece in a second of the clock; 0 while paused. */
  readonly velocity: number;
  /** The clock's reading for which `position` holds, in the time base in use. */
  readonly timestamp: Seconds;
}

/** Why the motion changed. `rebase` renames the position of one and the same moment, `clock` changes the time base only. */
export type MotionCause = 'play' | 'pause' | 'seek' | 'rate' | 'rebase' | 'clock';

export type MotionListener = (motion: Motion, cause: MotionCause) => void;

export interface Timeline {
  /** The motion, taken at this very instant. */
  query(): Motion;
  position(): Seconds;
  playing(): boolean;
  play(): void;
  pause(): void;
  /** Jumps; below zero is zero. Throws RangeError where `position` is not finite, as all setters do. */
  seek(position: Seconds): void;
  /** Speed while playing; kept over pauses. 1 is real time. */
  rate(rate: number): void;
  /** Gives the present moment another position, for a change of the night's length: not a seek, nothing is to be restarted. */
  rebase(position: Seconds): void;
  /** Changes the time base. The position does not jump. */
  setClock(clock: Clock): void;
  /** Returns the way to unsubscribe. */
  subscribe(listener: MotionListener): () => void;
}

function finite(value: number, what: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`${what}: expected a finite number, got ${value}`);
  return value;
}

/** A paused timeline at position 0. Positions are float64 and never negative. */
export function createTimeline(initialClock: Clock): Timeline {
  let clock = initialClock;
  let speed = 1;
  let anchor: Motion = { position: 0, velocity: 0, timestamp: clock.now() };
  const listeners = new Set<MotionListener>();

  const query = (): Motion => {
    const timestamp = clock.now();
    const position = Math.max(0, anchor.position + anchor.velocity * (timestamp - anchor.timestamp));
    return { position, velocity: anchor.velocity, timestamp };
  };
  const set = (motion: Motion, cause: MotionCause): void => {
    anchor = motion;
    // Each listener gets the present anchor: an earlier one may already have moved it on.
    for (const listener of [...listeners]) listener(anchor, cause);
  };
  const moveTo = (position: Seconds, cause: 'seek' | 'rebase'): void => {
    const to = Math.max(0, finite(position, cause));
    set({ ...query(), position: to }, cause);
  };

  return {
    query,
    position: () => query().position,
    playing: () => anchor.velocity !== 0,
    play: () => {
      if (anchor.velocity === 0) set({ ...query(), velocity: speed }, 'play');
    },
    pause: () => {
      if (anchor.velocity !== 0) set({ ...query(), velocity: 0 }, 'pause');
    },
    seek: (position) => moveTo(position, 'seek'),
    rebase: (position) => moveTo(position, 'rebase'),
    rate: (rate) => {
      speed = finite(rate, 'rate');
      if (speed === 0) throw new RangeError('rate: 0 is a pause');
      if (anchor.velocity !== 0) set({ ...query(), velocity: speed }, 'rate');
    },
    setClock: (next) => {
      const motion = query();
      clock = next;
      set({ ...motion, timestamp: next.now() }, 'clock');
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
