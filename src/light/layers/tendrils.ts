import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import tendrilFragment from '../shaders/tendril.frag?raw';
import tendrilVertex from '../shaders/tendril.vert?raw';
import { innerFrame } from './innerFrame.ts';
import { restOf } from './innerRest.ts';
import { orbLight, orbRadius } from './orb.ts';
import { beatOf } from './orbBeat.ts';
import { grades } from './tendrilsGrades.ts';
import { frontAt, grown } from './tendrilsGrowth.ts';
import { tendrilGeometry } from './tendrilsRibbons.ts';

/** Threads that grow from the orb with each beat, and at last imply one body. */
export function tendrils(scene: Scene): Layer {
  const { piece, tier } = scene;
  const { world } = piece;
  const ribbons = tendrilGeometry(grown(world, grades[tier]), grades[tier]);
  const pulses = new Float32Array(8);
  const right = new Float32Array(3);
  const toEye = new Float32Array(3);
  const threads = matter(scene, {
    vertex: tendrilVertex,
    fragment: tendrilFragment,
    geometry: ribbons.geometry,
    blend: 'over',
    flat: true,
    vertices: ribbons.vertices,
    uniforms: {
      uHeart: { value: new Float32Array(world.landmarks.heart), type: 'vec3<f32>' },
      uBodyRight: { value: right, type: 'vec3<f32>' },
      uBodyEye: { value: toEye, type: 'vec3<f32>' },
      uOrb: { value: 0, type: 'f32' },
      uOrbLight: { value: 0, type: 'f32' },
      uFront: { value: 0, type: 'f32' },
      uRest: { value: 1, type: 'f32' },
      uPulse: { value: pulses, type: 'vec4<f32>', size: 2 },
    },
  });
  return {
    id: 'tendrils',
    where: 'inner',
    mirrored: false,
    matter: [threads],
    update(frame) {
      const beat = beatOf(piece, frame);
      const stands = innerFrame(world, frame);
      right.set(stands.right);
      toEye.set(stands.toEye);
      pulses.set(beat.pulses);
      threads.uniforms.uOrb = orbRadius(frame, beat);
      threads.uniforms.uOrbLight = orbLight(frame, beat);
      threads.uniforms.uRest = restOf(frame);
      threads.uniforms.uFront = frontAt(frame.curves.tendrils);
      return true;
    },
    dispose: () => threads.dispose(),
  };
}
