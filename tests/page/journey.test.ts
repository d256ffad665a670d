import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutes, nextMovement, nightOf, previousMovement, spanAt } from '../../src/ambience/journey.ts';
import { lingerAt, lingerPresence, seamOf } from '../../src/ambience/linger.ts';
import { stationAt } from '../../src/ambience/stations.ts';
import { form } from './form.ts';

const instant = fc.double({ min: 0, max: 40 * 1080, noNaN: true });

describe('the movements one after the other', () => {
  test('next and previous meet their beginnings, over the night’s end too', () => {
    expect(nextMovement(form, 0)).toBe(150);
    expect(nextMovement(form, 1079)).toBe(1080);
    expect(previousMovement(form, 200)).toBe(150);
    expect(previousMovement(form, 151)).toBe(0);
    expect(previousMovement(form, 1081)).toBe(1035);
    expect(previousMovement(form, 0)).toBe(0);
    expect(minutes(270.9)).toBe('4:30');
  });

  test('property: every instant lies in its span, and next is never behind', () => {
    fc.assert(
      fc.property(instant, (t) => {
        const span = spanAt(form, t);
        expect(span.from <= t && t < span.to).toBe(true);
        expect(nextMovement(form, t)).toBeGreaterThan(t);
        expect(previousMovement(form, t)).toBeLessThanOrEqual(t);
      }),
    );
  });
});

describe('lingering', () => {
  test('holds the movement, always forward, a night later each time, with nothing to hear or see at the seam', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 8 }), (start, turns) => {
        const linger = lingerAt(form, start);
        let position = start;
        for (let turn = 0; turn < turns; turn++) {
          const { leave, resume } = seamOf(form, linger, position);
          expect(leave).toBeGreaterThan(position);
          expect(resume).toBeGreaterThan(leave);
          expect(spanAt(form, leave).index).toBe(linger.movement);
          expect(spanAt(form, resume).index).toBe(linger.movement);
          expect(nightOf(form, resume)).toBe(nightOf(form, leave) + 1);
          expect(lingerPresence(form, linger, leave)).toBe(0);
          expect(lingerPresence(form, linger, resume)).toBe(0);
          expect(lingerPresence(form, linger, resume + 5)).toBe(1);
          position = resume;
        }
      }),
    );
  });

  test('is full where it is taken up', () => {
    fc.assert(
      fc.property(instant, (t) => {
        expect(lingerPresence(form, lingerAt(form, t), t)).toBe(1);
      }),
    );
  });
});

test('reduced motion: the eye rests, and moves only in the dark', () => {
  fc.assert(
    fc.property(instant, (t) => {
      const now = stationAt(form, t);
      const later = stationAt(form, t + 0.05);
      if (now.at !== later.at) expect(Math.min(now.presence, later.presence)).toBeLessThan(0.01);
      expect(spanAt(form, now.at).index).toBe(spanAt(form, t).index);
    }),
  );
});
