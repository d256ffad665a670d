import { expect, test } from 'vitest';
import { sampleRate } from '../../src/sound/frames.ts';
import { decayOf, Network } from '../../src/sound/worklets/fdn.ts';

const BLOCK = 128;

/** What a single click sounds like in a place of this size. */
function response(size: number, seconds: number, network = new Network()): [left: Float32Array, right: Float32Array] {
  const length = Math.ceil((seconds * sampleRate) / BLOCK) * BLOCK;
  const left = new Float32Array(length);
  const right = new Float32Array(length);
  const silence = new Float32Array(BLOCK);
  const click = Float32Array.from({ length: BLOCK }, (_, i) => (i === 0 ? 1 : 0));
  for (let at = 0; at < length; at += BLOCK) {
    const input = at === 0 ? click : silence;
    network.process(input, input, left.subarray(at, at + BLOCK), right.subarray(at, at + BLOCK), size, at);
  }
  return [left, right];
}

/** Decibels of the part from..to seconds. */
function levelOf(signal: Float32Array, from: number, to: number): number {
  const part = signal.subarray(from * sampleRate, to * sampleRate);
  return 10 * Math.log10(part.reduce((sum, x) => sum + x * x, 0) / part.length + 1e-30);
}

test.each([0, 0.5, 1])('size %d: it falls by about 60 dB in its decay, and never rings on', (size) => {
  const decay = decayOf(size);
  const [left] = response(size, decay * 1.2 + 0.3);
  const fall = levelOf(left, 0.15, 0.25) - levelOf(left, 0.15 + decay, 0.25 + decay);
  // Damping takes treble away sooner.
  expect(fall).toBeGreaterThan(55);
  expect(fall).toBeLessThan(85);
});

test('it grows dense within a fifth of a second: its samples spread like noise', () => {
  const [left] = response(0.6, 0.5);
  const part = left.subarray(0.2 * sampleRate, 0.25 * sampleRate);
  const sigma = Math.sqrt(part.reduce((sum, x) => sum + x * x, 0) / part.length);
  const outside = part.filter((x) => Math.abs(x) > sigma).length / part.length;
  expect(outside).toBeGreaterThan(0.27);
  expect(outside).toBeLessThan(0.37);
});

test('its sides have nothing in common, and about the same level', () => {
  const [left, right] = response(0.6, 1);
  const together = left.reduce((sum, x, i) => sum + x * (right[i] ?? 0), 0);
  const each = Math.sqrt(left.reduce((sum, x) => sum + x * x, 0) * right.reduce((sum, x) => sum + x * x, 0));
  expect(Math.abs(together / each)).toBeLessThan(0.1);
  expect(Math.abs(levelOf(left, 0, 1) - levelOf(right, 0, 1))).toBeLessThan(1);
});

test('cleared it is silent, and long silence becomes true zero', () => {
  const network = new Network();
  response(0.5, 0.3, network);
  network.clear();
  const left = new Float32Array(BLOCK);
  const right = new Float32Array(BLOCK);
  network.process(undefined, undefined, left, right, 0.5, 0);
  expect(left.every((x) => x === 0)).toBe(true);
  const [long] = response(0, 5);
  expect(long.subarray(-BLOCK).every((x) => x === 0)).toBe(true);
});
