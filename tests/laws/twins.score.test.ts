import { describe, expect, it } from 'vitest';
import { type EventKind, eventKinds, type MovementId } from '../../src/score/types.ts';
import { nightThatIs, twilightOf } from '../score/pieces.ts';

/** Where each kind may happen, without touches. */
const home: Readonly<Record<EventKind, readonly MovementId[]>> = {
  movement: ['moss', 'need', 'tree', 'seed', 'stream', 'beings', 'lake', 'festival', 'waking'],
  step: ['moss', 'need', 'tree', 'stream', 'beings'],
  outbreath: ['need'],
  whisper: ['tree'],
  touch: ['tree'],
  return: ['tree'],
  heartbeat: ['tree', 'seed', 'stream'],
  memory: ['seed'],
  star: ['stream'],
  dip: ['stream', 'lake'],
  greeting: ['beings'],
  bloom: ['lake'],
  gust: ['lake'],
  drum: ['festival'],
  pluck: ['festival'],
  laugh: ['festival'],
  answer: ['waking'],
  pulse: ['waking'],
};

describe('law 3, twins: the side of the score', { timeout: 30_000 }, () => {
  for (const seed of [0, 7, 4294967295]) {
    const piece = twilightOf(seed);
    const { length, world } = piece;
    for (const quiet of [false, true]) {
      it(`seed ${seed}, ${quiet ? 'a quiet night' : 'a full night'}: every kind occurs, in its movement, somewhere`, () => {
        const night = nightThatIs(piece, quiet);
        const events = piece.events(night * length, (night + 1) * length);
        expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(eventKinds));
        const spans = new Map(piece.movements(night).map((span) => [span.id, span]));
        for (const { id, kind, movement, at, duration, place, strength, pitches, warmth } of events) {
          expect(home[kind], id).toContain(movement);
          const span = spans.get(movement);
          expect(span !== undefined && span.from <= at && at < span.to, `${id} within ${movement}`).toBe(true);
          expect(place.every(Number.isFinite), id).toBe(true);
          expect(duration, id).toBeGreaterThan(0);
          expect(strength > 0 && strength <= 1 && warmth >= 0 && warmth <= 1, id).toBe(true);
          expect(
            pitches.every((pitch) => pitch > 25 && pitch < 2600),
            id,
          ).toBe(true);
          // In the eye's reach: a star far off, else within the plain.
          const eye = piece.camera(at).eye;
          const far = Math.hypot(place[0] - eye[0], place[1] - eye[1], place[2] - eye[2]);
          if (kind !== 'movement') expect(far > 0.2 && far < 480, `${id} ${far}`).toBe(true);
        }
      });
    }

    it(`seed ${seed}: families are spread out, and lie where they belong`, () => {
      const events = piece.events(0, length);
      const places = (kind: EventKind) => events.filter((event) => event.kind === kind).map(({ place }) => place);
      for (const kind of [
        'step',
        'whisper',
        'memory',
        'star',
        'greeting',
        'drum',
        'pluck',
        'laugh',
        'answer',
      ] as const) {
        const all = places(kind);
        expect(new Set(all.map((place) => place.join())).size, kind).toBeGreaterThan(Math.min(all.length, 60) / 2);
      }
      for (const [x, y, z] of places('step')) {
        expect(Math.abs(y - Math.max(0, world.terrain.height(x, z)))).toBeLessThan(1e-3);
      }
      for (const [, y] of places('dip')) expect(y).toBe(0);
      for (const { item, place } of events.filter(({ kind }) => kind === 'whisper')) {
        expect(item).toBeLessThan(1000);
        expect(place[0]).toBeCloseTo(world.tree.leafPosition[item * 3] ?? Number.NaN, 3);
      }
    });
  }

  it('each step of the walk is heard on the side on which it is seen, and the feet alternate', () => {
    const piece = twilightOf(7);
    const sides = piece
      .events(10, 120)
      .filter(({ kind }) => kind === 'step')
      .map(({ at, place }) => {
        const { eye, forward } = piece.camera(at);
        return Math.sign((place[0] - eye[0]) * -forward[2] + (place[2] - eye[2]) * forward[0]);
      });
    const changes = sides.filter((side, n) => n > 0 && side !== sides[n - 1]).length;
    expect(changes / (sides.length - 1)).toBeGreaterThan(0.7);
  });
});
