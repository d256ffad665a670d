import { describe, expect, it } from 'vitest';
import { memoryIds, scene as times } from '../../src/score/memories.ts';
import type { EventKind } from '../../src/score/types.ts';
import { twilightOf } from './pieces.ts';

describe('the inner thread', { timeout: 30_000 }, () => {
  for (const seed of [7, 1234]) {
    const piece = twilightOf(seed);
    const { length } = piece;
    const all = piece.events(0, 3 * length);
    const of = (kind: EventKind, night = 0) => all.filter((event) => event.kind === kind && event.night === night);

    it(`seed ${seed}: seven memories are the seven beings: index, motif and gesture`, () => {
      const memories = of('memory');
      const greetings = of('greeting');
      expect(memories.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(greetings.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(greetings.map(({ motif }) => motif)).toEqual(memories.map(({ motif }) => motif));
      const shown = memories.map(({ at, duration }) => piece.frame(at + duration / 2).memory?.id);
      expect(new Set(shown)).toEqual(new Set(memoryIds));
      for (const { at, index } of greetings) {
        const being = piece.frame(at + 1.5).figures.find((figure) => figure.role === 'being' && figure.index === index);
        expect(being?.to).toBe(`${shown[index]}Healed`);
      }
    });

    it(`seed ${seed}: each scene plays three times; the hand opens in the third, and it folds into a leaf`, () => {
      for (const { at, duration, index } of of('memory')) {
        const scene = (x: number) => piece.frame(at + duration * x);
        expect([0.1, 0.5, 0.9].map((x) => scene(x).memory?.playing)).toEqual([0, 1, 2]);
        expect([0.2, 0.5].map((x) => scene(x).memory?.healed)).toEqual([0, 0]);
        expect(scene(times.opens - 0.01).memory?.healed).toBe(0);
        expect(scene(times.opened + 0.01).memory?.healed).toBe(1);
        expect(scene(times.folds - 0.01).memory?.fold).toBe(0);
        // Twice the same harm, and then none.
        expect(scene(0.25).memory?.prop).toBeLessThan(0.2);
        expect(scene(0.25 + 1 / 3).memory?.prop).toBeCloseTo(scene(0.25).memory?.prop ?? 1, 6);
        expect(scene(0.91).memory?.prop).toBe(1);
        expect(scene(0.5).leaves).toBe(index);
        expect(scene(1.001).leaves).toBe(index + 1);
        const [judge, judged] = scene(0.5).figures;
        expect([judge?.role, judged?.role, judge?.index, judged?.index]).toEqual(['judge', 'judged', index, index]);
      }
    });

    it(`seed ${seed}: clusters are dense seconds; motifs have four to six tones`, () => {
      for (const { pitches, motif = [] } of of('memory')) {
        expect(pitches.length).toBeGreaterThanOrEqual(4);
        for (let n = 1; n < pitches.length; n += 1) {
          expect(Math.log2((pitches[n] ?? 0) / (pitches[n - 1] ?? 1)) * 12).toBeLessThan(2.3);
        }
        expect(motif.length).toBeGreaterThanOrEqual(4);
        expect(motif.length).toBeLessThanOrEqual(6);
      }
    });

    it(`seed ${seed}: the stars' bells spell the tune that the dance remembers`, () => {
      const stars = of('star');
      expect(stars.length).toBeGreaterThanOrEqual(12);
      expect(stars.length).toBeLessThanOrEqual(20);
      expect(piece.frame(600).chosen.map(({ star }) => star)).toEqual(stars.map(({ item }) => item));
      const plucks = of('pluck').filter(({ index }) => index < 100);
      const [wave] = [plucks.filter(({ at }) => at > (of('drum').at(-1)?.at ?? 0) - 40)];
      for (const star of stars) {
        const pitch = (star.pitches[0] ?? 0) / 2;
        const heard = wave.filter(({ index }) => index === star.index).map(({ pitches }) => pitches[0] ?? 0);
        expect(heard.length).toBeGreaterThan(0);
        for (const tone of heard) expect([1, 2]).toContain(Math.round((tone / pitch) * 1000) / 1000);
        expect(star.cluster?.length).toBeGreaterThan(0);
      }
      // A tune that can be sung: within a twelfth, mostly steps.
      const tones = stars.map(({ pitches }) => Math.log2(pitches[0] ?? 1) * 12);
      expect(Math.max(...tones) - Math.min(...tones)).toBeLessThan(20);
      const leaps = tones.slice(1).map((tone, n) => Math.abs(tone - (tones[n] ?? tone)));
      expect(leaps.filter((leap) => leap <= 4.2).length / leaps.length).toBeGreaterThan(0.6);
    });

    it(`seed ${seed}: the answers are the tune's end`, () => {
      const end = of('answer').map(({ pitches }) => pitches[0] ?? 0);
      const tune = of('star').map(({ pitches }) => pitches[0] ?? 0);
      expect(end.length).toBeGreaterThanOrEqual(5);
      expect(end.length).toBeLessThanOrEqual(9);
      for (const [n, pitch] of end.entries()) {
        expect([1, 2]).toContain(Math.round(((tune[tune.length - end.length + n] ?? 0) / pitch) * 1000) / 1000);
      }
    });

    it(`seed ${seed}: the last pulse is the next night's first step, and carries the blossom's colour into it`, () => {
      for (const night of [0, 1]) {
        const [pulse] = of('pulse', night);
        const [step] = of('step', night + 1);
        expect(step?.at).toBe((night + 1) * length);
        expect(step?.at).toBeGreaterThan(pulse?.at ?? Number.NaN);
        expect((step?.at ?? 0) - (pulse?.at ?? 0)).toBeLessThan(0.5);
        expect(step?.pitches).toEqual(pulse?.pitches);
        expect(Math.hypot(...[0, 1, 2].map((n) => (step?.place[n] ?? 9) - (pulse?.place[n] ?? 0)))).toBeLessThan(0.05);
        expect(step?.blossomOf).toBe(night);
        expect(pulse?.blossomOf).toBe(night);
        // Tonight's blossom, as it was at the lake, is what the next night knows as the last one.
        expect(piece.frame((night + 1) * length + 5).palette.lastBlossom).toEqual(
          piece.frame((night + 0.8) * length).palette.blossom,
        );
      }
    });

    it(`seed ${seed}: the heart, doubled, is the drum`, () => {
      const beats = of('heartbeat').map(({ at }) => at);
      const beat = (beats[1] ?? 0) - (beats[0] ?? 0);
      expect(60 / beat).toBeCloseTo(54, 1);
      for (const { at } of of('drum')) {
        const pulses = (at - (beats[0] ?? 0)) / (beat / 4);
        expect(Math.abs(pulses - Math.round(pulses))).toBeLessThan(1e-3);
      }
    });
  }
});
