import { Geometry } from 'pixi.js';
import type { Frame } from '../../score/types.ts';
import type { Metres, Unit } from '../../units.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import orbFragment from '../shaders/orb.frag?raw';
import orbVertex from '../shaders/orb.vert?raw';
import { restOf } from './innerRest.ts';
import { type Beat, beatOf } from './orbBeat.ts';

/** The ember's radius now. */
export const orbRadius = (frame: Frame, beat: Beat): Metres =>
  (0.045 + 0.1 * frame.curves.orb) * (1 + 0.2 * beat.swell + 0.03 * (frame.curves.breath - 0.5));

/** How bright it is as a lamp. */
export const orbLight = (frame: Frame, beat: Beat): Unit =>
  (0.35 + 0.65 * frame.curves.orb) * (0.62 + 0.5 * beat.swell);

/** The seed of compassion: an ember that beats. */
export function orb(scene: Scene): Layer {
  const { piece } = scene;
  const ember = matter(scene, {
    vertex: orbVertex,
    fragment: orbFragment,
    geometry: new Geometry({
      attributes: { aCorner: { buffer: new Float32Array([-1.7320508, -1, 1.7320508, -1, 0, 2]), format: 'float32x2' } },
    }),
    blend: 'over',
    flat: true,
    uniforms: {
      uHeart: { value: new Float32Array(piece.world.landmarks.heart), type: 'vec3<f32>' },
      uOrb: { value: 0.1, type: 'f32' },
      uOrbLight: { value: 0, type: 'f32' },
      uBeat: { value: 0, type: 'f32' },
      uRest: { value: 1, type: 'f32' },
    },
  });
  return {
    id: 'orb',
    where: 'inner',
    mirrored: false,
    matter: [ember],
    update(frame) {
      const beat = beatOf(piece, frame);
      ember.uniforms.uOrb = orbRadius(frame, beat);
      ember.uniforms.uOrbLight = orbLight(frame, beat);
      ember.uniforms.uBeat = beat.swell;
      ember.uniforms.uRest = restOf(frame);
      return frame.curves.orb > 0.001;
    },
    dispose: () => ember.dispose(),
  };
}
