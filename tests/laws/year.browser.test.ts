import { expect, test } from 'vitest';
import type { Easel } from '../../src/export/easel.ts';
import { shippedPresets } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';
import type { Piece } from '../../src/score/types.ts';
import type { Seconds } from '../../src/units.ts';
import { difference, hang, shot, size } from './pictures.ts';

// Law 6, the pictures: at t = one year there are 60 different frames in a second, as smooth as at t = 0.

const year: Seconds = 31_557_600;
const fps = 60;
/** Pixels of a block's side: what one layer does in its part of the picture is not hidden by what others do in theirs. */
const side = 20;
const columns = size.width / side;

const [preset] = shippedPresets;
if (preset === undefined) throw new Error('no preset is shipped');
/** Grain has a clock of its own, 12 a second, and would pass for motion. */
const still = { ...preset, picture: { ...preset.picture, grain: 0 } };

/** How many blocks of a picture differ from those of the one before. */
function stirred(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  const blocks = new Set<number>();
  for (let n = 0; n < a.length; n++) {
    if (a[n] === b[n]) continue;
    const pixel = n >> 2;
    blocks.add(Math.floor(pixel / size.width / side) * columns + Math.floor((pixel % size.width) / side));
  }
  return blocks.size;
}

/** One second of frames: how many are unlike all before them, and how much changes from each to the next. */
function second(easel: Easel, piece: Piece, from: Seconds) {
  const pictures = Array.from({ length: fps }, (_, n) => shot(easel, piece, from + n / fps));
  const fresh = pictures.filter((picture, n) =>
    pictures.slice(0, n).every((before) => difference(picture, before).bytes > 0),
  );
  const changes = pictures.slice(1).map((picture, n) => difference(picture, pictures[n] ?? picture).mean);
  const blocks = pictures.slice(1).map((picture, n) => stirred(picture, pictures[n] ?? picture));
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  return {
    different: fresh.length,
    mean,
    /** How uneven the motion is: 1 where each frame moves as far as the others. */
    jump: Math.max(...changes) / mean,
    stirred: blocks.reduce((sum, count) => sum + count, 0) / blocks.length,
  };
}

test.each([60, 960])(
  'one year and %d seconds on there are 60 different frames in a second',
  async (later) => {
    const piece = open(7, still);
    const easel = await hang(piece);
    // Half a second into a ring, where something is always on its way.
    const from = (piece.events(year + later, year + later + 60).find(({ kind }) => kind !== 'movement')?.at ?? 0) + 0.5;
    const then = second(easel, piece, from);
    easel.dispose();
    expect(from).toBeGreaterThan(year);
    expect(then.different).toBe(fps);
    expect(then.jump).toBeLessThan(4);
  },
  120_000,
);

test('what moves by its own clock moves as smoothly in a year as tonight', async () => {
  const piece = open(7, still);
  const easel = await hang(piece);
  const tonight = 62.5;
  const held = { ...piece.frame(tonight), active: [] };
  // One instant, held, with only the clock running on: weather, haze, motes, tips in the wind.
  const clockOnly = (t: Seconds): Piece => ({ ...piece, frame: (at) => ({ ...held, t: t + at }) });
  const now = second(easel, clockOnly(tonight), 0);
  const then = second(easel, clockOnly(year + tonight), 0);
  easel.dispose();
  expect(now.different).toBe(fps);
  expect(then.different).toBe(fps);
  expect(then.mean / now.mean).toBeGreaterThan(1 / 3);
  expect(then.mean / now.mean).toBeLessThan(3);
  expect(then.jump / now.jump).toBeLessThan(2);
  expect(then.stirred / now.stirred).toBeGreaterThan(0.6);
}, 120_000);
