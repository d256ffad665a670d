import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, type Stage } from '../../src/light/stage.ts';
import { axes } from '../../src/light/view.ts';
import { twilight } from '../../src/preset/defaults.ts';
import { open } from '../../src/score/open.ts';
import { halfTangents } from '../../src/score/projection.ts';
import type { Event, EventKind, Frame } from '../../src/score/types.ts';
import type { Vec3 } from '../../src/units.ts';

const width = 240;
const height = 136;
const piece = open(7, twilight);
const instant = 1 / 60;

function pixels(canvas: HTMLCanvasElement): Uint8Array {
  const gl = canvas.getContext('webgl2');
  if (gl === null) throw new Error('no WebGL2');
  const out = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, out);
  return out;
}

const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Pixel of a place, y up; undefined where it is not in the picture. */
function project(frame: Frame, place: Vec3): readonly [x: number, y: number] | undefined {
  const { right, up, forward } = axes(frame.camera);
  const { x: across, y: above } = halfTangents(frame.camera, width / height);
  const eye = frame.camera.eye;
  const way: Vec3 = [place[0] - eye[0], place[1] - eye[1], place[2] - eye[2]];
  const depth = dot(way, forward);
  if (depth < 0.3) return undefined;
  const x = (0.5 + (0.5 * dot(way, right)) / depth / across) * width;
  const y = (0.5 + (0.5 * dot(way, up)) / depth / above) * height;
  return x < 4 || y < 4 || x > width - 4 || y > height - 4 ? undefined : [x, y];
}

/** Largest difference of a byte within some pixels of a place. */
function changed(a: Uint8Array, b: Uint8Array, [x, y]: readonly [number, number], reach: number): number {
  let most = 0;
  for (let j = Math.max(0, Math.floor(y - reach)); j < Math.min(height, y + reach); j++) {
    for (let i = Math.max(0, Math.floor(x - reach)) * 4; i < Math.min(width, x + reach) * 4; i++) {
      most = Math.max(most, Math.abs((a[j * width * 4 + i] ?? 0) - (b[j * width * 4 + i] ?? 0)));
    }
  }
  return most;
}

const mean = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;

/** The same instant without an event. */
const without = (frame: Frame, event: Event): Frame => ({
  ...frame,
  active: frame.active.filter((active) => active.event.id !== event.id),
});

describe('figures of light, the festival and the morning', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await createStage(piece, { canvas: document.createElement('canvas'), tier: 'none', width, height });
  });
  afterAll(() => stage.dispose());

  const draw = (frame: Frame): Uint8Array => {
    stage.draw(frame);
    return pixels(stage.canvas);
  };

  it('shows the seven where they stand, and draws them the same again', () => {
    const beings = piece.movements(0).find(({ id }) => id === 'beings');
    const frame = piece.frame((beings?.from ?? 0) + 0.6 * ((beings?.to ?? 0) - (beings?.from ?? 0)));
    const whole = draw(frame);
    const empty = draw({ ...frame, figures: [] });
    expect(draw(frame)).toEqual(whole);
    const seen = frame.figures.flatMap((figure) => {
      const at = project(frame, [figure.place[0], figure.place[1] + 1.2, figure.place[2]]);
      return at === undefined || figure.presence < 0.8 ? [] : [at];
    });
    expect(seen.length).toBeGreaterThan(1);
    for (const at of seen) expect(changed(whole, empty, at, 4)).toBeGreaterThan(12);
  });

  it('dances at the festival, and thins in the morning', () => {
    const [festival, waking] = piece.movements(0).slice(-2);
    const frame = piece.frame((festival?.from ?? 0) + 0.8 * ((festival?.to ?? 0) - (festival?.from ?? 0)));
    expect(
      mean(draw(frame), draw({ ...frame, figures: [], active: [], curves: { ...frame.curves, festival: 0 } })),
    ).toBeGreaterThan(0.4);
    const morning = piece.frame((waking?.from ?? 0) + 0.5 * ((waking?.to ?? 0) - (waking?.from ?? 0)));
    expect(mean(draw(morning), draw({ ...morning, curves: { ...morning.curves, map: 0 } }))).toBeGreaterThan(0.05);
  });

  const kinds: readonly EventKind[] = ['greeting', 'drum', 'pluck', 'laugh', 'answer', 'outbreath', 'pulse'];
  for (const kind of kinds) {
    it(`lets every ${kind} be seen from its first instant`, () => {
      const tried = piece
        .events(0, piece.length)
        .filter((event) => event.kind === kind)
        .flatMap((event) => {
          const frame = piece.frame(event.at + instant);
          const at = project(frame, event.place);
          return at === undefined ? [] : [{ event, frame, at }];
        });
      expect(tried.length).toBeGreaterThan(0);
      const step = Math.max(1, Math.floor(tried.length / 4));
      for (const { event, frame, at } of tried.filter((_, n) => n % step === 0).slice(0, 4)) {
        const difference = changed(draw(frame), draw(without(frame, event)), at, 9);
        expect(difference, `${event.id} at ${at.map(Math.round)}`).toBeGreaterThan(1);
      }
    });
  }
});
