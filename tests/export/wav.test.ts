import { expect, test } from 'vitest';
import { longestWav, wavHeader, wavHeaderBytes, wavSamples } from '../../src/export/wav.ts';

const word = (bytes: Uint8Array, at: number) => new TextDecoder().decode(bytes.subarray(at, at + 4));

/** Reads 24 bit samples back, as a player would. */
function samples(bytes: Uint8Array): number[] {
  return Array.from({ length: bytes.length / 3 }, (_, index) => {
    const [low = 0, middle = 0, high = 0] = bytes.subarray(index * 3, index * 3 + 3);
    return ((high << 24) | (middle << 16) | (low << 8)) >> 8;
  });
}

test('the header says what follows: PCM, 24 bit, and how much', () => {
  const header = wavHeader({ channels: 2, sampleRate: 48_000, frames: 1000 });
  const view = new DataView(header.buffer);
  expect(header.length).toBe(wavHeaderBytes);
  expect([word(header, 0), word(header, 8), word(header, 12), word(header, 36)]).toEqual([
    'RIFF',
    'WAVE',
    'fmt ',
    'data',
  ]);
  expect(view.getUint32(4, true)).toBe(36 + 6000);
  expect(view.getUint16(20, true)).toBe(1);
  expect(view.getUint16(22, true)).toBe(2);
  expect(view.getUint32(24, true)).toBe(48_000);
  expect(view.getUint32(28, true)).toBe(288_000);
  expect(view.getUint16(32, true)).toBe(6);
  expect(view.getUint16(34, true)).toBe(24);
  expect(view.getUint32(40, true)).toBe(6000);
});

test('samples interleave and come back to within half a step', () => {
  const left = Float32Array.from({ length: 480 }, (_, n) => Math.sin(n / 7));
  const right = left.map((value) => -value / 3);
  const read = samples(wavSamples([left, right]));
  expect(read).toHaveLength(960);
  for (let n = 0; n < 480; n++) {
    expect(Math.abs((read[2 * n] ?? 0) - (left[n] ?? 0) * 2 ** 23)).toBeLessThanOrEqual(0.5);
    expect(Math.abs((read[2 * n + 1] ?? 0) - (right[n] ?? 0) * 2 ** 23)).toBeLessThanOrEqual(0.5);
  }
});

test('what is too loud is held at full scale and does not wrap', () => {
  expect(samples(wavSamples([Float32Array.of(1, 1.5, -1, -7, 0)]))).toEqual([
    2 ** 23 - 1,
    2 ** 23 - 1,
    -(2 ** 23),
    -(2 ** 23),
    0,
  ]);
});

test('a file ends at 4 GiB: over four hours of stereo, and not a sample more', () => {
  const frames = longestWav({ channels: 2 });
  expect(frames / 48_000).toBeGreaterThan(4 * 3600);
  const view = new DataView(wavHeader({ channels: 2, sampleRate: 48_000, frames }).buffer);
  expect(view.getUint32(40, true)).toBe(frames * 6);
  expect(() => wavHeader({ channels: 2, sampleRate: 48_000, frames: frames + 1 })).toThrow(RangeError);
});
