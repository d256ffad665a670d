import type { Frame } from '../../score/types.ts';
import type { Unit } from '../../units.ts';

/** How bright what is not the picture may be: while the projector runs, the inner dark steps back. */
export const restOf = (frame: Frame): Unit => 1 - 0.45 * frame.curves.beam;
