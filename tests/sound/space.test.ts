import { expect, test } from 'vitest';
import type { Camera } from '../../src/score/types.ts';
import { hear, panGains } from '../../src/sound/space.ts';

const camera: Camera = { eye: [10, 1.6, 5], forward: [0, 0, -1], up: [0, 1, 0], fovY: 50, focus: 10, aperture: 0 };

test('left is left, right is right, ahead is the middle', () => {
  expect(hear(camera, [0, 1.6, 5], 0.5).pan).toBeLessThan(-0.8);
  expect(hear(camera, [20, 1.6, 5], 0.5).pan).toBeGreaterThan(0.8);
  expect(hear(camera, [10, 1.6, -5], 0.5).pan).toBeCloseTo(0);
});

test('a camera that turns hears the same place elsewhere', () => {
  const east: Camera = { ...camera, forward: [1, 0, 0] };
  expect(hear(east, [10, 1.6, -5], 0.5).pan).toBeLessThan(-0.8);
});

test('farther is fainter, duller, and more room than itself', () => {
  const near = hear(camera, [10, 1.6, 2], 0.5);
  const far = hear(camera, [10, 1.6, -75], 0.5);
  expect(near.distance).toBeCloseTo(3);
  expect(far.direct).toBeLessThan(near.direct / 4);
  expect(far.cutoff).toBeLessThan(near.cutoff / 2);
  expect(far.send / far.direct).toBeGreaterThan((near.send / near.direct) * 2);
});

test('what is behind is duller than what is ahead', () => {
  expect(hear(camera, [10, 1.6, 15], 0.5).cutoff).toBeLessThan(hear(camera, [10, 1.6, -5], 0.5).cutoff);
});

test('a place at the ear itself is finite and in the middle', () => {
  const here = hear(camera, camera.eye, 1);
  expect(here.pan).toBe(0);
  expect(Object.values(here).every(Number.isFinite)).toBe(true);
});

test('panning keeps the power', () => {
  for (const pan of [-2, -1, -0.3, 0, 0.7, 1]) {
    const [left, right] = panGains(pan);
    expect(left ** 2 + right ** 2).toBeCloseTo(1, 12);
  }
  expect(panGains(-1)[1]).toBeCloseTo(0);
});
