import { expect, test } from 'vitest';
import { twilight } from '../../src/preset/defaults.ts';
import { open } from '../../src/score/open.ts';
import type { MovementId } from '../../src/score/types.ts';
import { cast } from '../../src/touch/cast.ts';

const piece = open(7, twilight);

/** What a finger meets in a movement's middle: in the middle of the sky, and before the feet. */
const met: readonly (readonly [MovementId, above: string, below: string])[] = [
  ['moss', 'sky', 'moss'],
  ['seed', 'tree', 'tree'],
  ['lake', 'sky', 'water'],
  ['festival', 'sky', 'festival'],
];

test.each(met)('on tonight’s walk, in %s: %s above and %s below', (id, above, below) => {
  const span = piece.movements(0).find((movement) => movement.id === id);
  if (span === undefined) throw new Error(`no ${id}`);
  const frame = piece.frame((span.from + span.to) / 2);
  expect(cast(piece.world, frame, 0.06, 0.04, 16 / 9).on).toBe(above);
  expect(cast(piece.world, frame, 0.5, 0.95, 16 / 9).on).toBe(below);
});

test('standing before the tree, the middle of the picture is the tree', () => {
  const span = piece.movements(0).find(({ id }) => id === 'tree');
  if (span === undefined) throw new Error('no tree');
  const frame = piece.frame(span.from + 0.3 * (span.to - span.from));
  expect(cast(piece.world, frame, 0.5, 0.5, 16 / 9).on).toBe('tree');
});

test('a touch becomes a paired event at its place and instant', () => {
  const frame = piece.frame(40);
  const touch = { id: 'a', at: 40.05, ...cast(piece.world, frame, 0.5, 0.8, 16 / 9) };
  const events = piece.events(40, 41, [touch]).filter(({ touched }) => touched);
  expect(events).toMatchObject([{ kind: 'step', at: 40.05 }]);
  expect(Math.hypot(...touch.place.map((x, axis) => x - (events[0]?.place[axis] ?? 0)))).toBeLessThan(0.001);
  expect(piece.frame(41, [touch]).active.some(({ event }) => event.touched)).toBe(true);
});
