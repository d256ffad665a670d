import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, type Stage } from '../../src/light/stage.ts';
import { viewProjection, wholeView } from '../../src/light/view.ts';
import { twilight } from '../../src/preset/defaults.ts';
import { open } from '../../src/score/open.ts';
import type { EventKind, Frame, MovementId } from '../../src/score/types.ts';
import type { Seconds, Vec3 } from '../../src/units.ts';

const width = 256;
const height = 144;
const piece = open(7, twilight);
const { landmarks, lake, stars } = piece.world;

const span = (id: MovementId) => {
  const found = piece.movements(0).find((one) => one.id === id);
  if (found === undefined) throw new Error(`a night has ${id}`);
  return found;
};

const firstOf = (kind: EventKind, from: Seconds) => {
  const found = piece.events(from, piece.length).find((event) => event.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};

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

/** The same instant, seen from one place towards another. */
function seenFrom(frame: Frame, eye: Vec3, to: Vec3): Frame {
  const way = [to[0] - eye[0], to[1] - eye[1], to[2] - eye[2]] as const;
  const far = Math.hypot(...way);
  return { ...frame, camera: { ...frame.camera, eye, forward: [way[0] / far, way[1] / far, way[2] / far] } };
}

const without = (frame: Frame, kind: EventKind): Frame => ({
  ...frame,
  active: frame.active.filter(({ event }) => event.kind !== kind),
});

describe('the water', () => {
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
  const within = (id: MovementId, share: number): Frame => {
    const { from, to } = span(id);
    return piece.frame(from + share * (to - from));
  };
  /** Counts the draws of a frame. */
  const draws = (frame: Frame): number => {
    stage.draw(frame);
    return stage.counts().draws;
  };

  it('costs nothing where a rise hides it, or within the inner dark', () => {
    const plain = draws(within('moss', 0.5));
    expect(draws(within('lake', 0.5))).toBeGreaterThan(plain + 8);
    const inner = within('seed', 0.5);
    expect(inner.curves.inner).toBe(1);
    const dry: Frame = { ...inner, weights: { ...inner.weights, moss: 1 } };
    expect(draws(inner)).toBe(draws(dry));
  });

  it.each(['stream', 'lake', 'festival'] as const)('is what %s shows', (id) => {
    const frame = within(id, id === 'stream' ? 0.62 : 0.4);
    // On the plain water is not drawn: nothing else of this frame changes.
    const dry: Frame = { ...frame, weights: { ...frame.weights, moss: 1 } };
    expect(change(drawn(frame), drawn(dry), [width / 2, height * 0.3], height * 0.3)).toBeGreaterThan(2);
  });

  it('is the same for the same frame, whatever was drawn between', () => {
    const frame = within('lake', 0.7);
    const first = drawn(frame);
    drawn(within('stream', 0.6));
    expect(drawn(frame)).toEqual(first);
  });

  it.each(['stream', 'lake'] as const)('shows rings from their first frame: %s', (id) => {
    const dip = firstOf('dip', span(id).from);
    const [x, , z] = dip.place;
    // Towards the last light: a ring shows by what it mirrors.
    const [east, , south] = piece.world.landmarks.dusk;
    const frame = seenFrom(piece.frame(dip.at + 1 / 60), [x - 1.5 * east, 1.1, z - 1.5 * south], dip.place);
    const [a, b] = [drawn(frame), drawn(without(frame, 'dip'))];
    expect(change(a, b, projected(frame, dip.place), 9)).toBeGreaterThan(0.4);
  });

  it('lets rings run outwards and die', () => {
    const dip = firstOf('dip', span('lake').from);
    const [x, , z] = dip.place;
    const at = (age: Seconds, out: number) => {
      const frame = seenFrom(piece.frame(dip.at + age), [x + 2, 2.4, z + 2.2], dip.place);
      return change(drawn(frame), drawn(without(frame, 'dip')), projected(frame, [x + out, 0, z]), 5);
    };
    expect(at(0.3, 1.4)).toBeLessThan(0.3);
    expect(at(2.2, 1.4)).toBeGreaterThan(0.6);
    expect(at(dip.duration - 0.02, 1.4)).toBeLessThan(0.1);
  });

  it('is ruffled by the gust, from its first frame', () => {
    const gust = firstOf('gust', span('lake').from);
    const frame = piece.frame(gust.at + 1 / 60);
    const [x, y] = projected(frame, [gust.place[0], 0, gust.place[2]]);
    expect(change(drawn(frame), drawn(without(frame, 'gust')), [x, y], 16)).toBeGreaterThan(0.2);
  });

  it('opens a petal with each bloom, from its first frame', () => {
    const bloom = firstOf('bloom', span('lake').from + 50);
    const frame = piece.frame(bloom.at + 1 / 60);
    const now = { ...frame, active: frame.active.filter(({ event }) => event.id !== bloom.id) };
    expect(change(drawn(frame), drawn(now), projected(frame, bloom.place), 10)).toBeGreaterThan(0.4);
  });

  it('warms with the chosen star that it mirrors', () => {
    const star = firstOf('star', span('stream').from);
    const way = stars.direction.subarray(star.item * 3, star.item * 3 + 3);
    const frame = piece.frame(star.at + 5);
    const eye: Vec3 = [lake.centre[0], 1.5, lake.centre[2]];
    const mirrored: Vec3 = [eye[0] + (way[0] ?? 0) * 90, eye[1] - (way[1] ?? 0) * 90, eye[2] + (way[2] ?? 0) * 90];
    const seen = seenFrom(frame, eye, mirrored);
    expect(change(drawn(seen), drawn({ ...seen, chosen: [] }), projected(seen, mirrored), 5)).toBeGreaterThan(1);
  });

  it('shows what is not in the sky', () => {
    const frame = within('lake', 0.8);
    const plain: Frame = {
      ...frame,
      curves: { ...frame.curves, otherSky: 0 },
      figures: frame.figures.filter(({ role }) => role !== 'eighth'),
    };
    const [a, b] = [drawn(frame), drawn(plain)];
    const { blossom } = landmarks;
    expect(change(a, b, projected(frame, [blossom[0], -0.5, blossom[2]]), 10)).toBeGreaterThan(1.5);
    // And over the water nothing changes.
    expect(change(a, b, [width / 2, height * 0.92], height * 0.07)).toBeLessThan(0.1);
  });
});
