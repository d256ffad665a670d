import { Geometry } from 'pixi.js';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import motesFragment from '../shaders/motes.frag?raw';
import motesVertex from '../shaders/motes.vert?raw';

/** Motes in the air near the walker: soft discs before the focus, points in it. */
export function motes(scene: Scene): Layer {
  const count = Math.round(scene.quality.motes * scene.piece.preset.picture.motes);
  const corners = new Uint8Array(Math.max(1, count) * 12);
  for (let vertex = 0; vertex < count * 3; vertex++) corners[vertex * 4] = vertex % 3;
  const drift = matter(scene, {
    vertex: motesVertex,
    fragment: motesFragment,
    geometry: new Geometry({ attributes: { aCorner: { buffer: corners, format: 'uint8x4' } } }),
    blend: 'add',
    vertices: count * 3,
    uniforms: {
      uSharp: { value: 5, type: 'f32' },
      uSoft: { value: 0, type: 'f32' },
      uShare: { value: 1200 / Math.max(1, count), type: 'f32' },
    },
  });
  return {
    id: 'motes',
    where: 'added',
    mirrored: false,
    matter: [drift],
    update(frame, { governed }) {
      const shown = Math.max(1, Math.round(count * governed.counts));
      drift.size = shown * 3;
      drift.uniforms.uShare = 1200 / shown;
      drift.uniforms.uSharp = frame.camera.focus;
      drift.uniforms.uSoft = 0.35 + 0.65 * frame.camera.aperture;
      return count > 0;
    },
    dispose: () => drift.dispose(),
  };
}
