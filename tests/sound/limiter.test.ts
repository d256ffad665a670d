import { expect, test } from 'vitest';
import { limiterDelay, sampleRate } from '../../src/sound/frames.ts';
import { LookaheadGain } from '../../src/sound/worklets/lookahead.ts';
import { reach, TruePeak } from '../../src/sound/worklets/peak.ts';

function truePeakOf(samples: Float64Array): number {
  const peak = new TruePeak();
  let most = 0;
  for (const x of samples) most = Math.max(most, peak.next(x));
  for (let n = 0; n < 2 * reach; n++) most = Math.max(most, peak.next(0));
  return most;
}

function limited(input: Float64Array, ceiling: number): Float64Array {
  const gain = new LookaheadGain(ceiling, limiterDelay, sampleRate);
  const out = new Float64Array(input.length);
  for (let n = 0; n < input.length; n++) {
    if (n % 128 === 0) {
      const block = Float32Array.from(input.subarray(n, n + 128));
      gain.block(block, block);
    }
    const g = gain.next(input[n] ?? 0, input[n] ?? 0);
    out[n] = (input[n - limiterDelay] ?? 0) * g;
  }
  return out;
}

test('the detector finds the peak between two samples', () => {
  // A sine at a quarter of the rate, sampled 45 degrees off: its samples never exceed 0.707.
  const sine = Float64Array.from({ length: 480 }, (_, n) => Math.sin((Math.PI / 2) * n + Math.PI / 4));
  expect(Math.max(...sine)).toBeLessThan(0.7072);
  expect(truePeakOf(sine.subarray(64, 400))).toBeGreaterThan(0.98);
});

test('a burst of +6 dBFS leaves at the ceiling at most, whatever its pitch', () => {
  const ceiling = 10 ** (-1.15 / 20);
  for (const hz of [55, 997, 5000, 11991, 15000]) {
    const burst = Float64Array.from({ length: 9600 }, (_, n) =>
      n > 1900 && n < 6000 ? 2 * Math.sin((2 * Math.PI * hz * n) / sampleRate + 0.7) : 0,
    );
    const out = limited(burst, ceiling);
    expect(20 * Math.log10(truePeakOf(out))).toBeLessThan(-1);
    expect(20 * Math.log10(truePeakOf(out))).toBeGreaterThan(-3);
  }
});

test('what is below the ceiling passes untouched, and what follows a burst recovers', () => {
  const quiet = Float64Array.from({ length: 4800 }, (_, n) => 0.5 * Math.sin(n * 0.05));
  const out = limited(quiet, 0.9);
  for (let n = limiterDelay; n < 4800; n++) expect(out[n]).toBe(quiet[n - limiterDelay]);
  const long = Float64Array.from({ length: 96000 }, (_, n) => (n < 2000 ? 2 : 0.25) * Math.sin(n * 0.05));
  const after = limited(long, 0.9);
  for (let n = 92000; n < 96000; n++) expect(after[n]).toBeCloseTo(long[n - limiterDelay] ?? 0, 4);
});
