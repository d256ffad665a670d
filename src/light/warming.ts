import type { Frame, Piece } from '../score/types.ts';
import type { Seconds } from '../units.ts';
import { allDrawn } from './drawn.ts';
import type { Matter } from './matter.ts';

/** What warming asks of a stage. */
export interface Warmed {
  readonly gl: WebGL2RenderingContext;
  readonly matter: readonly Matter[];
  /** Updates everything for a moment; what it shows. */
  look(frame: Frame): readonly Matter[];
  /** Compiles its program. */
  compile(one: Matter): void;
  /** Draws it as it is at a moment, whether it shows then or not, where nobody sees it. */
  alone(one: Matter, frame: Frame): void;
}

/** So often the night is looked at for what it shows next. */
const apart: Seconds = 8;

/**
 * Compiles every program and uploads every buffer, so that nothing stutters when a movement begins: one after the other,
 * what the night shows first from `from` on first, and the page is answered in between.
 * @param pace is waited for before each
 */
export async function warm(stage: Warmed, piece: Piece, from: Seconds, pace: () => Promise<void>): Promise<void> {
  const cold = new Set(stage.matter);
  const ready = async (one: Matter, frame: Frame): Promise<void> => {
    if (!cold.delete(one)) return;
    await pace();
    stage.compile(one);
    await allDrawn(stage.gl);
    stage.alone(one, frame);
    await allDrawn(stage.gl);
  };
  for (let t = from; cold.size > 0 && t < from + piece.length; t += apart) {
    const frame = piece.frame(t);
    for (const one of stage.look(frame)) await ready(one, frame);
  }
  const first = piece.frame(from);
  for (const one of stage.matter) await ready(one, first);
}
