import type { Frame } from '../../score/types.ts';
import type { Unit } from '../../units.ts';

/** How bright what is not the picture may be: while the projector runs, the inner dark steps back, and comes again as the hand opens. */
export const restOf = (frame: Frame): Unit => 1 - (0.6 - 0.4 * (frame.memory?.healed ?? 1)) * frame.curves.beam;
