import { describe, expect, it } from 'vitest';
import { open } from '../../src/score/open.ts';
import type { Curves, Frame, Piece } from '../../src/score/types.ts';
import type { Vec3 } from '../../src/units.ts';
import { changed, twilightOf } from './pieces.ts';

const tick = 1 / 60;

/** The most that a curve may move in a sixtieth of a second, where it is not the usual 0.02. */
const quick: Partial<Record<keyof Curves, number>> = { heart: 0.3, beam: 0.05, bow: 0.03, gust: 0.03, colourFront: 3 };

const gap = (a: Vec3, b: Vec3): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Pairs of instants a tick apart, over two nights' worth of moments and closely at every border. */
function moments(piece: Piece): number[] {
  const { length } = piece;
  const times: number[] = [];
  for (let t = 0; t < 2 * length; t += 1.37) times.push(t);
  for (const night of [0, 1]) {
    for (const { to } of piece.movements(night)) for (let n = -6; n <= 6; n += 1) times.push(to + n * tick);
  }
  return times.filter((t) => t >= 0);
}

describe('continuity', { timeout: 60_000 }, () => {
  const piece = twilightOf(7);

  it('no curve jumps, over movements and nights', () => {
    for (const t of moments(piece)) {
      const a = piece.curves(t);
      const b = piece.curves(t + tick);
      for (const name of Object.keys(a) as (keyof Curves)[]) {
        expect(Number.isFinite(a[name]), `${name} at ${t}`).toBe(true);
        expect(Math.abs(a[name] - b[name]), `${name} at ${t}`).toBeLessThan(quick[name] ?? 0.02);
        if (name !== 'colourFront') expect(a[name] >= 0 && a[name] <= 1, `${name} at ${t}`).toBe(true);
      }
    }
  });

  it('weights sum to one, at most two are present, and crossings last 8 s and more', () => {
    for (const t of moments(piece)) {
      const weights = Object.values(piece.frame(t).weights);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      expect(weights.filter((weight) => weight > 0).length).toBeLessThanOrEqual(2);
    }
    for (const { to } of piece.movements(0)) {
      for (const off of [-4, -2, 2, 4]) {
        const present = Object.values(piece.frame(to + off).weights).filter((weight) => weight > 0);
        expect(present.length, `${to + off}`).toBe(2);
      }
    }
  });

  for (const [name, walked] of [
    ['by default', piece],
    ['under another seed', twilightOf(3)],
    ['with an even form', open(5, changed({ form: { variation: 0 } }))],
  ] as const) {
    it(`the eye moves slower than a walk and turns gently, ${name}`, () => {
      for (const t of moments(walked)) {
        const a = walked.camera(t);
        const b = walked.camera(t + tick);
        expect(gap(a.eye, b.eye) / tick, `speed at ${t}`).toBeLessThan(1.4);
        const turn = 2 * Math.asin(Math.min(1, gap(a.forward, b.forward) / 2)) * (180 / Math.PI);
        expect(turn / tick, `turn at ${t}`).toBeLessThan(25);
        expect(gap(a.up, b.up)).toBeLessThan(0.01);
        expect(Math.hypot(...a.forward)).toBeCloseTo(1, 9);
        expect(a.forward[0] * a.up[0] + a.forward[1] * a.up[1] + a.forward[2] * a.up[2]).toBeCloseTo(0, 9);
        expect(Math.abs(a.fovY - b.fovY)).toBeLessThan(0.2);
        expect(Math.abs(Math.log(a.focus / b.focus))).toBeLessThan(0.1);
      }
    });
  }

  it('the eye has no jerk: its speed changes gently, over borders too', () => {
    for (const t of moments(piece)) {
      const [a, b, c] = [t, t + 0.25, t + 0.5].map((x) => piece.camera(x).eye);
      if (a === undefined || b === undefined || c === undefined) continue;
      const bend = Math.hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1], a[2] - 2 * b[2] + c[2]) / 0.0625;
      expect(bend, `acceleration at ${t}`).toBeLessThan(0.6);
    }
  });

  it('chords glide: no voice jumps', () => {
    const voices = (t: number): number[] => {
      const { chord, next, glide } = piece.harmony(t);
      return chord.map((pitch, n) => Math.log2(pitch) * (1 - glide) + Math.log2(next[n] ?? pitch) * glide);
    };
    for (const t of moments(piece)) {
      const after = voices(t + tick);
      for (const [n, pitch] of voices(t).entries()) {
        expect(Math.abs(pitch - (after[n] ?? 0)), `voice ${n} at ${t}`).toBeLessThan(0.02);
      }
    }
  });

  it('palette, figures, memories and chosen stars change gently', () => {
    const figures = (frame: Frame) => new Map(frame.figures.map((figure) => [`${figure.role}${figure.index}`, figure]));
    for (const t of moments(piece)) {
      const a = piece.frame(t);
      const b = piece.frame(t + tick);
      for (const name of ['blossom', 'lastBlossom'] as const) {
        expect(gap(a.palette[name], b.palette[name]), `${name} at ${t}`).toBeLessThan(0.01);
      }
      const later = figures(b);
      for (const [who, figure] of figures(a)) {
        const next = later.get(who);
        if (next === undefined) {
          expect(figure.presence, `${who} at ${t} goes`).toBeLessThan(0.02);
          continue;
        }
        if (figure.presence < 0.02 && next.presence < 0.02) continue;
        expect(Math.abs(figure.presence - next.presence), `${who} presence at ${t}`).toBeLessThan(0.06);
        expect(gap(figure.place, next.place) / tick, `${who} speed at ${t}`).toBeLessThan(2.2);
        const turn = figure.heading - next.heading;
        expect(Math.abs(turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI))), `${who} turns at ${t}`).toBeLessThan(
          0.12,
        );
      }
      for (const [n, star] of a.chosen.entries()) {
        if (a.night !== b.night) continue;
        expect(Math.abs(star.warmth - (b.chosen[n]?.warmth ?? 0)), `star ${n} at ${t}`).toBeLessThan(0.06);
      }
    }
  });

  it('at a night border nothing of the old night is left that would vanish', () => {
    const frame = piece.frame(piece.length - 0.01);
    expect(frame.chosen.every(({ chosen, warmth }) => chosen < 0.01 && Math.abs(warmth) < 0.01)).toBe(true);
    expect(frame.figures.every(({ presence }) => presence < 0.01)).toBe(true);
    expect(frame.memory).toBeNull();
    expect(
      gap(piece.frame(piece.length - 1e-3).palette.lastBlossom, piece.frame(piece.length).palette.lastBlossom),
    ).toBeLessThan(1e-6);
  });
});
