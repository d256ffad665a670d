import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import moteFragment from '../shaders/figureMote.frag?raw';
import mapVertex from '../shaders/map.vert?raw';
import { corners } from './sparks.ts';

const pointLimit = 32;

/** Over the dawn tonight's constellation is seen to be the map of tonight's walk: its stars, and the way through them. */
export function map(scene: Scene): Layer {
  const catalogue = scene.piece.world.stars;
  const steps = scene.quality.lean ? 72 : 240;
  const points = new Float32Array(pointLimit * 4);
  const chart = matter(scene, {
    vertex: mapVertex,
    fragment: moteFragment,
    geometry: corners(pointLimit * 2 + steps * 3),
    blend: 'add',
    vertices: (pointLimit * 2 + steps * 3) * 3,
    uniforms: {
      uPoints: { value: points, type: 'vec4<f32>', size: pointLimit },
      uCount: { value: 0, type: 'i32' },
      uDrawn: { value: 0, type: 'f32' },
      uMap: { value: 0, type: 'f32' },
      uSteps: { value: steps, type: 'i32' },
    },
  });
  return {
    id: 'map',
    where: 'sky',
    mirrored: true,
    matter: [chart],
    update(frame) {
      const { map: present } = frame.curves;
      if (present <= 0.002 || frame.movement !== 'waking') return false;
      const chosen = [...frame.chosen].sort((a, b) => a.index - b.index).slice(0, pointLimit);
      const [c, s] = [Math.cos(frame.mapTurn), Math.sin(frame.mapTurn)];
      chosen.forEach(({ star, chosen: out }, i) => {
        const [x = 0, y = 1, z = 0] = catalogue.direction.subarray(star * 3, star * 3 + 3);
        points.set([x * c + z * s, y, z * c - x * s, out], i * 4);
      });
      chart.uniforms.uCount = chosen.length;
      chart.uniforms.uMap = present;
      // The way is drawn from the first step to the seat while the map comes out, and stays while it goes.
      const waking = frame.progress;
      chart.uniforms.uDrawn = Math.min(1, Math.max(0, (waking - 0.31) / 0.2));
      return chosen.length > 1;
    },
    dispose: () => chart.dispose(),
  };
}
