import { expect, test } from 'vitest';
import type { Easel } from '../../src/export/easel.ts';
import { shippedPresets } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';
import type { Piece } from '../../src/score/types.ts';
import type { Seconds } from '../../src/units.ts';
import { edited } from './edited.ts';
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

/** The moment of the first night at the same place in the same movement. */
function counterpart(piece: Piece, t: Seconds): Seconds {
  const { movement, progress } = piece.frame(t);
  const span = piece.movements(0).find((one) => one.id === movement);
  return span === undefined ? t : span.from + progress * (span.to - span.from);
}

test('one year on there are 60 frames in a second, as smooth as tonight', async () => {
  // Without events: each night has its own, and one second of rings is not another's.
  const piece = edited(open(7, still), () => false);
  const easel = await hang(piece);
  const ratios = [60, 640, 960].map((later) => {
    const then = second(easel, piece, year + later);
    const now = second(easel, piece, counterpart(piece, year + later));
    expect(now.different, `${later} s into the first night`).toBe(fps);
    expect(then.different, `${later} s into the night in a year`).toBe(fps);
    expect(then.jump / now.jump).toBeLessThan(2);
    expect(then.stirred / now.stirred).toBeGreaterThan(0.6);
    return then.mean / now.mean;
  });
  easel.dispose();
  // One walk lingers where another goes on: over three movements they move alike.
  const ratio = Math.cbrt(ratios.reduce((product, one) => product * one, 1));
  expect(ratio).toBeGreaterThan(1 / 3);
  expect(ratio).toBeLessThan(3);
}, 240_000);

test('one year on, a ring runs as smoothly', async () => {
  const piece = open(7, still);
  const easel = await hang(piece);
  const step = piece.events(year + 30, year + 90).find((event) => event.kind === 'step');
  if (step === undefined) throw new Error('the year is over and nobody walks');
  const then = second(easel, piece, step.at + 0.5);
  easel.dispose();
  expect(then.different).toBe(fps);
  expect(then.jump).toBeLessThan(4);
}, 180_000);
