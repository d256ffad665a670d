import type { Piece } from '../score/types.ts';
import type { Seconds, Unit } from '../units.ts';
import { nightOf, spanAt } from './journey.ts';

/**
 * Lingering stays in one movement by walking it again, tonight's and then the next nights': shortly before its end the
 * piece breathes out into dark and breathes in at the same movement of the following night. Time only ever runs forward
 * (a sound cannot be played backwards), every passage is newly composed, so there is no loop to catch, and where the seam
 * lies is a function of (position, state) alone.
 */
export interface Linger {
  /** Which movement is held, 0 .. 8. */
  readonly movement: number;
  /** The night in which it was taken up. */
  readonly night: number;
}

type Form = Pick<Piece, 'length' | 'movements'>;

export interface Seam {
  /** Here the held movement is left, */
  readonly leave: Seconds;
  /** and here it goes on, a night later. */
  readonly resume: Seconds;
}

/** Neighbouring movements cross over in this time; lingering stays clear of it. */
const CROSSING: Seconds = 9;
/** Of a short movement, no more than this on either side is left out. */
const EDGE: Unit = 0.2;
const BREATH: Seconds = 4;

const within = (piece: Form, night: number, movement: number): { readonly first: Seconds; readonly last: Seconds } => {
  const span = piece.movements(night)[movement];
  if (span === undefined) throw new RangeError(`no movement ${movement} in a night`);
  const edge = Math.min(CROSSING, EDGE * (span.to - span.from));
  return { first: span.from + edge, last: span.to - edge };
};

/** Takes up lingering: in the movement of this instant or, where that one is already crossing over, in the next. */
export function lingerAt(piece: Form, position: Seconds): Linger {
  const span = spanAt(piece, position);
  const { last } = within(piece, span.night, span.index);
  const held = position < last - BREATH ? span : spanAt(piece, span.to);
  return { movement: held.index, night: held.night };
}

export function seamOf(piece: Form, linger: Linger, position: Seconds): Seam {
  const night = Math.max(linger.night, nightOf(piece, position));
  return {
    leave: within(piece, night, linger.movement).last,
    resume: within(piece, night + 1, linger.movement).first,
  };
}

/** How much of picture and sound there is: 1, but out and in around the seams. */
export function lingerPresence(piece: Form, linger: Linger, position: Seconds): Unit {
  const night = Math.max(linger.night, nightOf(piece, position));
  const { first, last } = within(piece, night, linger.movement);
  const breath = Math.min(BREATH, (last - first) / 4);
  const out = (last - position) / breath;
  const back = night > linger.night ? (position - first) / breath : 1;
  const level = Math.min(1, Math.max(0, Math.min(out, back)));
  return level * level * (3 - 2 * level);
}
