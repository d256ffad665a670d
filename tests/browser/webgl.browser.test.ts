import { expect, test } from 'vitest';
import { openPicture } from '../../src/first/picture.ts';

function pixelsAt(canvas: HTMLCanvasElement): Uint8Array {
  const gl = canvas.getContext('webgl2');
  if (gl === null) throw new Error('no WebGL2');
  const pixels = new Uint8Array(canvas.width * canvas.height * 4);
  gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return pixels;
}

test('the same instant draws the same pixels, another instant others', async () => {
  const canvas = document.createElement('canvas');
  const picture = await openPicture(canvas, 160, 90);
  const at = (t: number) => {
    picture.draw(t);
    return pixelsAt(canvas);
  };
  const first = at(3);
  const later = at(7);
  expect(later).not.toEqual(first);
  expect(at(3)).toEqual(first);
});
