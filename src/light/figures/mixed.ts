import type { TextureSource } from 'pixi.js';
import type { Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import type { Draw } from '../passes/bloom.ts';
import { lightTarget, screenGeometry } from '../passes/screen.ts';
import mixFragment from '../shaders/mix.frag?raw';
import screenVertex from '../shaders/screen.vert?raw';
import { posesOf } from './atlas.ts';
import { type Table, tableSize } from './cast.ts';

export interface MixedPoses {
  /** A row for each figure of the table; columns as in `uPoses`. */
  readonly texture: TextureSource;
  mix(draw: Draw): void;
  dispose(): void;
}

/**
 * Blends once a figure what every corner of every mote would else blend again from two rows each of two gestures: where
 * there is no GPU those reads are most of what a figure costs.
 */
export function mixedPoses(scene: Scene, table: Table): MixedPoses {
  const target = lightTarget('mixed poses', false, scene.format);
  target.resize(posesOf(scene).columns, tableSize);
  const { uPose } = table.uniforms;
  const mixing = matter(scene, {
    vertex: screenVertex,
    fragment: mixFragment,
    geometry: screenGeometry(),
    blend: 'opaque',
    flat: true,
    ...(uPose === undefined ? {} : { uniforms: { uPose } }),
  });
  return {
    texture: target.texture,
    mix: (draw) => draw(mixing, target, false),
    dispose() {
      mixing.dispose();
      target.dispose();
    },
  };
}
