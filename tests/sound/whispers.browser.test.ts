import { describe, expect, test } from 'vitest';
import { createConductor } from '../../src/sound/conductor.ts';
import { limiterDelay } from '../../src/sound/frames.ts';
import { createStudio, loadWorklets } from '../../src/sound/studio.ts';
import { decibels, residual, rmsOf } from './spectrum.ts';
import { stillPiece } from './stillPiece.ts';

const rate = 48000;
const sung = { voiced: 1, whispers: 1 };
const breathed = { voiced: 0, whispers: 1 };

/** The layer alone, without reverb and without a run-up: a second costs a second. */
async function hear(curves: { voiced: number; whispers: number }, from: number, to: number, seed = 7) {
  const length = Math.round((to - from) * rate) + limiterDelay;
  const raw = new OfflineAudioContext({ numberOfChannels: 2, length, sampleRate: rate });
  await loadWorklets(raw);
  const piece = stillPiece([], { curves, seed });
  const anchor = { frame: from * rate, from: 0 };
  const studio = createStudio(raw, piece, { stems: ['whispers'], dry: true, anchor });
  studio.output.connect(raw.destination);
  const conductor = createConductor(studio, piece, ['whispers']);
  conductor.begin({ position: from, context: 0, velocity: 1 }, []);
  conductor.advance(to - from + 0.1, []);
  const buffer = await raw.startRendering();
  conductor.dispose();
  studio.dispose();
  const side = (n: number) => buffer.getChannelData(n).subarray(limiterDelay);
  return { left: side(0), right: side(1) };
}

/**
 * How far a sound stands on tones rather than on noise: power of the chord's harmonics (D, A, d) beside that between them,
 * decibels, each measured through a window of a second (Goertzel 1958).
 */
function harmonicity(signal: Float32Array): number {
  const powerAt = (hz: number): number => {
    let re = 0;
    let im = 0;
    for (let i = 0; i < rate; i++) {
      const x = (signal[i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / rate));
      re += x * Math.cos((2 * Math.PI * hz * i) / rate);
      im += x * Math.sin((2 * Math.PI * hz * i) / rate);
    }
    return re * re + im * im;
  };
  const around = (hz: number): number => [-3, -2, -1, 0, 1, 2, 3].reduce((sum, off) => sum + powerAt(hz + off), 0);
  const tones = [146.832, 220.248, 293.664, 440.496].reduce((sum, hz) => sum + around(hz), 0);
  const gaps = [183, 256, 366, 400].reduce((sum, hz) => sum + around(hz), 0);
  return 10 * Math.log10(tones / gaps);
}

describe('a thousand whispers', () => {
  test.each([
    ['breath', breathed],
    ['words', { voiced: 0.45, whispers: 1 }],
    ['song', sung],
  ])('%s is the same wherever one comes in', async (_, curves) => {
    const whole = await hear(curves, 13, 14.4);
    const late = await hear(curves, 13.8, 14.4);
    expect(rmsOf(late.left)).toBeGreaterThan(1e-4);
    // The air's own filter needs a moment to fill.
    const [skip, settled] = [0.8 * rate, 0.05 * rate];
    for (const side of ['left', 'right'] as const) {
      const expected = whole[side].subarray(skip + settled);
      expect(residual(expected, late[side].subarray(settled))).toBeLessThan(-50);
    }
  });

  test('become music: noise first, tones of the chord at last', async () => {
    const [early, late] = await Promise.all([hear(breathed, 12, 13), hear(sung, 12, 13)]);
    expect(harmonicity(early.left)).toBeLessThan(4);
    expect(harmonicity(late.left)).toBeGreaterThan(10);
  });

  test('are as loud, to a few decibels, in every state on the way', async () => {
    const levels: number[] = [];
    for (const voiced of [0, 0.25, 0.5, 0.75, 1]) {
      levels.push(decibels(rmsOf((await hear({ voiced, whispers: 1 }, 12, 15)).left)));
    }
    for (const [n, level] of levels.entries()) {
      expect(level).toBeGreaterThan(-52);
      expect(level).toBeLessThan(-26);
      if (n > 0) expect(Math.abs(level - (levels[n - 1] ?? 0))).toBeLessThan(7);
    }
  });

  test('are silent where nobody whispers, and other ones for another seed', async () => {
    const none = await hear({ voiced: 0.5, whispers: 0 }, 12, 13);
    expect(none.left.every((x) => x === 0)).toBe(true);
    const [one, other] = await Promise.all([hear(breathed, 12, 13, 7), hear(breathed, 12, 13, 8)]);
    expect(residual(one.left, other.left)).toBeGreaterThan(-10);
  });
});
