import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createManualClock } from '../../src/time/manual.ts';
import { createTimeline, type MotionCause } from '../../src/time/timeline.ts';

function playingFrom(position: number, start = 0) {
  const clock = createManualClock(start);
  const timeline = createTimeline(clock);
  timeline.seek(position);
  timeline.play();
  return { clock, timeline };
}

describe('timeline', () => {
  test('stands still at zero until it plays, and while paused', () => {
    const clock = createManualClock(100);
    const timeline = createTimeline(clock);
    clock.advance(5);
    expect(timeline.query()).toEqual({ position: 0, velocity: 0, timestamp: 105 });
    timeline.play();
    clock.advance(2.5);
    expect(timeline.position()).toBe(2.5);
    timeline.pause();
    clock.advance(10);
    expect(timeline.position()).toBe(2.5);
    expect(timeline.playing()).toBe(false);
  });

  test('keeps its rate over a pause', () => {
    const { clock, timeline } = playingFrom(10);
    timeline.rate(2);
    timeline.pause();
    timeline.play();
    clock.advance(3);
    expect(timeline.position()).toBe(16);
  });

  test('backwards it stops at zero, and leaves it at once when turned', () => {
    const { clock, timeline } = playingFrom(1);
    timeline.rate(-1);
    clock.advance(50);
    expect(timeline.position()).toBe(0);
    timeline.rate(1);
    clock.advance(1);
    expect(timeline.position()).toBe(1);
  });

  test('after a year a frame is still a frame', () => {
    const year = 365 * 86400;
    const { clock, timeline } = playingFrom(year);
    const positions = Array.from({ length: 60 }, () => {
      clock.advance(1 / 60);
      return timeline.position();
    });
    expect(new Set(positions).size).toBe(60);
    expect(positions.at(-1)).toBeCloseTo(year + 1, 6);
  });

  test('says why it moved, once a change, until unsubscribed', () => {
    const { timeline } = playingFrom(0);
    const causes: MotionCause[] = [];
    const stop = timeline.subscribe((_motion, cause) => causes.push(cause));
    timeline.play();
    timeline.seek(4);
    timeline.rate(2);
    timeline.rebase(9);
    timeline.setClock(createManualClock(77));
    timeline.pause();
    timeline.pause();
    stop();
    timeline.play();
    expect(causes).toEqual(['seek', 'rate', 'rebase', 'clock', 'pause']);
  });

  test('refuses what is not finite, and goes on untouched', () => {
    const { clock, timeline } = playingFrom(3);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => timeline.seek(bad)).toThrow(RangeError);
      expect(() => timeline.rebase(bad)).toThrow(RangeError);
      expect(() => timeline.rate(bad)).toThrow(RangeError);
    }
    expect(() => timeline.rate(0)).toThrow(RangeError);
    clock.advance(1);
    expect(timeline.position()).toBe(4);
  });

  test('property: a switch of the time base never moves the position or the velocity', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 4e7, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (position, from, to, ran) => {
          const { clock, timeline } = playingFrom(position, from);
          clock.advance(ran);
          const before = timeline.query();
          const next = createManualClock(to);
          timeline.setClock(next);
          expect(timeline.query()).toEqual({ ...before, timestamp: to });
          next.advance(1);
          expect(timeline.position()).toBeCloseTo(before.position + 1, 6);
        },
      ),
    );
  });

  test('property: whatever is asked, the position is finite, never negative, and is what the commands add up to', () => {
    const command = fc.oneof(
      fc.record({ kind: fc.constant('advance' as const), by: fc.double({ min: 0, max: 1e4, noNaN: true }) }),
      fc.record({
        kind: fc.constantFrom('seek' as const, 'rebase' as const),
        by: fc.double({ min: -1e4, max: 1e7, noNaN: true }),
      }),
      fc.record({ kind: fc.constant('rate' as const), by: fc.constantFrom(-2, -1, 0.5, 1, 3) }),
      fc.record({ kind: fc.constantFrom('play' as const, 'pause' as const), by: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const clock = createManualClock();
        const timeline = createTimeline(clock);
        let [position, rate, playing] = [0, 1, false];
        for (const { kind, by } of commands) {
          if (kind === 'advance') {
            clock.advance(by);
            // The model adds up pieces, so it may clamp earlier than the line does; both clamp at zero.
            position = Math.max(0, position + (playing ? rate * by : 0));
          } else if (kind === 'seek' || kind === 'rebase') {
            timeline[kind](by);
            position = Math.max(0, by);
          } else if (kind === 'rate') {
            timeline.rate(by);
            rate = by;
          } else {
            timeline[kind]();
            playing = kind === 'play';
          }
          expect(timeline.position()).toBeGreaterThanOrEqual(0);
          expect(timeline.position()).toBeCloseTo(position, 4);
        }
      }),
    );
  });
});
