import { Geometry, RenderTarget, TextureSource } from 'pixi.js';

/** One triangle that covers the target. */
export const screenGeometry = (): Geometry =>
  new Geometry({
    attributes: { aCorner: { buffer: new Float32Array([-1, -1, 3, -1, -1, 3]), format: 'float32x2' } },
  });

export interface LightTarget {
  readonly texture: TextureSource;
  readonly target: RenderTarget;
  resize(width: number, height: number): void;
  dispose(): void;
}

/** Linear light with distance in alpha: rgba16float. */
export function lightTarget(label: string, depth: boolean): LightTarget {
  const texture = new TextureSource({
    width: 8,
    height: 8,
    format: 'rgba16float',
    autoGenerateMipmaps: false,
    scaleMode: 'linear',
    addressMode: 'clamp-to-edge',
    alphaMode: 'no-premultiply-alpha',
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
