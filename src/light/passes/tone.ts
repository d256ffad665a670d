import type { Frame } from '../../score/types.ts';
import type { Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import screenVertex from '../shaders/screen.vert?raw';
import toneFragment from '../shaders/tone.frag?raw';
import bareVertex from '../shaders/toneBare.vert?raw';
import type { Plan } from '../size.ts';
import type { Draw } from './bloom.ts';
import { type LightTarget, screenGeometry } from './screen.ts';

export interface Tone {
  run(draw: Draw, frame: Frame, size: Plan): void;
  dispose(): void;
}

/** Half the width of a brush stroke, as a share of the whole picture's height. */
const stroke = 0.0056;

/** From light to the canvas: brush strokes, exposure, bloom, curve, dither. */
export function tone(scene: Scene, from: LightTarget, shine: LightTarget): Tone {
  const partOf = new Float32Array(4);
  const wholeOf = new Float32Array(4);
  const brushOf = new Float32Array(2);
  const out = matter(scene, {
    vertex: scene.tier === 'none' ? bareVertex : screenVertex,
    fragment: toneFragment,
    geometry: screenGeometry(),
    blend: 'opaque',
    flat: true,
    uniforms: {
      uPart: { value: partOf, type: 'vec4<f32>' },
      uWhole: { value: wholeOf, type: 'vec4<f32>' },
      uExposure: { value: 1, type: 'f32' },
      uContrast: { value: 1, type: 'f32' },
      uSaturation: { value: 1, type: 'f32' },
      uBloomGain: { value: 1, type: 'f32' },
      uGrain: { value: 1, type: 'f32' },
      uGrainTurn: { value: 0, type: 'f32' },
      uBrushTaps: { value: scene.quality.brushTaps, type: 'i32' },
      uBrush: { value: brushOf, type: 'vec2<f32>' },
    },
    textures: { uFrom: from.texture, uBloom: shine.texture },
  });
  return {
    run(draw, frame, { part, whole, view, aspect }) {
      const { picture } = scene.piece.preset;
      partOf.set(part);
      wholeOf.set(whole);
      brushOf[1] = (stroke * picture.brush) / view.height;
      brushOf[0] = (stroke * picture.brush) / (aspect * view.width);
      out.uniforms.uExposure = 2 ** picture.exposure;
      out.uniforms.uContrast = picture.contrast;
      out.uniforms.uSaturation = picture.saturation;
      out.uniforms.uBloomGain = picture.bloom;
      out.uniforms.uGrain = picture.grain;
      out.uniforms.uGrainTurn = Math.floor(((frame.t % 64) + 64) * 12) % 768;
      draw(out, null, false);
    },
    dispose: () => out.dispose(),
  };
}
