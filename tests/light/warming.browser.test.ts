import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, type Stage } from '../../src/light/stage.ts';
import { twilight } from '../../src/preset/defaults.ts';
import { open } from '../../src/score/open.ts';

const piece = open(7, twilight);
const moments = piece
  .movements(0)
  .flatMap(({ from, to }) => [0.002, 0.3, 0.7].map((share) => from + share * (to - from)));

const makers = [
  'createBuffer',
  'createFramebuffer',
  'createProgram',
  'createRenderbuffer',
  'createShader',
  'createTexture',
  'createVertexArray',
  'texImage2D',
  'bufferData',
] as const;

/** Counts what a context is asked to make; every call goes on to the browser unchanged. */
function countMade(gl: WebGL2RenderingContext): () => number {
  let made = 0;
  for (const maker of makers) {
    const original = gl[maker];
    const counted: unknown = new Proxy(original, {
      apply(call, context, given) {
        made++;
        return Reflect.apply(call, context, given);
      },
    });
    Reflect.set(gl, maker, counted);
  }
  return () => made;
}

describe('warming', () => {
  let stage: Stage;
  let gl: WebGL2RenderingContext;
  let before: Uint8Array;
  let after: Uint8Array;
  let made: () => number;

  const pixels = () => {
    const out = new Uint8Array(stage.canvas.width * stage.canvas.height * 4);
    gl.readPixels(0, 0, stage.canvas.width, stage.canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, out);
    return out;
  };

  beforeAll(async () => {
    const canvas = document.createElement('canvas');
    stage = await createStage(piece, { canvas, tier: 'none', width: 160, height: 90 });
    const context = canvas.getContext('webgl2');
    if (context === null) throw new Error('no WebGL2');
    gl = context;
    stage.draw(piece.frame(24));
    before = pixels();
    await stage.warm();
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    after = pixels();
    made = countMade(gl);
  }, 120_000);
  afterAll(() => stage.dispose());

  it('shows nothing of what it draws', () => {
    expect(after).toEqual(before);
  });

  it('leaves nothing to be made, compiled or uploaded in any movement after it', () => {
    for (const t of moments) stage.draw(piece.frame(t));
    expect(made()).toBe(0);
  });

  it('changes no picture', () => {
    stage.draw(piece.frame(24));
    expect(pixels()).toEqual(before);
  });
});
