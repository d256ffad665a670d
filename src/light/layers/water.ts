import type { Frame } from '../../score/types.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import waterFragment from '../shaders/water.frag?raw';
import waterVertex from '../shaders/water.vert?raw';
import { lakeMesh, streamMesh } from './waterMesh.ts';
import { waterSight } from './waterSight.ts';
import { surface } from './waterSurface.ts';

/** Stream and lake: one level mirror that every wave bends, over a bed that shows where it is shallow. */
export function water(scene: Scene): Layer {
  const { world } = scene.piece;
  const sheet = (text: string, geometry: ReturnType<typeof streamMesh>) => {
    const moved = surface(scene);
    const bloomAt = new Float32Array(4);
    const { blossom } = world.landmarks;
    bloomAt.set([blossom[0], 0.9 * world.plant.height, blossom[2]]);
    const made = matter(scene, {
      vertex: waterVertex,
      fragment: text,
      geometry,
      blend: 'opaque',
      uniforms: { ...moved.uniforms, uBloomAt: { value: bloomAt, type: 'vec4<f32>' } },
    });
    return {
      made,
      write(frame: Frame) {
        moved.write(frame, made.uniforms);
        bloomAt[3] = frame.curves.blossom;
      },
    };
  };
  const lean = scene.quality.lean;
  const lake = sheet(waterFragment, lakeMesh(world.lake, lean ? 48 : 160));
  const stream = sheet(`#define STREAM\n${waterFragment}`, streamMesh(world.stream, lean ? 2 : 4));
  const seen = waterSight(world);
  return {
    id: 'water',
    where: 'water',
    mirrored: false,
    matter: [lake.made, stream.made],
    update(frame) {
      if (!seen(frame)) return false;
      lake.write(frame);
      stream.write(frame);
      return true;
    },
    dispose() {
      lake.made.dispose();
      stream.made.dispose();
    },
  };
}
