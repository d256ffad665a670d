import type { Piece } from '../score/types.ts';
import type { Seconds, Unit } from '../units.ts';
import { spanAt } from './journey.ts';

/** About how long the eye rests in one place. */
const REST: Seconds = 40;
const DISSOLVE: Seconds = 2.5;

export interface Station {
  /** The instant whose camera is held. */
  readonly at: Seconds;
  /** How much of the picture there is: it goes through dark between two stations. */
  readonly presence: Unit;
}

/**
 * For visitors who asked for reduced motion: the walk as a row of places to stand in. Each movement is cut into equal
 * rests, seen from the camera at the middle of each; a pure function of the position, like the travel it replaces.
 */
export function stationAt(piece: Pick<Piece, 'length' | 'movements'>, t: Seconds): Station {
  const { from, to } = spanAt(piece, t);
  const count = Math.max(1, Math.round((to - from) / REST));
  const rest = (to - from) / count;
  const into = Math.min(count - 1, Math.max(0, Math.floor((t - from) / rest)));
  const begins = from + into * rest;
  const edge = Math.min(t - begins, begins + rest - t) / Math.min(DISSOLVE, rest / 4);
  const level = Math.min(1, Math.max(0, edge));
  return { at: begins + rest / 2, presence: level * level * (3 - 2 * level) };
}
