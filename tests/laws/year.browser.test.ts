import { expect, test } from 'vitest';
import type { Easel } from '../../src/export/easel.ts';
import { shippedPresets } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';
import type { Piece } from '../../src/score/types.ts';
import type { Seconds } from '../../src/units.ts';
import { difference, hang, shot } from './pictures.ts';

// Law 6, the pictures: at t = one year there are 60 different frames in a second, as smooth as at t = 0.

const year: Seconds = 31_557_600;
const fps = 60;

const [preset] = shippedPresets;
if (preset === undefined) throw new Error('no preset is shipped');

/** One second of frames: how many are like none before them, and how much changes from each to the next. */
function second(easel: Easel, piece: Piece, from: Seconds) {
  const pictures = Array.from({ length: fps }, (_, n) => shot(easel, piece, from + n / fps));
  const fresh = pictures.filter((picture, n) =>
    pictures.slice(0, n).every((before) => difference(picture, before).bytes > 0),
  );
  const changes = pictures.slice(1).map((picture, n) => difference(picture, pictures[n] ?? picture).mean);
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  return { different: fresh.length, mean, largest: Math.max(...changes), smallest: Math.min(...changes) };
}

/** The moment of the first night at the same place in the same movement. */
function counterpart(piece: Piece, t: Seconds): Seconds {
  const { movement, progress } = piece.frame(t);
  const span = piece.movements(0).find((one) => one.id === movement);
  return span === undefined ? t : span.from + progress * (span.to - span.from);
}

test.each([0, 200, 470, 700, 1000])(
  'one year and %d seconds: 60 frames in a second, as smooth as tonight',
  async (later) => {
    const piece = open(7, preset);
    const easel = await hang(piece);
    const then = second(easel, piece, year + later);
    const now = second(easel, piece, counterpart(piece, year + later));
    easel.dispose();
    expect(then.different).toBe(fps);
    expect(now.different).toBe(fps);
    expect(then.mean / now.mean).toBeGreaterThan(1 / 3);
    expect(then.mean / now.mean).toBeLessThan(3);
    // Stutter shows as frames that stand still between frames that jump.
    expect(then.largest / then.mean).toBeLessThan(2 + now.largest / now.mean);
    expect(then.smallest / then.mean).toBeGreaterThan(0.3 * (now.smallest / now.mean));
  },
  120_000,
);
