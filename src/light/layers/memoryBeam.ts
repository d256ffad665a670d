import { Geometry } from 'pixi.js';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import beamFragment from '../shaders/beam.frag?raw';
import beamVertex from '../shaders/beam.vert?raw';
import dustVertex from '../shaders/dust.vert?raw';
import motesFragment from '../shaders/motes.frag?raw';
import { innerFrame } from './innerFrame.ts';
import { halfScreen, hung } from './memoryScreen.ts';

/** The cone of light as slices that face the eye: along 0 at the lamp .. 1 at the veil, across -1..1, which slice. */
function slices(count: number, along: number): Geometry {
  const out: number[] = [];
  for (let slice = 0; slice < count; slice++) {
    const depth = count === 1 ? 0 : (2 * slice) / (count - 1) - 1;
    for (let n = 0; n < along; n++) {
      const [from, to] = [n / along, (n + 1) / along];
      out.push(from, -1, depth, from, 1, depth, to, -1, depth, to, -1, depth, from, 1, depth, to, 1, depth);
    }
  }
  return new Geometry({ attributes: { aSlice: { buffer: new Float32Array(out), format: 'float32x3' } } });
}

/** The projector's beam, and the motes that it finds. */
export function memoryBeam(scene: Scene): Layer {
  const { quality } = scene;
  const count = quality.lean ? 1 : 3;
  const along = quality.lean ? 10 : 24;
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
    geometry: slices(count, along),
    blend: 'add',
    flat: true,
    vertices: count * along * 6,
    uniforms: { ...place(), uSlices: { value: count, type: 'f32' } },
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
      const { middle, across, lamp, beam } = hung(innerFrame(scene.piece.world, frame, 0), frame, frame.memory);
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
