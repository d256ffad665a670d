import { expect, test } from 'vitest';
import { createEstimate, spoken } from '../../src/export/estimate.ts';

test('says nothing before it has seen anything', () => {
  const estimate = createEstimate();
  expect(estimate.left()).toBeUndefined();
  estimate.at(100, 0);
  estimate.at(101, 0.1);
  expect(estimate.left()).toBeUndefined();
});

test('steady work is told exactly', () => {
  const estimate = createEstimate();
  for (let s = 0; s <= 20; s++) estimate.at(s, s / 80);
  expect(estimate.left()).toBeCloseTo(60, 6);
});

test('work that becomes slower is told by its last minute', () => {
  const estimate = createEstimate();
  for (let s = 0; s <= 100; s++) estimate.at(s, s / 200);
  for (let s = 101; s <= 200; s++) estimate.at(s, 0.5 + (s - 100) / 2000);
  expect(estimate.left()).toBeGreaterThan(800);
});

test('work that stands still is not told at all', () => {
  const estimate = createEstimate();
  for (let s = 0; s <= 200; s++) estimate.at(s, 0.25);
  expect(estimate.left()).toBeUndefined();
});

test('a time is said as one would say it', () => {
  expect([0.2, 8.1, 12, 61, 89, 91, 1800, 3599, 3700, 7300].map(spoken)).toEqual([
    '1 s',
    '9 s',
    '20 s',
    '70 s',
    '90 s',
    '2 min',
    '30 min',
    '1 h',
    '1 h 10 min',
    '2 h 10 min',
  ]);
});
