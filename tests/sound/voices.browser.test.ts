import { describe, expect, test } from 'vitest';
import { eventKinds } from '../../src/score/types.ts';
import { stemIds } from '../../src/sound/stems.ts';
import { voices } from '../../src/sound/voices/index.ts';
import { playAlone } from './alone.ts';
import { decibels, octaveBands, rmsOf } from './spectrum.ts';
import { eventOf } from './stillPiece.ts';

const rate = 48000;
const cases = voices.flatMap((voice) => voice.kinds.map((kind) => ({ voice, kind, name: `${voice.stem}: ${kind}` })));

test('every voice names a stem and kinds that there are', () => {
  for (const { voice, kind } of cases) {
    expect(stemIds).toContain(voice.stem);
    expect(eventKinds).toContain(kind);
  }
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

/** What every instrument has to keep. */
describe.each(cases)('$name', ({ voice, kind }) => {
  const event = eventOf(kind, 4, { duration: 5, pitches: [293.664, 440.496] });

  test('sounds soon, cleanly, and is silent when its time is over', async () => {
    const { left, right, taken, remaining } = await playAlone(voice, event, 0, event.duration + 0.5);
    for (const side of [left, right]) {
      expect(side.every(Number.isFinite)).toBe(true);
      expect(side.reduce((most, x) => Math.max(most, Math.abs(x)), 0)).toBeLessThan(1);
      const mean = side.reduce((sum, x) => sum + x, 0) / side.length;
      expect(decibels(Math.abs(mean))).toBeLessThan(-60);
      const after = side.subarray(Math.ceil((event.duration + 0.03) * rate));
      expect(after.reduce((most, x) => Math.max(most, Math.abs(x)), 0)).toBeLessThan(1e-4);
    }
    expect(decibels(rmsOf(left.subarray(0, rate / 2)))).toBeGreaterThan(-70);
    expect(taken).toBeGreaterThan(0);
    expect(remaining).toBe(0);
  });

  test('begins and ends without a click', async () => {
    const { left } = await playAlone(voice, event, 0, event.duration + 0.5);
    expect(Math.abs(left[0] ?? 1)).toBeLessThan(0.01);
    const loudest = left.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const end = left.subarray(Math.floor((event.duration - 0.05) * rate));
    expect(end.reduce((most, x) => Math.max(most, Math.abs(x)), 0)).toBeLessThan(loudest * 0.02);
  });

  test('met midway it is what it would have been', async () => {
    const offset = 0.75;
    const span = 1.5;
    const whole = await playAlone(voice, event, 0, offset + span);
    const late = await playAlone(voice, event, offset, span);
    // The air's and the voice's own filters need a moment to fill.
    const settled = 0.1 * rate;
    for (const side of ['left', 'right'] as const) {
      const a = octaveBands(whole[side].subarray(offset * rate + settled));
      const b = octaveBands(late[side].subarray(settled));
      const loudest = Math.max(...a);
      for (const [band, level] of a.entries()) {
        if (level > loudest - 50) expect(Math.abs(level - (b[band] ?? 0))).toBeLessThan(1);
      }
    }
  });

  test('an event short, faint or without pitch does no harm', async () => {
    for (const odd of [{ duration: 0.1 }, { strength: 0 }, { pitches: [] }, { duration: 0.02, strength: 1 }]) {
      const { left, remaining } = await playAlone(voice, { ...event, ...odd }, 0, 0.3);
      expect(left.every((x) => Math.abs(x) < 1)).toBe(true);
      expect(remaining).toBe(0);
    }
  });

  test('two events are never quite the same, one event always is', async () => {
    const [first, again, other] = await Promise.all(
      [event, event, { ...event, id: `${event.id}x` }].map((one) => playAlone(voice, one, 0, 1)),
    );
    const apart = (x: Float32Array | undefined) =>
      rmsOf((first?.left ?? new Float32Array(0)).map((value, i) => value - (x?.[i] ?? 0)));
    expect(decibels(apart(again?.left))).toBeLessThan(-110);
    expect(decibels(apart(other?.left))).toBeGreaterThan(-100);
  });
});
