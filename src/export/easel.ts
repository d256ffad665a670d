import { createStage } from '../light/stage.ts';
import type { Tier } from '../light/tiers.ts';
import type { View } from '../light/view.ts';
import type { Frame, Piece } from '../score/types.ts';

/** A stage with nobody before it: draws a frame and hands over its pixels. */
export interface Easel {
  readonly canvas: HTMLCanvasElement;
  draw(frame: Frame): void;
  /** Draws, and gives what the canvas shows: RGBA, 8 bit, top row first. The next call overwrites it. */
  pixels(frame: Frame): Uint8ClampedArray<ArrayBuffer>;
  /** Turns to another part of a larger picture. */
  turn(width: number, height: number, view: View): void;
  dispose(): void;
}

export interface EaselSize {
  readonly width: number;
  readonly height: number;
  readonly tier: Tier;
}

/** Rows upside down: WebGL counts them from below. */
function flip(pixels: Uint8ClampedArray, width: number, height: number): void {
  const row = width * 4;
  const kept = new Uint8ClampedArray(row);
  for (let top = 0, bottom = height - 1; top < bottom; top++, bottom--) {
    kept.set(pixels.subarray(top * row, top * row + row));
    pixels.copyWithin(top * row, bottom * row, bottom * row + row);
    pixels.set(kept, bottom * row);
  }
}

/**
 * Sets up a stage on a canvas of its own.
 * @throws where the browser cannot draw the piece.
 */
export async function createEasel(piece: Piece, size: EaselSize): Promise<Easel> {
  const canvas = document.createElement('canvas');
  const stage = await createStage(piece, { canvas, ...size });
  const gl = canvas.getContext('webgl2');
  if (gl === null) throw new Error('this browser has no WebGL2');
  let pixels = new Uint8ClampedArray(size.width * size.height * 4);
  return {
    canvas,
    draw: (frame) => stage.draw(frame),
    pixels: (frame) => {
      stage.draw(frame);
      const { width, height } = canvas;
      // Pixi remembers what it bound: it gets it back.
      const bound: WebGLFramebuffer | null = gl.getParameter(gl.FRAMEBUFFER_BINDING);
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      gl.bindFramebuffer(gl.FRAMEBUFFER, bound);
      flip(pixels, width, height);
      return pixels;
    },
    turn: (width, height, view) => {
      stage.resize(width, height, view);
      pixels = new Uint8ClampedArray(width * height * 4);
    },
    dispose: () => stage.dispose(),
  };
}
