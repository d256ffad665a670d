import { Geometry, RenderTarget, TextureSource } from 'pixi.js';
import type { FloatFormat } from '../bake/texels.ts';

/** One triangle that covers the target. */
export const screenGeometry = (): Geometry =>
  new Geometry({
    attributes: { aCorner: { buffer: new Float32Array([-1, -1, 3, -1, -1, 3]), format: 'float32x2' } },
  });

/** The target as a grid of triangles, for what is smooth enough to be found at its corners only. */
export function gridGeometry(columns: number, rows: number): Geometry {
  const corners: number[] = [];
  const indices: number[] = [];
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      corners.push((column / columns) * 2 - 1, (row / rows) * 2 - 1);
      if (row === rows || column === columns) continue;
      const at = row * (columns + 1) + column;
      indices.push(at, at + 1, at + columns + 1, at + 1, at + columns + 2, at + columns + 1);
    }
  }
  return new Geometry({
    attributes: { aCorner: { buffer: new Float32Array(corners), format: 'float32x2' } },
    indexBuffer: new Uint32Array(indices),
  });
}

export interface LightTarget {
  readonly texture: TextureSource;
  readonly target: RenderTarget;
  resize(width: number, height: number): void;
  dispose(): void;
}

/**
 * Linear light with distance in alpha.
 * @param smooth drawn with four samples a pixel; they become one as soon as the drawing is finished.
 */
export function lightTarget(label: string, depth: boolean, format: FloatFormat, smooth = false): LightTarget {
  const texture = new TextureSource({
    width: 8,
    height: 8,
    format,
    autoGenerateMipmaps: false,
    scaleMode: 'linear',
    addressMode: 'clamp-to-edge',
    alphaMode: 'no-premultiply-alpha',
    antialias: smooth,
    label,
  });
  const target = new RenderTarget({ colorTextures: [texture], depth });
  return {
    texture,
    target,
    resize(width, height) {
      if (texture.pixelWidth !== width || texture.pixelHeight !== height) target.resize(width, height);
    },
    dispose() {
      target.destroy();
      texture.destroy();
    },
  };
}
