import { describe, expect, it } from 'vitest';
import { open } from '../../src/score/open.ts';
import { recent } from '../../src/score/recent.ts';
import { changed, twilightOf } from './pieces.ts';

describe('bounds', { timeout: 60_000 }, () => {
  it('the cache of nights keeps four, whatever is asked', () => {
    let made = 0;
    const cache = recent(4, (night) => {
      made += 1;
      return { night };
    });
    for (let n = 0; n < 1000; n += 1) {
      expect(cache.at(n).night).toBe(n);
      expect(cache.at(Math.max(0, n - 1)).night).toBe(Math.max(0, n - 1));
      expect(cache.size()).toBeLessThanOrEqual(4);
    }
    expect(made).toBe(1000);
  });

  it('whispers are at most eight in any second', () => {
    const whispers = twilightOf(7)
      .events(0, 1080)
      .filter(({ kind }) => kind === 'whisper')
      .map(({ at }) => at);
    for (const [n, at] of whispers.entries()) expect((whispers[n + 8] ?? at + 2) - at).toBeGreaterThan(1 - 1e-9);
    expect(whispers.length).toBeGreaterThan(300);
  });

  for (const [name, groups] of [
    ['the longest and densest night', { form: { length: 10800, stepEvery: 2, heart: 72 }, music: { density: 2 } }],
    ['the shortest night', { form: { length: 180 } }],
    [
      'the emptiest night',
      { form: { stepEvery: 12, breathDepth: 0 }, music: { density: 0 }, comfort: { laughter: 0 } },
    ],
  ] as const) {
    it(`${name} holds together`, () => {
      const preset = changed(groups);
      const piece = open(11, preset);
      const { length } = piece;
      const events = piece.events(0, length);
      expect(events.length).toBeLessThan(20_000);
      const spans = piece.movements(0);
      expect(spans[0]?.from).toBe(0);
      expect(spans.at(-1)?.to).toBe(length);
      for (const { kind, movement, at, id } of events) {
        const span = spans.find(({ id: own }) => own === movement);
        expect(span !== undefined && span.from <= at && at < span.to, `${kind} ${id}`).toBe(true);
      }
      const kinds = new Set(events.map(({ kind }) => kind));
      expect(kinds.size).toBe(groups.comfort?.laughter === 0 ? 16 : 18);
      let most = 0;
      for (let t = 0; t < length; t += length / 300) {
        const frame = piece.frame(t);
        most = Math.max(most, frame.active.length);
        expect(JSON.stringify(frame).includes('null,null')).toBe(false);
        expect(Object.values(frame.weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      }
      expect(most).toBeLessThanOrEqual(256);
    });
  }

  it('shares vary by up to the preset’s fifth, and the night’s length is exact', () => {
    const piece = twilightOf(7);
    const usual = [150, 75, 165, 150, 135, 105, 120, 135, 45];
    for (let night = 0; night < 200; night += 1) {
      const spans = piece.movements(night);
      for (const [n, { from, to }] of spans.entries()) {
        const share = (to - from) / (usual[n] ?? 1);
        expect(share).toBeGreaterThan(0.8 - 1e-4);
        expect(share).toBeLessThan(1.2 + 1e-4);
        expect(from).toBe(n === 0 ? night * 1080 : spans[n - 1]?.to);
      }
      expect(spans.at(-1)?.to).toBe((night + 1) * 1080);
    }
  });

  it('about one night in three is quiet, and its festival lies across the lake', () => {
    const piece = twilightOf(7);
    const { seat } = piece.world.landmarks;
    const far: number[] = [];
    for (let night = 0; night < 24; night += 1) {
      const drums = piece.events(night * 1080 + 900, night * 1080 + 1030).filter(({ kind }) => kind === 'drum');
      const distances = drums.map(({ place }) => Math.hypot(place[0] - seat[0], place[2] - seat[2]));
      if (Math.min(...distances) > 45) far.push(night);
    }
    expect(far.length).toBeGreaterThanOrEqual(3);
    expect(far.length).toBeLessThanOrEqual(14);
  });

  it('touches of a visitor who never stops are drawn up to a bound, and rubbish changes nothing', () => {
    const piece = twilightOf(7);
    const touches = Array.from({ length: 600 }, (_, n) => ({
      id: `t${n}`,
      at: 100 - n * 0.01,
      on: 'moss' as const,
      place: [n % 20, 4, 100] as const,
      item: 0,
    }));
    const frame = piece.frame(100, touches);
    expect(frame.active.length).toBe(256);
    expect(frame).toEqual(piece.frame(100, [...touches].reverse()));
    const rubbish = { id: 'x', at: 99, on: 'moss' as const, place: [Number.NaN, 0, 0] as const, item: 0 };
    expect(piece.frame(100, [rubbish])).toEqual(piece.frame(100));
    for (const t of [Number.NaN, -5, Number.POSITIVE_INFINITY]) {
      expect(piece.events(t, t + 1)).toEqual([]);
      expect(piece.sounding(t)).toEqual([]);
      expect(piece.frame(t).t).toBe(0);
    }
  });
});
