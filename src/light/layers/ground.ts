import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import groundFragment from '../shaders/ground.frag?raw';
import groundVertex from '../shaders/ground.vert?raw';
import { nestedGrids } from './grid.ts';
import { waterSight } from './waterSight.ts';
import { shoreOf } from './waterSurface.ts';

/** The ground itself, under the moss's tips: hills, cushions and creases to the horizon. */
export function ground(scene: Scene): Layer {
  const { groundSide, groundGrids, groundCell } = scene.quality;
  const { box } = shoreOf(scene);
  const land = (fragment: string) =>
    matter(scene, {
      vertex: groundVertex,
      fragment,
      geometry: nestedGrids(groundSide, groundGrids),
      blend: 'opaque',
      closed: true,
      uniforms: {
        uSide: { value: groundSide, type: 'f32' },
        uCell: { value: groundCell, type: 'f32' },
        uShoreBox: { value: new Float32Array(box), type: 'vec4<f32>' },
      },
    });
  // Banks are drawn only where there is water to be seen: without a GPU they cost every pixel of the moss.
  const plain = land(groundFragment);
  const banks = land(`#define SHORE\n#include <air>\n#include <shore>\n${groundFragment}`);
  const seen = waterSight(scene.piece.world);
  return {
    id: 'ground',
    where: 'opaque',
    mirrored: true,
    matter: [plain, banks],
    update(frame) {
      banks.visible = seen(frame);
      plain.visible = !banks.visible;
      return true;
    },
    dispose() {
      plain.dispose();
      banks.dispose();
    },
  };
}
