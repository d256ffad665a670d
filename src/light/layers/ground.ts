import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import groundFragment from '../shaders/ground.frag?raw';
import groundVertex from '../shaders/ground.vert?raw';
import { nestedGrids } from './grid.ts';
import { shoreOf } from './waterSurface.ts';

/** The ground itself, under the moss's tips: hills, cushions and creases to the horizon. */
export function ground(scene: Scene): Layer {
  const { groundSide, groundGrids, groundCell } = scene.quality;
  const { box } = shoreOf(scene);
  const land = matter(scene, {
    vertex: groundVertex,
    fragment: groundFragment,
    geometry: nestedGrids(groundSide, groundGrids),
    blend: 'opaque',
    closed: true,
    uniforms: {
      uSide: { value: groundSide, type: 'f32' },
      uCell: { value: groundCell, type: 'f32' },
      uShoreBox: { value: new Float32Array(box), type: 'vec4<f32>' },
    },
  });
  return {
    id: 'ground',
    where: 'opaque',
    mirrored: true,
    matter: [land],
    update: () => true,
    dispose: () => land.dispose(),
  };
}
