import type { Frame } from '../../score/types.ts';
import type { Vec3 } from '../../units.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import moteFragment from '../shaders/figureMote.frag?raw';
import mapVertex from '../shaders/map.vert?raw';
import { corners } from './sparks.ts';

export const mapLimit = 32;
const between = (from: number, to: number, x: number): number => Math.min(1, Math.max(0, (x - from) / (to - from)));

/** How far the way has been drawn: 1 from the first step to the seat, 4/3 to where the walker is now. */
export function drawnAt({ movement, progress }: Frame): number {
  if (movement !== 'waking') return 0;
  const slow = between(0.2, 0.5, progress);
  return slow * slow * (3 - 2 * slow) + between(0.5, 0.6, progress) / 3;
}

/** Where light runs along the way, in the sky and on the land at once: again and again from the first step to here. */
export function runsAt({ movement, progress }: Frame): number {
  return movement === 'waking' && progress > 0.5 ? (((progress - 0.5) / 0.19) % 1) * 1.6 - 0.1 : -1;
}

/** How present the walk is on the land: it comes with the map, and goes with the day. */
export function homeAt({ movement, progress, curves }: Frame): number {
  if (movement !== 'waking') return 0;
  return Math.max(curves.map, between(0.3, 0.5, progress) * (1 - between(0.72, 0.93, progress)));
}

const inOrder = (chosen: Frame['chosen']) => [...chosen].sort((a, b) => a.index - b.index).slice(0, mapLimit);

/** How large a star of this magnitude stands over the dawn. */
const greatness = (magnitude: number): number => 0.36 + 1.7 * between(4.9, 0.8, magnitude) ** 1.3;

/** Tonight's stars in their order, where they stand in the morning; unit directions. */
export function mapWays(scene: Scene, { chosen, mapTurn }: Frame): Vec3[] {
  const [c, s] = [Math.cos(mapTurn), Math.sin(mapTurn)];
  return inOrder(chosen).map(({ star }) => {
    const [x = 0, y = 1, z = 0] = scene.piece.world.stars.direction.subarray(star * 3, star * 3 + 3);
    return [x * c + z * s, y, z * c - x * s];
  });
}

/** Over the dawn tonight's constellation is seen to be the map of tonight's walk: its stars, and dust drawn from each to the next. */
export function map(scene: Scene): Layer {
  const catalogue = scene.piece.world.stars;
  const grains = scene.quality.lean ? 24 : 90;
  /** Two triangles a star; between them dust. */
  const triangles = mapLimit * 2 + (mapLimit - 1) * grains;
  const points = new Float32Array(mapLimit * 4);
  const chart = matter(scene, {
    vertex: `#define GRAINS ${grains}\n${mapVertex}`,
    fragment: moteFragment,
    geometry: corners(triangles),
    blend: 'add',
    vertices: triangles * 3,
    uniforms: {
      uPoints: { value: points, type: 'vec4<f32>', size: mapLimit },
      uCount: { value: 0, type: 'i32' },
      uDrawn: { value: 0, type: 'f32' },
      uMap: { value: 0, type: 'f32' },
      uRun: { value: -1, type: 'f32' },
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
      const chosen = inOrder(frame.chosen);
      mapWays(scene, frame).forEach(([x, y, z], i) => {
        const one = chosen[i];
        const great = greatness(catalogue.magnitude[one?.star ?? 0] ?? 5);
        points.set([x * great, y * great, z * great, one?.chosen ?? 0], i * 4);
      });
      chart.uniforms.uCount = chosen.length;
      chart.uniforms.uMap = present;
      chart.uniforms.uRun = runsAt(frame);
      chart.uniforms.uDrawn = Math.min(1, drawnAt(frame));
      return chosen.length > 1;
    },
    dispose: () => chart.dispose(),
  };
}
