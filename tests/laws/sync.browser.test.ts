import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Easel } from '../../src/export/easel.ts';
import { shippedPresets } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';
import { onsetOfLight, onsetOfSound } from './onsets.ts';
import { hang } from './pictures.ts';

// Law 4: in an export the onset of a sound and the onset of its light lie within one frame.

const [preset] = shippedPresets;
if (preset === undefined) throw new Error('no preset is shipped');
const fps = 60;

const piece = open(7, preset);
const [moss] = piece.movements(0);
const from = (moss?.from ?? 0) + 15;
const steps = piece.events(from, from + 60).filter((event) => event.kind === 'step');
/** One in three: spread over the minute. */
const chosen = steps.filter((_, index) => index % 3 === 0).slice(0, 5);

let easel: Easel;
beforeAll(async () => {
  easel = await hang(piece);
}, 120_000);
afterAll(() => easel.dispose());

test('the minute has steps to look at', () => expect(chosen.length).toBeGreaterThanOrEqual(3));

test.each(chosen)('$id is seen and heard in one frame', async (event) => {
  // A film whose frames do not happen to fall on the step.
  const start = Math.floor(event.at) - 1;
  const first = Math.floor((event.at - start) * fps) - 3;
  const film = { from: start + first / fps, fps, frames: 12 };
  const seen = onsetOfLight(easel, piece, event, film);
  const heard = await onsetOfSound(piece, event, 'steps', 1.5);
  expect(seen, 'the frame in which it is first seen').toBeDefined();
  const heardIn = Math.floor((heard - film.from) * fps);
  const happens = Math.ceil((event.at - film.from) * fps);
  expect(Math.abs(heard - event.at)).toBeLessThanOrEqual(1 / fps);
  expect((seen ?? 0) - happens).toBeGreaterThanOrEqual(0);
  expect((seen ?? 0) - happens).toBeLessThanOrEqual(1);
  expect(Math.abs((seen ?? 0) - heardIn)).toBeLessThanOrEqual(1);
});
