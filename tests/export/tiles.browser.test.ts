import { expect, test } from 'vitest';
import { createEasel } from '../../src/export/easel.ts';
import { tile } from '../../src/export/tiles.ts';
import { shippedPresets } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';

const [width, height] = [320, 180];
const [preset] = shippedPresets;
if (preset === undefined) throw new Error('no preset is shipped');

test('a picture in tiles is the picture in one, and has no seams', async () => {
  const piece = open(7, preset);
  const frame = piece.frame(62);
  const easel = await createEasel(piece, { width, height, tier: 'none' });
  const whole = easel.pixels(frame).slice();
  const joined = new Uint8ClampedArray(whole.length);
  for (const part of tile(width, height, 160).flat()) {
    const { x, y } = part;
    easel.turn(part.width, part.height, {
      x: x / width,
      y: y / height,
      width: part.width / width,
      height: part.height / height,
    });
    const pixels = easel.pixels(frame);
    for (let row = 0; row < part.height; row++) {
      const from = row * part.width * 4;
      joined.set(pixels.subarray(from, from + part.width * 4), ((y + row) * width + x) * 4);
    }
  }
  easel.dispose();
  const columns = new Float64Array(width);
  for (let n = 0; n < whole.length; n++) {
    columns[(n >> 2) % width] = (columns[(n >> 2) % width] ?? 0) + Math.abs((whole[n] ?? 0) - (joined[n] ?? 0));
  }
  const off = columns.map((sum) => sum / (height * 4));
  const mean = off.reduce((sum, value) => sum + value, 0) / width;
  const atSeam = ((off[159] ?? 0) + (off[160] ?? 0)) / 2;
  expect(mean).toBeLessThan(2);
  // Fine matter differs a little wherever it is; a seam would stand out from what lies beside it.
  const beside = [...off.slice(139, 159), ...off.slice(161, 181)].reduce((sum, value) => sum + value, 0) / 40;
  expect(atSeam).toBeLessThan(1.5 * beside);
}, 120_000);
