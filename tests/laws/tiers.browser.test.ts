import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStage, type Stage } from '../../src/light/stage.ts';
import { tiers } from '../../src/light/tiers.ts';
import { shippedPresets } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';
import type { Frame } from '../../src/score/types.ts';
import type { Seconds } from '../../src/units.ts';
import { loseContext } from './loss.ts';
import { contrast, difference, same } from './pictures.ts';

// Laws 2, 6 and 9 at each tier. The middle tiers' and the rich ones' blades are thinned: there are too many of them for a
// processor, and all are made alike.

const [width, height] = [160, 90];
const year: Seconds = 31_557_600;
const [preset] = shippedPresets;
if (preset === undefined) throw new Error('no preset is shipped');
/** Grain has a clock of its own, and would pass for motion. */
const piece = open(7, { ...preset, picture: { ...preset.picture, grain: 0 } });

/** All nine where a tier's shaders are met first, and those that differ most from each other elsewhere. */
const few: ReadonlySet<string> = new Set(['tree', 'seed', 'beings', 'lake']);
const middles = piece
  .movements(0)
  .map(({ id, from, to }) => ({ id, t: (from + to) / 2 + 0.123456 }))
  .toReversed();

/** Objects that WebGL2 holds for everyone in this page, made less deleted. */
function countObjects() {
  const kinds = ['Buffer', 'Texture', 'Framebuffer', 'Renderbuffer', 'VertexArray', 'Program', 'Shader'] as const;
  const gl = WebGL2RenderingContext.prototype;
  const live = { count: 0 };
  const undo: (() => void)[] = [];
  for (const kind of kinds) {
    for (const [member, by] of [
      [`create${kind}`, 1],
      [`delete${kind}`, -1],
    ] as const) {
      const original = gl[member];
      const counted: unknown = new Proxy(original, {
        apply(call, context, given) {
          live.count += by;
          return Reflect.apply(call, context, given);
        },
      });
      Reflect.set(gl, member, counted);
      undo.push(() => Reflect.set(gl, member, original));
    }
  }
  return { live, stop: () => undo.forEach((one) => void one()) };
}

describe.each(tiers)('%s', (tier) => {
  const met = middles.filter(({ id }) => tier === 'none' || tier === 'gallery' || few.has(id));
  let stage: Stage;
  let gl: WebGL2RenderingContext;
  let objects: ReturnType<typeof countObjects>;
  const first = new Map<string, Uint8ClampedArray>();

  const shown = (frame: Frame): Uint8ClampedArray => {
    stage.draw(frame);
    const pixels = new Uint8ClampedArray(width * height * 4);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    return pixels;
  };
  const at = (t: Seconds): Uint8ClampedArray => shown(piece.frame(t));

  beforeAll(async () => {
    objects = countObjects();
    const canvas = document.createElement('canvas');
    stage = await createStage(piece, { canvas, tier, width, height });
    const context = canvas.getContext('webgl2');
    if (context === null) throw new Error('this browser has no WebGL2');
    gl = context;
    if (tier !== 'none') stage.govern(1, 0.1);
    stage.draw(piece.frame(0));
    await stage.warm();
  }, 120_000);

  afterAll(() => {
    objects.stop();
    stage.dispose();
  });

  test('what was warmed is all there is: no movement makes anything of its own (law 9)', () => {
    const before = objects.live.count;
    for (const { id, t } of met) {
      first.set(id, at(t));
      expect(contrast(first.get(id) ?? new Uint8ClampedArray()), id).toBeGreaterThan(2);
    }
    for (const night of [1, 2]) stage.draw(piece.frame(night * piece.length + 200));
    expect(before).toBeGreaterThan(20);
    expect(objects.live.count).toBe(before);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });

  test('playing leads to the same picture (law 2)', () => {
    for (const { id, t } of met.filter(({ id }) => id === 'tree' || id === 'beings')) {
      for (let frame = 3; frame > 0; frame--) stage.draw(piece.frame(t - frame / 30));
      expect(difference(at(t), first.get(id) ?? at(0)), id).toEqual(same);
    }
  });

  test('so do three lost contexts in a row (law 2)', async () => {
    for (const lost of ['tree', 'seed', 'lake']) {
      await loseContext(stage.canvas);
      for (const { id, t } of met.filter((one) => one.id === lost)) {
        expect(difference(at(t), first.get(id) ?? at(0)), id).toEqual(same);
      }
    }
  }, 120_000);

  test('in a year a frame is still followed by another (law 6)', () => {
    // One instant, held, with only the clock running on: what its own phases move must not stand still.
    const held = { ...piece.frame(62.5), active: [] };
    const pictures = Array.from({ length: 6 }, (_, n) => shown({ ...held, t: year + 62.5 + n / 60 }));
    const changes = pictures.slice(1).map((picture, n) => difference(picture, pictures[n] ?? picture));
    for (const change of changes) expect(change.bytes).toBeGreaterThan(0);
    const mean = changes.reduce((sum, change) => sum + change.mean, 0) / changes.length;
    expect(Math.max(...changes.map((change) => change.mean))).toBeLessThan(4 * mean);
  });
});
