import { Geometry } from 'pixi.js';
import type { Frame } from '../../score/types.ts';
import type { Unit } from '../../units.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import { gridGeometry, screenGeometry } from '../passes/screen.ts';
import innerFragment from '../shaders/inner.frag?raw';
import innerVertex from '../shaders/inner.vert?raw';
import endFragment from '../shaders/innerEnd.frag?raw';
import motesFragment from '../shaders/motes.frag?raw';
import screenVertex from '../shaders/screen.vert?raw';
import sporeVertex from '../shaders/spore.vert?raw';
import { restOf } from './innerRest.ts';
import { orbLight } from './orb.ts';
import { beatOf } from './orbBeat.ts';

/** How much of the wood's grain shines: all of it on the way in, little while tendrils grow, some on the way out. */
function veinsOf({ curves }: Frame): Unit {
  const taken = (1 - 0.92 * Math.min(1, curves.tendrils * 3.2)) * (1 - 0.5 * curves.beam);
  const leaving = Math.max(0, (0.98 - curves.inner) / 0.4) * Math.min(1, curves.tendrils * 2);
  return Math.min(1, taken + 0.35 * Math.min(1, leaving));
}

/** The inner dark itself: indigo and wine, the wood's grain from within, going over into the first veins. */
export function inner(scene: Scene): Layer {
  const { piece } = scene;
  const dark = matter(scene, {
    vertex: innerVertex,
    fragment: innerFragment,
    geometry: scene.quality.lean ? gridGeometry(20, 12) : gridGeometry(48, 28),
    blend: 'add',
    flat: true,
    uniforms: {
      uHeart: { value: new Float32Array(piece.world.landmarks.heart), type: 'vec3<f32>' },
      uOrb: { value: 0.1, type: 'f32' },
      uOrbLight: { value: 0, type: 'f32' },
      uVeins: { value: 1, type: 'f32' },
      uRest: { value: 1, type: 'f32' },
    },
  });
  const count = Math.max(1, Math.round(scene.quality.motes * 0.8 * piece.preset.picture.motes));
  const corners = new Uint8Array(count * 12);
  for (let vertex = 0; vertex < count * 3; vertex++) corners[vertex * 4] = vertex % 3;
  const spores = matter(scene, {
    vertex: sporeVertex,
    fragment: motesFragment,
    geometry: new Geometry({ attributes: { aCorner: { buffer: corners, format: 'uint8x4' } } }),
    blend: 'add',
    flat: true,
    vertices: count * 3,
    uniforms: {
      uHeart: { value: new Float32Array(piece.world.landmarks.heart), type: 'vec3<f32>' },
      uOrb: { value: 0.1, type: 'f32' },
      uOrbLight: { value: 0, type: 'f32' },
      uRest: { value: 1, type: 'f32' },
      uShare: { value: 900 / count, type: 'f32' },
    },
  });
  return {
    id: 'inner',
    where: 'inner',
    mirrored: false,
    matter: [dark, spores],
    update(frame) {
      dark.uniforms.uVeins = veinsOf(frame);
      for (const { uniforms } of [dark, spores]) {
        uniforms.uOrbLight = orbLight(frame, beatOf(piece, frame));
        uniforms.uRest = restOf(frame);
      }
      return true;
    },
    dispose() {
      dark.dispose();
      spores.dispose();
    },
  };
}

/** Drawn last: the inner dark has no depth but its own, and the lens finds it sharp. */
export function innerEnd(scene: Scene): Layer {
  const end = matter(scene, {
    vertex: screenVertex,
    fragment: endFragment,
    geometry: screenGeometry(),
    blend: 'add',
    flat: true,
    uniforms: { uSharp: { value: 1, type: 'f32' } },
  });
  return {
    id: 'innerEnd',
    where: 'inner',
    mirrored: false,
    matter: [end],
    update(frame) {
      end.uniforms.uSharp = frame.camera.focus;
      return !scene.quality.lean;
    },
    dispose: () => end.dispose(),
  };
}
