import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, type Stage } from '../../src/light/stage.ts';
import { viewProjection, wholeView } from '../../src/light/view.ts';
import { twilight } from '../../src/preset/defaults.ts';
import { open } from '../../src/score/open.ts';
import type { Frame } from '../../src/score/types.ts';
import type { Vec3 } from '../../src/units.ts';

const width = 256;
const height = 144;
const piece = open(7, twilight);
const seed = piece.movements(0).find(({ id }) => id === 'seed');
if (seed === undefined) throw new Error('a night has a seed');

/** Mean change per channel over pixels within a radius of a place, in steps of 8 bits. */
function change(a: Uint8Array, b: Uint8Array, [cx, cy]: readonly [number, number], radius: number): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (Math.hypot(x - cx, y - cy) > radius) continue;
      const at = (y * width + x) * 4;
      for (let c = 0; c < 3; c++) sum += Math.abs((a[at + c] ?? 0) - (b[at + c] ?? 0));
      count += 3;
    }
  }
  return sum / count;
}

/** Where a place is in the picture, in pixels from the lower left. */
function projected(frame: Frame, [x, y, z]: Vec3): readonly [number, number] {
  const m = viewProjection(frame.camera, width / height, wholeView);
  const row = (i: number) => (m[i] ?? 0) * x + (m[4 + i] ?? 0) * y + (m[8 + i] ?? 0) * z + (m[12 + i] ?? 0);
  const w = row(3);
  return [((row(0) / w) * 0.5 + 0.5) * width, ((row(1) / w) * 0.5 + 0.5) * height];
}

const whole = Math.hypot(width, height);
const middle = [width / 2, height / 2] as const;

describe('the inner dark', () => {
  let stage: Stage;

  beforeAll(async () => {
    const canvas = document.createElement('canvas');
    stage = await createStage(piece, { canvas, tier: 'none', width, height });
  });
  afterAll(() => stage.dispose());

  const drawn = (frame: Frame): Uint8Array => {
    stage.draw(frame);
    const gl = stage.canvas.getContext('webgl2');
    if (gl === null) throw new Error('no WebGL2');
    const out = new Uint8Array(width * height * 4);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, out);
    expect(gl.getError()).toBe(0);
    return out;
  };
  const at = (t: number): Frame => piece.frame(t, []);
  const quarter = (share: number): Frame => at(seed.from + share * (seed.to - seed.from));
  const without = (frame: Frame, kind: string): Frame => ({
    ...frame,
    active: frame.active.filter(({ event }) => event.kind !== kind),
  });
  const firstOf = (kind: string, from: number) => {
    const found = piece.events(from, seed.to).find((event) => event.kind === kind);
    if (found === undefined) throw new Error(`no ${kind}`);
    return found;
  };

  it('is not black, and has one light', () => {
    const image = drawn({ ...quarter(0.4), memory: null });
    const sums = Array.from({ length: width * height }, (_, i) =>
      [0, 1, 2].reduce((sum, c) => sum + (image[i * 4 + c] ?? 0), 0),
    ).sort((a, b) => a - b);
    expect(sums[Math.floor(sums.length * 0.02)]).toBeGreaterThan(3);
    expect(sums[Math.floor(sums.length * 0.5)]).toBeLessThan(160);
    expect(sums.at(-1)).toBeGreaterThan(380);
  });

  it('shows each heartbeat at the orb in its first frame', () => {
    const beat = firstOf('heartbeat', seed.from + 0.5 * (seed.to - seed.from));
    const frame = at(beat.at + 1 / 60);
    const with_ = drawn(frame);
    expect(change(with_, drawn(without(frame, 'heartbeat')), projected(frame, beat.place), 12)).toBeGreaterThan(0.5);
  });

  it('shows each memory, beam first, in its first frame', () => {
    const event = firstOf('memory', seed.from);
    const frame = at(event.at + 1 / 60);
    expect(frame.memory).not.toBeNull();
    const away = drawn({ ...without(frame, 'memory'), memory: null });
    expect(change(drawn(frame), away, projected(frame, event.place), 60)).toBeGreaterThan(0.15);
  });

  it('throws a picture that changes as the hand opens, and folds it into a leaf that stays', () => {
    const event = firstOf('memory', seed.from);
    const through = (share: number) => at(event.at + share * event.duration);
    const place = projected(through(0.5), event.place);
    const harsh = drawn(through(0.6));
    const healed = drawn(through(0.885));
    expect(change(harsh, drawn({ ...through(0.6), memory: null }), place, 20)).toBeGreaterThan(20);
    expect(change(harsh, healed, place, 20)).toBeGreaterThan(15);
    const after = at(event.at + event.duration + 0.4);
    expect(after.leaves).toBe(1);
    expect(change(drawn(after), drawn({ ...after, leaves: 0 }), middle, whole)).toBeGreaterThan(0.02);
  });

  it('grows', () => {
    const frame = { ...quarter(0.6), memory: null };
    // Later than the wood's grain has faded, so that only tendrils differ.
    const young: Frame = { ...frame, curves: { ...frame.curves, tendrils: 0.33 } };
    expect(change(drawn(frame), drawn(young), projected(frame, piece.world.landmarks.heart), 45)).toBeGreaterThan(1.5);
  });

  it('draws the same pixels for the same frame, whatever was drawn between', () => {
    const frame = quarter(0.5);
    const first = drawn(frame);
    drawn(at(24));
    drawn(quarter(0.8));
    expect(drawn(frame)).toEqual(first);
  });

  it('leaves the outer world alone', () => {
    const frame = at(24);
    const other: Frame = { ...frame, curves: { ...frame.curves, tendrils: 1, orb: 1 }, leaves: 7 };
    expect(drawn(other)).toEqual(drawn(frame));
  });
});
