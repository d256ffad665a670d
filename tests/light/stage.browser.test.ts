import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, type Stage } from '../../src/light/stage.ts';
import type { View } from '../../src/light/view.ts';
import { twilight } from '../../src/preset/defaults.ts';
import { open } from '../../src/score/open.ts';

const width = 192;
const height = 108;
const piece = open(7, twilight);

function pixels(canvas: HTMLCanvasElement): Uint8Array {
  const gl = canvas.getContext('webgl2');
  if (gl === null) throw new Error('no WebGL2');
  const out = new Uint8Array(canvas.width * canvas.height * 4);
  gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, out);
  return out;
}

const linear = (code: number) => (code <= 10 ? code / 255 / 12.92 : ((code / 255 + 0.055) / 1.055) ** 2.4);

/** Relative luminance at shares 0..1 of the pixels, dark to bright. */
function luminances(image: Uint8Array, shares: readonly number[]): readonly number[] {
  const all = Array.from({ length: image.length / 4 }, (_, i) => {
    const [r = 0, g = 0, b = 0] = image.subarray(i * 4, i * 4 + 3);
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  }).sort((a, b) => a - b);
  return shares.map((share) => all[Math.floor(share * (all.length - 1))] ?? 0);
}

describe('the stage', () => {
  let stage: Stage;

  beforeAll(async () => {
    const canvas = document.createElement('canvas');
    stage = await createStage(piece, {
      canvas,
      tier: 'none',
      width,
      height,
    });
    await stage.warm();
  }, 120_000);
  afterAll(() => stage.dispose());

  const at = (t: number): Uint8Array => {
    stage.draw(piece.frame(t, []));
    return pixels(stage.canvas);
  };

  it('draws the same pixels for the same frame, whatever was drawn between', () => {
    const first = at(24);
    at(170);
    at(640);
    const again = at(24);
    expect(again).toEqual(first);
  });

  it('draws another picture at another time', () => {
    expect(at(24)).not.toEqual(at(25));
  });

  it.each([24, 48, 68, 120])('is dark, and rich in the dark: Moss at %i s', (t) => {
    const [low = 1, middle = 1, high = 0] = luminances(at(t), [0.05, 0.5, 0.99]);
    expect(low).toBeLessThan(0.0085);
    expect(low).toBeGreaterThan(0.0005);
    expect(middle).toBeLessThan(0.04);
    expect(high).toBeGreaterThan(0.25);
  });

  it('keeps a light on the horizon all night', () => {
    for (const t of [576, 620, 700]) {
      const [low = 1, middle = 1, high = 0] = luminances(at(t), [0.05, 0.5, 0.99]);
      expect(low).toBeLessThan(0.0085);
      expect(middle).toBeGreaterThan(0.004);
      expect(high, String(t)).toBeGreaterThan(0.18);
    }
  });

  it('leaves its picture in the canvas', () => {
    stage.draw(piece.frame(24, []));
    const url = stage.canvas.toDataURL();
    stage.draw(piece.frame(24, []));
    expect(stage.canvas.toDataURL()).toBe(url);
  });

  it('makes nothing new while it draws', () => {
    at(24);
    const before = stage.counts();
    for (let t = 0; t < 40; t++) stage.draw(piece.frame(t * 27, []));
    const after = stage.counts();
    expect(after.textures).toBe(before.textures);
    expect(after.geometries).toBe(before.geometries);
    expect(after.programs).toBe(before.programs);
    expect(stage.canvas.getContext('webgl2')?.getError()).toBe(0);
  });

  it('draws crops that join to the whole', () => {
    const whole = at(24);
    const view: View = { x: 0.5, y: 0.25, width: 0.25, height: 0.5 };
    stage.resize(width * view.width, height * view.height, view);
    const crop = at(24);
    stage.resize(width, height);
    expect(at(24)).toEqual(whole);
    // Lean tiers draw crops at another pixel grid: the means agree, the pixels nearly.
    let difference = 0;
    const [wide, high] = [width * view.width, height * view.height];
    const left = width * view.x;
    const low = height * (1 - view.y - view.height);
    for (let y = 0; y < high; y++) {
      for (let x = 0; x < wide * 4; x++) {
        difference += Math.abs((crop[y * wide * 4 + x] ?? 0) - (whole[((y + low) * width + left) * 4 + x] ?? 0));
      }
    }
    expect(difference / (wide * high * 4)).toBeLessThan(4);
  });
});
