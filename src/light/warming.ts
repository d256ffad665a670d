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
  /** Draws a pixel of a moment, and shows nothing of it. */
  rehearse(frame: Frame): void;
  /** Draws it where nobody sees it, whether it shows or not. */
  alone(one: Matter): void;
}

/** So often the night is looked at for what is drawn together. */
const apart: Seconds = 4;

/**
 * Compiles every program and uploads every buffer, so that nothing stutters when a movement begins: one after the other,
 * and the page is answered in between.
 * @param together draws all that is ever drawn together once. SwiftShader compiles the half of a program that reads
 *   vertices for each layout of attributes that the draws before it have left (up to a second in one frame, measured):
 *   only a frame drawn as the night will draw it warms that.
 */
export async function warm(stage: Warmed, piece: Piece, together: boolean): Promise<void> {
  const { gl } = stage;
  const compiled = new Set<Matter>();
  const compile = async (one: Matter): Promise<void> => {
    if (compiled.has(one)) return;
    compiled.add(one);
    stage.compile(one);
    await allDrawn(gl);
  };
  const known = new Set<string>();
  for (let t = 0; together && t < piece.length; t += apart) {
    const frame = piece.frame(t);
    const shown = stage.look(frame);
    const company = shown.map((one) => stage.matter.indexOf(one)).join();
    if (known.has(company)) continue;
    known.add(company);
    for (const one of shown) await compile(one);
    stage.rehearse(frame);
    await allDrawn(gl);
  }
  for (const one of stage.matter) {
    if (compiled.has(one)) continue;
    await compile(one);
    stage.alone(one);
    await allDrawn(gl);
  }
}
