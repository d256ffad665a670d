import { expect, test } from 'vitest';
import type { Curves } from '../../src/score/types.ts';
import { limiterDelay, sampleRate } from '../../src/sound/frames.ts';
import { layers } from '../../src/sound/layers/index.ts';
import { renderChunks, renderSound } from '../../src/sound/offline.ts';
import { createStudio, loadWorklets } from '../../src/sound/studio.ts';
import { TruePeak } from '../../src/sound/worklets/peak.ts';
import { decibels, octaveBands, residual, rmsOf } from './spectrum.ts';
import { eventOf, stillPiece } from './stillPiece.ts';

const steps = Array.from({ length: 14 }, (_, n) =>
  eventOf('step', 0.5 + n * 2.9, { id: `0/step/${n}`, pitches: [293.664 * (1 + (n % 3) / 4)], duration: 6 }),
);
const weather = (t: number): Partial<Curves> => ({ wind: 0.5 + 0.3 * Math.sin(t / 4), gust: Math.sin(t / 7) ** 2 });
const piece = stillPiece(steps, { curves: weather });
const stems = ['wind', 'bed', 'steps'] as const;

test('two renders are the same', async () => {
  const [first] = await renderSound(piece, { from: 2, to: 6, stems });
  const [second] = await renderSound(piece, { from: 2, to: 6, stems });
  expect(first.length).toBe(4 * sampleRate);
  expect(decibels(rmsOf(first))).toBeGreaterThan(-60);
  expect(residual(first, second)).toBeLessThan(-100);
  expect(decibels(rmsOf(first.map((x, i) => x - (second[i] ?? 0))))).toBeLessThan(-110);
});

test('begun in the middle it sounds as if it had played on', async () => {
  const whole = await renderSound(piece, { from: 0, to: 24, stems });
  const late = await renderSound(piece, { from: 18, to: 24, stems });
  for (const side of [0, 1] as const) {
    const expected = whole[side].subarray(18 * sampleRate);
    expect(residual(expected, late[side])).toBeLessThan(-40);
    const a = octaveBands(expected);
    const b = octaveBands(late[side]);
    for (const [band, level] of a.entries()) expect(Math.abs(level - (b[band] ?? 0))).toBeLessThan(0.2);
  }
});

test('long renders join without a seam', async () => {
  const at: number[] = [];
  const joined = new Float32Array(6 * sampleRate);
  await renderChunks(piece, { from: 2, to: 35, stems }, (left, right, position) => {
    at.push(position);
    expect(right.length).toBe(left.length);
    for (const [i, x] of left.entries()) {
      const place = Math.round((position - 29) * sampleRate) + i;
      if (place >= 0) joined[place] = x;
    }
  });
  expect(at).toEqual([2, 32]);
  const [whole] = await renderSound(piece, { from: 29, to: 35, stems });
  expect(residual(whole, joined)).toBeLessThan(-40);
});

test('each stem alone, and dry, is a part of the whole', async () => {
  const [alone] = await renderSound(piece, { from: 0, to: 3, stems: ['steps'], dry: true });
  const [windless] = await renderSound(piece, { from: 0, to: 3, stems: [] });
  expect(decibels(rmsOf(alone))).toBeGreaterThan(-60);
  expect(rmsOf(windless)).toBe(0);
  expect(rmsOf(alone.subarray(0, 0.49 * sampleRate))).toBe(0);
});

test('a sound begins at the very sample that the score says', async () => {
  const [left] = await renderSound(piece, { from: 0, to: 1, stems: ['steps'], dry: true });
  const first = left.findIndex((x) => Math.abs(x) > 1e-7);
  expect(Math.abs(first / sampleRate - 0.5)).toBeLessThan(0.001);
});

test.each(layers.map((layer) => layer.stem))(
  '%s sounds after a year as on the first day, and the same twice',
  async (stem) => {
    const year = 365 * 86400;
    const options = { from: year, to: year + 2, stems: [stem] };
    const [first, right] = await renderSound(piece, options);
    const [second] = await renderSound(piece, options);
    expect(first.every(Number.isFinite)).toBe(true);
    expect(decibels(rmsOf(first))).toBeGreaterThan(-60);
    expect(decibels(rmsOf(first.map((x, i) => x - (second[i] ?? 0))))).toBeLessThan(-110);
    const mean = first.reduce((sum, x) => sum + x, 0) / first.length;
    expect(decibels(Math.abs(mean))).toBeLessThan(-60);
    expect(residual(first, right)).toBeGreaterThan(-40);
  },
);

test('a burst far too loud leaves at -1 dBTP at most', async () => {
  const raw = new OfflineAudioContext({ numberOfChannels: 2, length: sampleRate, sampleRate });
  await loadWorklets(raw);
  const studio = createStudio(raw, piece, { stems: ['steps'], dry: true, anchor: { frame: 0, from: 0 } });
  const burst = new OscillatorNode(raw, { frequency: 11991 });
  const level = new GainNode(raw, { gain: 2 });
  const inputs = studio.stem('steps');
  if (inputs === undefined) throw new Error('no steps');
  burst.connect(level).connect(inputs.dry);
  burst.start(0.3);
  burst.stop(0.6);
  studio.output.connect(raw.destination);
  const left = (await raw.startRendering()).getChannelData(0);
  const peak = new TruePeak();
  let most = 0;
  for (const x of left) most = Math.max(most, peak.next(x));
  expect(decibels(most)).toBeLessThanOrEqual(-1);
  expect(decibels(most)).toBeGreaterThan(-3);
  expect(Math.abs(left.findIndex((x) => Math.abs(x) > 1e-6) - 0.3 * sampleRate - limiterDelay)).toBeLessThan(4);
});

test('an aborted render says so, and the next one still comes', async () => {
  const stop = new AbortController();
  const aborted = renderSound(piece, { from: 0, to: 60, stems, signal: stop.signal, onProgress: () => stop.abort() });
  await expect(aborted).rejects.toThrow(/abort/i);
  const [left] = await renderSound(piece, { from: 0, to: 1, stems });
  expect(left.length).toBe(sampleRate);
  await expect(renderSound(piece, { from: 3, to: 3 })).rejects.toThrow(RangeError);
});
