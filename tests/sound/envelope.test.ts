import { expect, test } from 'vitest';
import { drawEnvelope, envelopeAt, held, struck } from '../../src/sound/envelope.ts';

test('a struck envelope begins and ends in silence and peaks after its attack', () => {
  const envelope = struck(0.5, 0.01, 4);
  expect(envelopeAt(envelope, 0)).toBe(0);
  expect(envelopeAt(envelope, 0.01)).toBe(0.5);
  expect(envelopeAt(envelope, 2)).toBeGreaterThan(0);
  expect(envelopeAt(envelope, 2)).toBeLessThan(0.02);
  expect(envelopeAt(envelope, 4)).toBe(0);
  expect(envelopeAt(envelope, 400)).toBe(0);
});

test('a held envelope fits into a shorter event', () => {
  const envelope = held(1, { attack: 1, decay: 1, sustain: 0.5, release: 2 }, 1);
  expect(envelopeAt(envelope, 0.25)).toBeCloseTo(1);
  expect(envelopeAt(envelope, 1)).toBe(0);
  const points = envelope.map((point) => point.at);
  expect(points).toEqual(points.toSorted((a, b) => a - b));
});

test('coming in midway draws the rest of the very same curve', () => {
  const envelope = struck(0.5, 0.01, 4);
  const drawn: [how: string, value: number, at: number][] = [];
  const note = (how: string) => (value: number, at: number) => drawn.push([how, value, at]);
  const param = {
    setValueAtTime: note('set'),
    linearRampToValueAtTime: note('linear'),
    exponentialRampToValueAtTime: note('exponential'),
    cancelScheduledValues: () => undefined,
  };
  drawEnvelope(param, envelope, 100, 1.5);
  const [first, second, third] = drawn;
  expect(first).toEqual(['set', envelopeAt(envelope, 1.5), 100]);
  expect(second?.[0]).toBe('exponential');
  expect(second?.[2]).toBeCloseTo(100 + 3.97 - 1.5, 9);
  expect(third).toEqual(['linear', 0, 102.5]);
});
