import { createEasel } from './easel.ts';
import type { Courier, StillJob } from './job.ts';
import { openPiece } from './piece.ts';
import { openPng } from './png.ts';
import { type Tile, tile } from './tiles.ts';

const viewOf = (part: Tile, whole: { readonly width: number; readonly height: number }) => ({
  x: part.x / whole.width,
  y: part.y / whole.height,
  width: part.width / whole.width,
  height: part.height / whole.height,
});

/** Copies a tile into its band of the whole picture. */
function join(band: Uint8ClampedArray, bandWidth: number, pixels: Uint8ClampedArray, part: Tile): void {
  for (let row = 0; row < part.height; row++) {
    const from = row * part.width * 4;
    band.set(pixels.subarray(from, from + part.width * 4), (row * bandWidth + part.x) * 4);
  }
}

/** Draws one moment of the piece as a PNG, band by band. */
export async function exportStill(job: StillJob, courier: Courier): Promise<string> {
  const piece = openPiece(job);
  const frame = piece.frame(job.at);
  const bands = tile(job.width, job.height);
  const [first] = bands.flat();
  if (first === undefined) throw new RangeError('a picture of no size');
  const easel = await createEasel(piece, { width: first.width, height: first.height, tier: job.tier });
  let position = 0;
  const png = await openPng(job.width, job.height, async (bytes) => {
    await courier.write(bytes, position);
    position += bytes.length;
  });
  let done = 0;
  for (const band of bands) {
    const pixels = new Uint8ClampedArray(job.width * (band[0]?.height ?? 0) * 4);
    for (const part of band) {
      easel.turn(part.width, part.height, viewOf(part, job));
      join(pixels, job.width, easel.pixels(frame), part);
      await courier.progress(++done / bands.flat().length);
    }
    await png.rows(pixels);
  }
  await png.close();
  easel.dispose();
  return '';
}
