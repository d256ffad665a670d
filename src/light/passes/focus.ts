import type { Frame } from '../../score/types.ts';
import type { Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import focusFragment from '../shaders/focus.frag?raw';
import screenVertex from '../shaders/screen.vert?raw';
import type { Draw } from './bloom.ts';
import { type LightTarget, lightTarget, screenGeometry } from './screen.ts';

export interface Focus {
  readonly result: LightTarget;
  resize(width: number, height: number): void;
  /** @param rows pixel rows that the whole picture has at this target's scale. */
  run(draw: Draw, frame: Frame, rows: number): void;
  dispose(): void;
}

/** Thin-lens depth of field by gathering; distance is read from the light's alpha. */
export function focus(scene: Scene, from: LightTarget, taps: number): Focus {
  const result = lightTarget('focus', false, 'rgba16float');
  const lens = matter(scene, {
    vertex: screenVertex,
    fragment: focusFragment,
    geometry: screenGeometry(),
    blend: 'opaque',
    flat: true,
    uniforms: {
      uSharp: { value: 1, type: 'f32' },
      uAperture: { value: 0, type: 'f32' },
      uMost: { value: 1, type: 'f32' },
      uTaps: { value: taps, type: 'i32' },
    },
    textures: { uFrom: from.texture },
  });
  return {
    result,
    resize: (width, height) => result.resize(width, height),
    run(draw, frame, rows) {
      const { focus: sharp, aperture } = frame.camera;
      lens.uniforms.uSharp = Math.max(0.2, sharp);
      // At full aperture a thing at 1 m is a disc of a fiftieth of the picture's height.
      lens.uniforms.uAperture = rows * 0.022 * aperture * scene.piece.preset.picture.depthOfField;
      lens.uniforms.uMost = rows * 0.014;
      draw(lens, result, false);
    },
    dispose() {
      lens.dispose();
      result.dispose();
    },
  };
}
