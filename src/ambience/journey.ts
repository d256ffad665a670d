import type { MovementSpan, Piece } from '../score/types.ts';
import type { Seconds } from '../units.ts';

/** Within this of its beginning, "previous" means the movement before. */
const JUST_BEGUN: Seconds = 4;

export const nightOf = (piece: Pick<Piece, 'length'>, t: Seconds): number => Math.floor(t / piece.length);

/** The movement that holds an instant; spans are half-open. */
export function spanAt(piece: Pick<Piece, 'length' | 'movements'>, t: Seconds): MovementSpan {
  const spans = piece.movements(nightOf(piece, t));
  const span = spans.findLast(({ from }) => from <= t) ?? spans[0];
  if (span === undefined) throw new RangeError('a night without movements');
  return span;
}

export const nextMovement = (piece: Pick<Piece, 'length' | 'movements'>, t: Seconds): Seconds => spanAt(piece, t).to;

export function previousMovement(piece: Pick<Piece, 'length' | 'movements'>, t: Seconds): Seconds {
  const span = spanAt(piece, t);
  if (t - span.from > JUST_BEGUN || span.from <= 0) return span.from;
  return spanAt(piece, span.from - 1e-3).from;
}

/** 75 -> "1:15". */
export function minutes(t: Seconds): string {
  const whole = Math.max(0, Math.floor(t));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A movement's name as people read it. */
export const titleOf = ({ id }: Pick<MovementSpan, 'id'>): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
