import { expect, it } from 'vitest';
import { lampArrays, lampLimit } from '../../src/light/lamps.ts';

it('keeps the lamps that light most around the eye, and none from the frame before', () => {
  const lamps = lampArrays();
  for (let i = 0; i < 30; i++) lamps.hang({ place: [i * 10, 0, 0], colour: [1, 1, 1], reach: 2 });
  expect(lamps.pack([150, 1.6, 0])).toBe(lampLimit);
  const xs = Array.from({ length: lampLimit }, (_, i) => lamps.place[i * 4] ?? 0);
  for (const x of xs) expect(Math.abs(x - 150)).toBeLessThanOrEqual(40);
  lamps.clear();
  expect(lamps.pack([150, 1.6, 0])).toBe(0);
});
