import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { touchLife, touchMistake } from '../../src/score/touches.ts';
import type { Touch } from '../../src/score/types.ts';
import { twilightOf } from '../score/pieces.ts';

// Law 10 for touches: anything at all is a touch, or one clear mistake with its path; the piece goes on untouched.

const good: Touch = { id: 'a', at: 30, on: 'moss', place: [1, 2, 3], item: 0 };
const wrongs: readonly (readonly [path: string, touch: unknown])[] = [
  ['touch', null],
  ['touch', 7],
  ['touch.id', { ...good, id: '' }],
  ['touch.id', { ...good, id: 'x'.repeat(201) }],
  ['touch.at', { ...good, at: Number.NaN }],
  ['touch.at', { ...good, at: '30' }],
  ['touch.at', { ...good, at: -1 }],
  ['touch.on', { ...good, on: 'lava' }],
  ['touch.place', { ...good, place: [1, 2] }],
  ['touch.place.1', { ...good, place: [1, Number.POSITIVE_INFINITY, 3] }],
  ['touch.item', { ...good, item: 0.5 }],
];

describe('law 10: a touch of any shape', () => {
  const piece = twilightOf(7);

  it('names the path and the reason', () => {
    expect(touchMistake(good)).toBeUndefined();
    for (const [path, touch] of wrongs) {
      const mistake = touchMistake(touch);
      expect(mistake?.path).toBe(path);
      expect(mistake?.reason).toMatch(/^expected /);
    }
  });

  it('leaves the piece as it was', () => {
    const touches = wrongs.map(([, touch]) => touch) as Touch[];
    expect(piece.events(0, 120, touches)).toEqual(piece.events(0, 120));
    expect(piece.frame(40, touches)).toEqual(piece.frame(40));
  });

  it('property: anything', () => {
    const made = fc.record({
      id: fc.anything(),
      at: fc.oneof(fc.double(), fc.anything()),
      on: fc.constantFrom('moss', 'sky', 'x', 1),
      place: fc.oneof(fc.array(fc.double()), fc.anything()),
      item: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), made), (touch) => {
        if (touchMistake(touch) === undefined) return;
        expect(piece.sounding(40, [touch as Touch])).toEqual(piece.sounding(40));
      }),
      { numRuns: 300 },
    );
  });

  it('lives for sixty seconds and not a moment longer', () => {
    const touch: Touch = { ...good, on: 'sky', at: 30 };
    const heard = (t: number) => piece.sounding(t, [touch]).some(({ touched }) => touched);
    expect(heard(29.999)).toBe(false);
    expect(heard(30)).toBe(true);
    expect(touchLife).toBe(60);
    const late: Touch = { ...good, on: 'tree', at: 30 };
    expect(piece.events(0, 200, [late]).filter(({ touched }) => touched).length).toBe(2);
    for (const t of [30 + touchLife, 30 + touchLife + 1]) expect(piece.frame(t, [late])).toEqual(piece.frame(t));
  });
});
