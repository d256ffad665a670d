import type { Seconds } from '../units.ts';

/** A source of time. Only differences between two readings mean something; readings never run backwards while live. */
export interface Clock {
  now(): Seconds;
}
