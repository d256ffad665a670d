import { Geometry } from 'pixi.js';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import beamFragment from '../shaders/beam.frag?raw';
import beamVertex from '../shaders/beam.vert?raw';
import dustVertex from '../shaders/dust.vert?raw';
import motesFragment from '../shaders/motes.frag?raw';
import { halfScreen, hung } from './memoryScreen.ts';

/** Sheets of light from the lamp to lines of the screen. */
function sheets(count: number): Geometry {
  const out: number[] = [];
  for (let sheet = 0; sheet < count; sheet++) {
    const y = (2 * (sheet + 0.5)) / count - 1;
    out.push(0, y, 0, -1, y, 1, 1, y, 1);
  }
  return new Geometry({ attributes: { aSheet: { buffer: new Float32Array(out), format: 'float32x3' } } });
}

/** The projector's beam, and the motes that it finds. */
export function memoryBeam(scene: Scene): Layer {
  const { quality } = scene;
  const count = quality.lean ? 10 : 20;
  const motes = Math.max(260, Math.round(3200 * quality.swarm));
  const corners = new Uint8Array(motes * 12);
  for (let vertex = 0; vertex < motes * 3; vertex++) corners[vertex * 4] = vertex % 3;
  const place = () => ({
    uThrower: { value: new Float32Array(3), type: 'vec3<f32>' as const },
    uMiddle: { value: new Float32Array(3), type: 'vec3<f32>' as const },
    uAcross: { value: new Float32Array(3), type: 'vec3<f32>' as const },
    uHalf: { value: new Float32Array(halfScreen), type: 'vec2<f32>' as const },
    uBeam: { value: 0, type: 'f32' as const },
    uHealed: { value: 0, type: 'f32' as const },
  });
  const light = matter(scene, {
    vertex: beamVertex,
    fragment: beamFragment,
    geometry: sheets(count),
    blend: 'add',
    flat: true,
    vertices: count * 3,
    uniforms: { ...place(), uSheets: { value: count, type: 'f32' } },
  });
  const dust = matter(scene, {
    vertex: dustVertex,
    fragment: motesFragment,
    geometry: new Geometry({ attributes: { aCorner: { buffer: corners, format: 'uint8x4' } } }),
    blend: 'add',
    flat: true,
    vertices: motes * 3,
    uniforms: { ...place(), uShare: { value: 3200 / motes, type: 'f32' } },
  });
  const set = (target: number | Float32Array | undefined, value: readonly number[]) => {
    if (target instanceof Float32Array) target.set(value);
  };
  return {
    id: 'memoryBeam',
    where: 'inner',
    mirrored: false,
    matter: [light, dust],
    update(frame) {
      if (frame.memory === null) return false;
      const { middle, across, lamp, beam } = hung(frame, frame.memory);
      for (const { uniforms } of [light, dust]) {
        set(uniforms.uThrower, lamp);
        set(uniforms.uMiddle, middle);
        set(uniforms.uAcross, across);
        uniforms.uBeam = beam * (0.45 + 0.55 * frame.memory.lamp);
        uniforms.uHealed = frame.memory.healed;
      }
      return beam > 0.002;
    },
    dispose() {
      light.dispose();
      dust.dispose();
    },
  };
}
