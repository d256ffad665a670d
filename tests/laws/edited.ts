import type { Event, Piece } from '../../src/score/types.ts';

/** The same piece, with only those events that `keep` likes: in the score, in what sounds, and in what is drawn. */
export function edited(piece: Piece, keep: (event: Event) => boolean): Piece {
  return {
    seed: piece.seed,
    preset: piece.preset,
    world: piece.world,
    length: piece.length,
    frame: (t, touches) => {
      const frame = piece.frame(t, touches);
      return { ...frame, active: frame.active.filter((one) => keep(one.event)) };
    },
    events: (t0, t1, touches) => piece.events(t0, t1, touches).filter(keep),
    sounding: (t, touches) => piece.sounding(t, touches).filter(keep),
    curves: (t) => piece.curves(t),
    camera: (t) => piece.camera(t),
    harmony: (t) => piece.harmony(t),
    movements: (night) => piece.movements(night),
  };
}
