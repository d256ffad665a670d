import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event, Touch } from '../../src/score/types.ts';
import { twilightOf } from '../score/pieces.ts';

const piece = twilightOf(7);
const { length } = piece;

/** Times in three nights, and often just around their borders and at events. */
const marks = piece.events(0, 3 * length).map(({ at }) => at);
const time = fc.oneof(
  fc.double({ min: 0, max: 3 * length, noNaN: true }),
  fc.double({ min: length - 3, max: length + 3, noNaN: true }),
  fc.constantFrom(...marks),
  fc.constantFrom(0, length, 2 * length),
);

const touch: fc.Arbitrary<Touch> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  at: time,
  on: fc.constantFrom('moss', 'tree', 'water', 'sky', 'festival'),
  place: fc.tuple(
    fc.double({ min: -200, max: 200, noNaN: true }),
    fc.double({ min: 0, max: 30, noNaN: true }),
    fc.double({ min: -200, max: 200, noNaN: true }),
  ),
  item: fc.nat({ max: 9000 }),
});

const ordered = (events: readonly Event[]): boolean =>
  events.every((event, n) => {
    const before = events[n - 1];
    return before === undefined || before.at < event.at || (before.at === event.at && before.id < event.id);
  });

describe('law 1, window', { timeout: 60_000 }, () => {
  it('events(a,c) = events(a,b) ++ events(b,c), ordered, with and without touches', () => {
    fc.assert(
      fc.property(time, time, time, fc.array(touch, { maxLength: 6 }), (x, y, z, touches) => {
        const [a = 0, b = 0, c = 0] = [x, y, z].sort((p, q) => p - q);
        for (const given of [[], touches]) {
          const whole = piece.events(a, c, given);
          expect([...piece.events(a, b, given), ...piece.events(b, c, given)]).toEqual(whole);
          expect(ordered(whole)).toBe(true);
          expect(whole.every(({ at }) => a <= at && at < c)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('sounding(t) is exactly what events say is alive, over night borders too', () => {
    fc.assert(
      fc.property(time, fc.array(touch, { maxLength: 4 }), (t, touches) => {
        const alive = piece
          .events(
            t - 1000,
            t + 1e-3,
            touches.filter(({ at }) => at <= t && at > t - 60),
          )
          .filter(({ at, duration }) => at <= t && t < at + duration);
        expect(piece.sounding(t, touches)).toEqual(alive);
      }),
      { numRuns: 150 },
    );
  });

  it('ids are unique and stable', () => {
    const again = twilightOf(7).events(0, 2 * length);
    expect(new Set(again.map(({ id }) => id)).size).toBe(again.length);
    // Asked for the other way round and through other nights, the same events come.
    twilightOf(7).events(30 * length, 36 * length);
    expect(twilightOf(7).events(0, 2 * length)).toEqual(again);
  });

  it('a touch later than t, or 60 s and more ago, changes nothing', () => {
    fc.assert(
      fc.property(time, touch, fc.double({ min: 0, max: 500, noNaN: true }), (t, one, far) => {
        const late = { ...one, at: t + far + 1e-6 };
        const old = { ...one, at: Math.max(0, t - 60 - far) };
        expect(piece.frame(t, [late])).toEqual(piece.frame(t));
        if (old.at <= t - 60) expect(piece.frame(t, [old])).toEqual(piece.frame(t));
        if (old.at <= t - 60) expect(piece.sounding(t, [old])).toEqual(piece.sounding(t));
      }),
      { numRuns: 60 },
    );
  });
});
