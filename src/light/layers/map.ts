import type { Frame } from '../../score/types.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import moteFragment from '../shaders/figureMote.frag?raw';
import mapVertex from '../shaders/map.vert?raw';
import type { Tier } from '../tiers.ts';
import { corners } from './sparks.ts';

const pointLimit = 32;
const counts: Readonly<Record<Tier, number>> = { none: 420, light: 700, home: 1300, gallery: 1800, cinema: 2600 };

const between = (from: number, to: number, x: number): number => Math.min(1, Math.max(0, (x - from) / (to - from)));

/** How far the way has been drawn: 1 from the first step to the seat, 4/3 to where the walker is now. */
export function drawnAt({ movement, progress }: Frame): number {
  if (movement !== 'waking') return 0;
  const slow = between(0.2, 0.5, progress);
  return slow * slow * (3 - 2 * slow) + between(0.5, 0.6, progress) / 3;
}

/** How present the walk is on the land: it comes with the map, and goes with the day. */
export function homeAt({ movement, progress, curves }: Frame): number {
  if (movement !== 'waking') return 0;
  return Math.max(curves.map, between(0.3, 0.5, progress) * (1 - between(0.72, 0.93, progress)));
}

/** Over the dawn tonight's constellation is seen to be the map of tonight's walk: its stars, and the way through them. */
export function map(scene: Scene): Layer {
  const catalogue = scene.piece.world.stars;
  const motes = counts[scene.tier];
  const points = new Float32Array(pointLimit * 4);
  const chart = matter(scene, {
    vertex: mapVertex,
    fragment: moteFragment,
    geometry: corners(pointLimit * 3 + motes),
    blend: 'add',
    vertices: (pointLimit * 3 + motes) * 3,
    uniforms: {
      uPoints: { value: points, type: 'vec4<f32>', size: pointLimit },
      uCount: { value: 0, type: 'i32' },
      uDrawn: { value: 0, type: 'f32' },
      uMap: { value: 0, type: 'f32' },
      uMotes: { value: motes, type: 'i32' },
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
      chart.uniforms.uDrawn = Math.min(1, drawnAt(frame));
      return chosen.length > 1;
    },
    dispose: () => chart.dispose(),
  };
}
