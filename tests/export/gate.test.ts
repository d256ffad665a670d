import { expect, test } from 'vitest';
import { createGate } from '../../src/export/gate.ts';

test('holds back what is ahead and lets go in order of time', async () => {
  const gate = createGate();
  const passed: number[] = [];
  const walks = [3, 1, 2].map(async (t) => {
    await gate.passed(t);
    passed.push(t);
  });
  gate.reach(0.5);
  await Promise.resolve();
  expect(passed).toEqual([]);
  gate.reach(2);
  await Promise.all(walks.slice(1));
  expect(passed).toEqual([1, 2]);
  gate.reach(1);
  gate.reach(Number.POSITIVE_INFINITY);
  await Promise.all(walks);
  expect(passed).toEqual([1, 2, 3]);
  await gate.passed(1e9);
});
